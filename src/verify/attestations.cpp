// SPDX-License-Identifier: Apache-2.0
#include "verify/attestations.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "trust/namespaces.h"

namespace solander::verify {

namespace {

Code code_of_attestation(crypto::SignatureFlaw flaw) {
    switch (flaw) {
        case crypto::SignatureFlaw::malformed:
        case crypto::SignatureFlaw::line_endings:
            return Code::attestation_malformed;
        case crypto::SignatureFlaw::wrong_namespace:
            return Code::attestation_namespace;
        case crypto::SignatureFlaw::unsupported_type:
            return Code::attestation_unsupported;
        case crypto::SignatureFlaw::weak_key:
            return Code::key_weak;
    }
    return Code::attestation_malformed;
}

/// It claims no time: only a key that is valid now says anything.
bool is_valid_now(const trust::Recognition& known, const SignerReport& signer, Timestamp now,
                  std::vector<Finding>& findings) {
    const std::string& subject = signer.fingerprint;
    switch (trust::judge_time(known, now, now, now)) {
        case trust::TimeStanding::ok:
            return true;
        case trust::TimeStanding::claimed_before_valid_after:
            findings.push_back({Code::key_not_valid_then, subject,
                                fmt::format("attested this in {}; your trust file (line {}) says "
                                            "that the key is not valid yet",
                                            signer.file.string(), known.line)});
            return false;
        case trust::TimeStanding::claimed_after_valid_before:
        case trust::TimeStanding::expired_since:
            findings.push_back({Code::key_unproven_time, subject,
                                fmt::format("attested this in {}; the key has expired (trust file, "
                                            "line {}), and nothing proves that it had not then",
                                            signer.file.string(), known.line)});
            return false;
        case trust::TimeStanding::revoked:
        case trust::TimeStanding::compromised_since:
            return false;  // of which judge_attester() has told
    }
    return false;
}

/// What the trust file says of a good signature's key.
void judge_attester(const PublicKey& key, const Evidence& evidence, SignerReport& signer,
                    std::vector<Finding>& findings) {
    const auto known = evidence.trust->find(key, {}, trust::kAttestNamespace, evidence.now);
    if (is_revoked_at(known, evidence.now)) {
        // It claims no time, so it may be by whoever has the key now.
        findings.push_back({Code::key_revoked, signer.fingerprint,
                            fmt::format("attested this in {}; {}", signer.file.string(),
                                        told_of_revocation(*known.revocation))});
        return;
    }
    switch (known.standing) {
        case trust::Standing::unknown:
            findings.push_back(
                {Code::attestation_unknown, signer.file.string(),
                 fmt::format("is by {}, which is not in your trust file", signer.fingerprint)});
            return;
        case trust::Standing::wrong_namespace:
            findings.push_back(
                {Code::signer_namespace, signer.fingerprint,
                 fmt::format("attested this in {}, and your trust file (line {}) "
                             "does not allow the key for {}",
                             signer.file.string(), known.line, trust::kAttestNamespace)});
            return;
        case trust::Standing::known:
            break;
    }
    if (!is_valid_now(known, signer, evidence.now, findings)) return;
    signer.trusted = true;
    signer.names = evidence.trust->names_at(signer.fingerprint, trust::kAttestNamespace,
                                            evidence.now, evidence.now, evidence.now);
    signer.name = known.by_pattern ? signer.fingerprint : known.principal;
    if (known.by_pattern)
        findings.push_back({Code::signer_pattern, signer.fingerprint,
                            fmt::format("attested this in {}, and is known only by a pattern in "
                                        "line {} of your trust file",
                                        signer.file.string(), known.line)});
}

}  // namespace

Result<std::vector<AttestationFile>> read_attestations(const VerifyOptions& options,
                                                       const Environment& environment) {
    std::vector<AttestationFile> files;
    for (const auto& path : options.attestations) {
        SOLANDER_TRY_ASSIGN(
            auto bytes, base::read_all(environment.files, path, base::Limits{}.signature_bytes));
        files.push_back({path, std::move(bytes)});
    }
    return files;
}

void check_attestations(const std::vector<AttestationFile>& files, Evidence& evidence) {
    const base::Bytes* const manifest = evidence.manifest_bytes();
    if (manifest == nullptr || files.empty()) return;
    const Sha512 message = crypto::sha512(*manifest);
    for (const AttestationFile& file : files)
        evidence.attestations.push_back(
            check_signature(file.path.string(), file.bytes, trust::kAttestNamespace, message));
}

void judge_attestations(const Evidence& evidence, std::vector<Finding>& findings,
                        std::vector<SignerReport>& signers) {
    const bool believes = evidence.trust != nullptr && !evidence.trust->empty();
    for (const CheckedSignature& attestation : evidence.attestations) {
        if (attestation.problem) {
            findings.push_back({code_of_attestation(attestation.problem->flaw), attestation.file,
                                attestation.problem->sentence});
            continue;
        }
        SignerReport& signer = signers.emplace_back();
        signer.statement = kAttestation;
        signer.fingerprint = attestation.fingerprint;
        signer.signature_good = attestation.good;
        signer.file = attestation.file;
        if (!attestation.good)
            findings.push_back({Code::attestation_bad, attestation.file,
                                "does not fit this manifest: it is over another package, or one of "
                                "the two was changed"});
        else if (believes)
            judge_attester(attestation.parsed->key, evidence, signer, findings);
    }
}

}  // namespace solander::verify
