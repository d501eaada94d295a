// SPDX-License-Identifier: Apache-2.0
#include "verify/trust_file.h"

#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"

namespace solander::verify {

Result<TrustFile> TrustFile::read(const VerifyOptions& options, const Environment& environment) {
    TrustFile file;
    if (!options.trust) return file;
    SOLANDER_TRY_ASSIGN(const auto bytes, base::read_all(environment.files, *options.trust,
                                                         base::Limits{}.trust_store_bytes));
    file.store_ = trust::TrustStore::parse(base::as_text(bytes), environment.clock);
    return file;
}

}  // namespace solander::verify
