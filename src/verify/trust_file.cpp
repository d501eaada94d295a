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
    SOLANDER_TRY_ASSIGN(const auto trust, environment.files.canonical(*options.trust));
    const auto custody = options.custody.value_or(custody_beside(package));
    for (const auto& place : {package, custody}) {
        if (place == "-") continue;  // standard input has no place
        const auto real = environment.files.canonical(place);
        if (!real && environment.files.info(place)) return real.error();
        if (real && lies_below(trust, *real))
            return Error(ErrorCode::usage,
                         fmt::format("{} lies inside {}: whom to believe cannot come with the "
                                     "package itself",
                                     base::printable(options.trust->string()),
                                     base::printable(place.string())));
    }
    return {};
}

}  // namespace solander::verify
