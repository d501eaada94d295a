// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <algorithm>

#include "base/escape.h"
#include "report/emitter.h"
#include "report/policy.h"
#include "report/sealed_audit.h"

namespace solander::report {

namespace {

/// The short form of what a manifest says; `solander show` has the long one.
Json manifest_json(const Manifest& manifest) {
    std::uint64_t bytes = 0;
    for (const auto& file : manifest.files) bytes += file.size;
    Json documents = Json::array();
    for (const Document& document : manifest.documents)
        documents.push_back(
            {{"id", document.id}, {"title", base::printable(document.titles.front().words)}});
    Json json{
        {"name", manifest.name},          {"id", manifest.id}, {"created", manifest.created.text()},
        {"files", manifest.files.size()}, {"bytes", bytes},    {"documents", std::move(documents)}};
    if (manifest.audit) json["audit"] = sealed_audit_json(*manifest.audit);
    return json;
}

Json report_json(const Report& report) {
    Json json;
    json["path"] = base::printable(report.package.string());
    if (!report.form.empty()) json["form"] = report.form;
    json["verdict"] = lower_name(report.verdict);
    for (std::size_t i = 0; i < kLayerCount; ++i)
        json["layers"][std::string(layer_name(static_cast<Layer>(i)))] =
            lower_name(report.layers.at(i));
    Json checks = Json::array();
    for (const CheckReport& check : report.checks)
        checks.push_back({{"name", check.name},
                          {"layer", layer_name(check.layer)},
                          {"verdict", lower_name(check.verdict)},
                          {"title", check.title}});
    json["checks"] = std::move(checks);
    if (report.manifest_digest) json["identity"] = "sha256:" + report.manifest_digest->hex();
    json["findings"] = findings_json(report);
    json["signers"] = signers_json(report);
    json["events"] = events_json(report);
    if (report.custody) json["custody"] = custody_json(*report.custody);
    for (const auto& proof : report.proofs)
        json["proofs"].push_back(base::printable(proof.string()));
    if (report.policy) json["policy"] = policy_json(*report.policy);
    if (report.verified) json["verified"] = manifest_json(report.verified->get());
    if (report.unverified) json["unverified"] = manifest_json(*report.unverified);
    return json;
}

std::string emit(std::span<const Outcome> outcomes, const Style&) {
    Json packages = Json::array();
    for (const Outcome& outcome : outcomes) {
        if (outcome.report != nullptr)
            packages.push_back(report_json(*outcome.report));
        else
            packages.push_back({{"path", base::printable(outcome.package.string())},
                                {"error",
                                 {{"code", error_name(outcome.error->code())},
                                  {"message", base::printable(outcome.error->message())}}}});
    }
    const Tally count = tally(outcomes);
    Json summary{{"packages", outcomes.size()},
                 {"passed", count.passed},
                 {"failed", count.failed},
                 {"indeterminate", count.indeterminate},
                 {"errors", count.errors}};
    const bool has_policy = std::ranges::any_of(outcomes, [](const Outcome& outcome) {
        return outcome.report != nullptr && outcome.report->policy;
    });
    if (has_policy) summary["policy_not_met"] = count.unmet;
    return json_text({{"schema", kReportSchema},
                      {"packages", std::move(packages)},
                      {"summary", std::move(summary)}});
}

}  // namespace

extern const Emitter json;
const Emitter json{
    .name = "json", .title = "For a program to read (schemas/report-1.schema.json)", .emit = emit};

}  // namespace solander::report
