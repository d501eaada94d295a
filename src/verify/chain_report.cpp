// SPDX-License-Identifier: Apache-2.0
#include "verify/chain_report.h"

#include <algorithm>
#include <utility>

#include "verify/folder_findings.h"
#include "verify/timeline.h"
#include "verify/trust_file.h"

namespace solander::verify {

bool is_sound(const custody::Folder& folder, const WalkedChain& walked) {
    const auto findings = findings_of(folder);
    return walked.overall() == Verdict::passed &&
           std::all_of(findings.begin(), findings.end(), [](const Finding& finding) {
               return code_info(finding.code).effect == Verdict::passed;
           });
}

Report report_of_chain(const std::filesystem::path& package, const custody::Folder& folder,
                       const WalkedChain& walked, const trust::TrustStore* trust) {
    Report report;
    report.package = package;
    report.layers.fill(Verdict::indeterminate);
    report.findings = findings_of(folder);
    report.findings.insert(report.findings.end(), walked.findings.begin(), walked.findings.end());
    Verdict custody = walked.verdict;
    for (Finding& finding : report.findings) {
        finding.layer = Layer::custody;
        custody = worse(custody, code_info(finding.code).effect);
    }
    std::vector<Finding> of_trust;
    judge_trust(trust, of_trust);
    for (Finding& finding : of_trust) {
        finding.layer = Layer::authenticity;
        report.findings.push_back(std::move(finding));
    }
    report.layers.at(static_cast<std::size_t>(Layer::custody)) = custody;
    report.verdict = worse(Verdict::indeterminate, custody);  // nothing else was looked at
    report.signers = walked.signers;
    report.events = walked.events;
    report.custody = tell_custody(walked);
    confirm({}, *report.custody, report.events);
    return report;
}

}  // namespace solander::verify
