// SPDX-License-Identifier: Apache-2.0
#include "verify/outside.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
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

/// Something of the reader's own, and what would be wrong with having it from the package.
struct Own {
    std::filesystem::path path;
    std::string_view why;
};

std::vector<Own> own_inputs(const VerifyOptions& options) {
    std::vector<Own> own;
    if (options.trust) own.push_back({*options.trust, "whom to believe"});
    if (options.state) own.push_back({*options.state, "what you remember"});
    if (options.write_proof) own.push_back({*options.write_proof, "a place for proofs"});
    for (const auto& path : options.receipts) own.push_back({path, "what others know of it"});
    for (const auto& path : options.compare) own.push_back({path, "another copy of the custody"});
    return own;
}

}  // namespace

Result<void> check_own_is_outside(const std::filesystem::path& package,
                                  const VerifyOptions& options, const Environment& environment) {
    for (const auto& [path, why] : own_inputs(options)) {
        SOLANDER_TRY_ASSIGN(const auto own, place_of(path, environment.files));
        if (!own) continue;
        for (const auto& place :
             {package, custody_beside(package, package::Form::tar),
              custody_beside(package, package::Form::directory), options.custody.value_or("")}) {
            SOLANDER_TRY_ASSIGN(const auto real, place_of(place, environment.files));
            if (real && lies_below(*own, *real))
                return Error(ErrorCode::usage,
                             fmt::format("{} lies inside {}: {} cannot come with the package "
                                         "itself",
                                         base::printable(path.string()),
                                         base::printable(place.string()), why));
        }
    }
    return {};
}

}  // namespace solander::verify
