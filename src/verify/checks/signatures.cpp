// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "format/bag_files.h"
#include "trust/namespaces.h"
#include "verify/attestations.h"
#include "verify/check.h"
#include "verify/trust_file.h"
#include "verify/witnessed_times.h"

namespace solander::verify {

namespace {

Verdict run(const Evidence& evidence, Answers& answers) {
    auto& findings = answers.findings;
    judge_trust(evidence.trust, findings);
    judge_signature_files(
        format::kManifestFile, evidence.signatures,
        evidence.manifest ? evidence.manifest->sealing : std::vector<SealingPrincipal>{}, findings);
    for (const auto& signature : evidence.signatures)
        if (!signature.unreadable.empty())
            findings.push_back({Code::payload_unreadable, signature.file, signature.unreadable});
    if (!evidence.manifest) {
        if (evidence.manifest_bytes() != nullptr && evidence.signatures.empty())
            findings.push_back({Code::signature_missing, "manifest.xml", "has no signature"});
        return Verdict::indeterminate;  // who should have signed is not known
    }
    const auto witnessed = WitnessedTimes::of(context_of(evidence), evidence.chain);
    const SignedStatement statement{format::kManifestFile,      trust::kManifestNamespace,
                                    evidence.signatures,        evidence.manifest->sealing,
                                    evidence.manifest->created, evidence.elsewhere.first_seen(),
                                    witnessed.of_manifest()};
    judge_declared(statement, findings);
    const bool believes = evidence.trust != nullptr && !evidence.trust->empty();
    answers.signers =
        judge_signers(statement, believes ? evidence.trust : nullptr, evidence.now, findings);
    const bool all_are_trusted =
        !answers.signers.empty() &&
        std::ranges::all_of(answers.signers, [](const SignerReport& signer) {
            return signer.signature_good && signer.trusted;
        });
    judge_attestations(evidence, answers.findings, answers.signers);
    return all_are_trusted ? Verdict::passed : Verdict::indeterminate;
}

}  // namespace

extern const Check signatures;
const Check signatures{
    .name = "signatures",
    .title = "Everyone who is declared to seal has signed the manifest, and is trusted",
    .layer = Layer::authenticity,
    .needs = Needs::front,
    .run = run,
};

}  // namespace solander::verify
