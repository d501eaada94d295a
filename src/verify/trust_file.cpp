// SPDX-License-Identifier: Apache-2.0
#include "verify/trust_file.h"

#include <string>

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

void judge_trust(const trust::TrustStore* trust, std::vector<Finding>& findings) {
    if (trust == nullptr) {
        findings.push_back({Code::trust_missing, "--trust",
                            "was not given: nobody said whose signatures to believe"});
        return;
    }
    if (trust->empty())
        findings.push_back({Code::trust_missing, "the trust file", "has no key that can be used"});
    for (const auto& problem : trust->problems())
        findings.push_back({Code::trust_line, "line " + std::to_string(problem.line),
                            "of the trust file is not used: " + problem.sentence});
}

}  // namespace solander::verify
