// SPDX-License-Identifier: Apache-2.0
#include "verify/trust_file.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "verify/evidence.h"

namespace solander::verify {

namespace {

bool lies_below(const std::filesystem::path& path, const std::filesystem::path& directory) {
    const auto mismatch =
        std::mismatch(directory.begin(), directory.end(), path.begin(), path.end());
    return mismatch.first == directory.end();
}

/// The real path of something; nothing for what is not there, or has no place among files, such as
/// a pipe.
Result<std::optional<std::filesystem::path>> place_of(const std::filesystem::path& path,
                                                      const FileSystem& files) {
    std::optional<std::filesystem::path> place;
    if (path.empty() || path == "-") return place;
    SOLANDER_TRY_ASSIGN(const auto info, files.find(path));
    const bool has_place =
        info && (info->kind == FileKind::regular || info->kind == FileKind::directory);
    if (has_place) {
        SOLANDER_TRY_ASSIGN(place, files.canonical(path));
    }
    return place;
}

}  // namespace

Result<TrustFile> TrustFile::read(const VerifyOptions& options, const Environment& environment) {
    TrustFile file;
    if (!options.trust) return file;
    SOLANDER_TRY_ASSIGN(const auto bytes, base::read_all(environment.files, *options.trust,
                                                         base::Limits{}.trust_store_bytes));
    file.store_ = trust::TrustStore::parse(base::as_text(bytes), environment.clock);
    return file;
}

Result<void> check_trust_is_outside(const std::filesystem::path& package,
                                    const VerifyOptions& options, const Environment& environment) {
    if (!options.trust) return {};
    SOLANDER_TRY_ASSIGN(const auto trust, place_of(*options.trust, environment.files));
    if (!trust) return {};
    for (const auto& place :
         {package, custody_beside(package, package::Form::tar),
          custody_beside(package, package::Form::directory), options.custody.value_or("")}) {
        SOLANDER_TRY_ASSIGN(const auto real, place_of(place, environment.files));
        if (real && lies_below(*trust, *real))
            return Error(ErrorCode::usage,
                         fmt::format("{} lies inside {}: whom to believe cannot come with the "
                                     "package itself",
                                     base::printable(options.trust->string()),
                                     base::printable(place.string())));
    }
    return {};
}

}  // namespace solander::verify
