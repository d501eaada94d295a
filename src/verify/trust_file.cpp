// SPDX-License-Identifier: Apache-2.0
#include "verify/trust_file.h"

#include <string>
#include <utility>

#include <solander/revocation.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"

namespace solander::verify {

Result<TrustFile> TrustFile::read(const VerifyOptions& options, const Environment& environment) {
    TrustFile file;
    std::vector<Revocation> revocations;
    if (options.revoked) {
        SOLANDER_TRY_ASSIGN(revocations, load_revocations(*options.revoked, environment.files));
    }
    if (options.policy) {
        SOLANDER_TRY_ASSIGN(file.policy_, load_policy(*options.policy, environment.files));
    }
    if (!options.trust) return file;
    SOLANDER_TRY_ASSIGN(const auto bytes, base::read_all(environment.files, *options.trust,
                                                         base::Limits{}.trust_store_bytes));
    // A package has such bytes, and lines of its own in them: it can come by a pipe or another
    // name.
    if (base::as_text(bytes).find('\0') != std::string_view::npos)
        return Error(ErrorCode::usage, base::printable(options.trust->string()) +
                                           ": is no file of text, so it is no trust file");
    file.store_ = trust::TrustStore::parse(base::as_text(bytes), environment.clock);
    file.store_->revoke(revocations);
    if (file.policy_)
        if (const PolicyRole* witnesses = file.policy_->role("time-witness"))
            file.store_->name_witnesses(witnesses->principals);
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
