// SPDX-License-Identifier: Apache-2.0
#include "report/proof.h"

#include <fmt/format.h>

#include "base/escape.h"
#include "report/json.h"

namespace solander::report {

std::string proof_text(const std::filesystem::path& path, const ProofReport& report) {
    std::string text =
        fmt::format("{} {}: {}\n", verdict_name(report.verdict), base::printable(path.string()),
                    base::printable(report.sentence));
    if (report.manifest)
        text += fmt::format("  about the package sha256:{}\n", report.manifest->hex());
    return text;
}

std::string proof_json(const std::filesystem::path& path, const ProofReport& report) {
    Json json{{"schema", kProofSchema},
              {"path", base::printable(path.string())},
              {"verdict", lower_name(report.verdict)},
              {"sentence", base::printable(report.sentence)}};
    if (report.manifest) {
        json["identity"] = "sha256:" + report.manifest->hex();
        json["seq"] = report.seq;
        json["events"] = {base::printable(report.one), base::printable(report.two)};
    }
    json["parties"] = Json::array();
    for (const PartyReport& party : report.parties) json["parties"].push_back(party_json(party));
    return json_text(json);
}

}  // namespace solander::report
