// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <string_view>

#include <solander/audit_clarity.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/json.h"

namespace solander::report {

namespace {

constexpr std::string_view kAuditSchema = "urn:solander:audit:1";

/// Texts that may be from outside, and are left out where there are none.
void put(Json& json, const char* name, std::string_view words) {
    if (!words.empty()) json[name] = base::printable(words);
}

Json record_json(const AuditRecord& record) {
    const Document& document = record.document;
    Json json{{"document", base::printable(document.id)}};
    if (!document.origins.empty()) put(json, "file", document.origins.front().file);
    put(json, "package", record.package);
    put(json, "title", title_of(document));
    put(json, "date", date_of(document));
    return json;
}

Json accepted_json(const AuditException& exception) {
    Json json;
    put(json, "reason", exception.reason);
    put(json, "comment", exception.comment);
    put(json, "by", exception.by);
    put(json, "on", exception.on);
    put(json, "expires", exception.expires);
    put(json, "file", exception.file);
    put(json, "at", exception.at);
    return json;
}

Json finding_json(const AuditFinding& finding) {
    Json json{{"rule", finding.rule}, {"level", audit_level_name(finding.level)}};
    if (finding.record) json["record"] = *finding.record;
    put(json, "field", finding.field);
    put(json, "file", finding.file);
    put(json, "at", finding.at);
    put(json, "value", finding.value);
    put(json, "value_sha256", finding.value_sha256);
    json["message"] = base::printable(finding.message);
    json["fix"] = base::printable(finding.fix);
    put(json, "proposed", finding.proposed);
    if (!finding.others.empty()) json["others"] = finding.others;
    json["fingerprint"] = finding.fingerprint;
    if (finding.in_baseline) json["in_baseline"] = true;
    if (finding.accepted) json["accepted"] = accepted_json(*finding.accepted);
    return json;
}

Json counts_json(const std::array<std::size_t, kAuditLevelCount>& counts) {
    Json json;
    for (std::size_t i = 0; i < kAuditLevelCount; ++i)
        json[std::string(audit_level_name(static_cast<AuditLevel>(i)))] = counts.at(i);
    return json;
}

Json clarity_json(const AuditClarity& clarity) {
    return {{"rights",
             {{"item_status", clarity.item_status},
              {"boilerplate", clarity.boilerplate},
              {"text_only", clarity.text_only},
              {"nothing", clarity.no_rights}}},
            {"stated",
             {{"rights_holder", clarity.with_holder},
              {"determination", clarity.with_determination},
              {"source", clarity.with_source},
              {"locator", clarity.with_locator},
              {"custody", clarity.with_custody}}}};
}

Json baseline_json(const BaselineUse& baseline) {
    Json absent = Json::array();
    for (const auto& each : baseline.absent) absent.push_back(each.fingerprint);
    return {{"path", base::printable(baseline.path)},
            {"findings", baseline.size},
            {"absent", std::move(absent)}};
}

template <class Range, class Make>
Json list(const Range& range, const Make& make) {
    Json json = Json::array();
    for (const auto& each : range) json.push_back(make(each));
    return json;
}

std::string emit(const AuditOutcome& outcome, bool) {
    const AuditReport& report = outcome.report;
    Json json{{"schema", kAuditSchema},
              {"as_of", report.as_of},
              {"profiles", list(report.profiles,
                                [](const AuditProfileInfo& each) {
                                    return Json{{"name", each.name},
                                                {"version", each.version},
                                                {"source", each.source}};
                                })},
              {"vocabularies", list(report.vocabularies,
                                    [](const AuditVocabularyInfo& each) {
                                        return Json{{"name", each.name},
                                                    {"version", each.version},
                                                    {"date", each.date},
                                                    {"source", each.source}};
                                    })},
              {"fail_on",
               outcome.fail_on == AuditLevel::off ? "never" : audit_level_name(outcome.fail_on)},
              {"failed", outcome.failed()},
              {"passed", outcome.passed()},
              {"packages", list(outcome.packages,
                                [](const AuditedPackage& each) {
                                    return Json{{"path", base::printable(each.path)},
                                                {"verified", each.verified},
                                                {"standing", base::printable(each.standing)}};
                                })},
              {"unaudited", list(outcome.unaudited,
                                 [](const Unaudited& each) {
                                     return Json{{"path", base::printable(each.path)},
                                                 {"reason", base::printable(each.reason)}};
                                 })},
              {"files_without_record", outcome.files_without_record},
              {"records", list(outcome.records, record_json)},
              {"findings", list(report.findings, finding_json)},
              {"counts", counts_json(report.counts)},
              {"uncounted", counts_json(report.uncounted)},
              {"clarity", clarity_json(audit_clarity(outcome.records, outcome.boilerplate))},
              {"notes", list(report.notes, [](const std::string& note) { return Json(note); })}};
    put(json, "config_sha256", report.config_sha256);
    if (!report.turned_off.empty())
        json["turned_off"] = list(
            report.turned_off, [](const std::string& each) { return Json(base::printable(each)); });
    if (outcome.baseline != nullptr) json["baseline"] = baseline_json(*outcome.baseline);
    return json_text(json);
}

}  // namespace

extern const AuditEmitter audit_json;
const AuditEmitter audit_json{.name = "json", .emit = emit};

}  // namespace solander::report
