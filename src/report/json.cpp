// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include "base/escape.h"
#include "report/emitter.h"

namespace solander::report {

std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json findings_json(const Report& report) {
    Json findings = Json::array();
    for (const Finding& finding : report.findings) {
        const CodeInfo& info = code_info(finding.code);
        findings.push_back({{"code", info.id},
                            {"layer", layer_name(finding.layer)},
                            {"severity", severity(finding.code)},
                            {"subject", base::printable(finding.subject)},
                            {"message", base::printable(finding.message)},
                            {"remedy", info.remedy}});
    }
    return findings;
}

Json signers_json(const Report& report) {
    Json signers = Json::array();
    for (const SignerReport& signer : report.signers)
        signers.push_back({{"statement", base::printable(signer.statement)},
                           {"fingerprint", signer.fingerprint},
                           {"claimed_name", base::printable(signer.claimed_name)},
                           {"signature_good", signer.signature_good},
                           {"trusted", signer.trusted},
                           {"name", base::printable(signer.name)}});
    return signers;
}

}  // namespace solander::report
