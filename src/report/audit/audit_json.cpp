// SPDX-License-Identifier: Apache-2.0
#include <string>

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

Json finding_json(const AuditFinding& finding) {
    Json json{{"rule", finding.rule}, {"level", audit_level_name(finding.level)}};
    if (finding.record) json["record"] = *finding.record;
    put(json, "field", finding.field);
    put(json, "file", finding.file);
    put(json, "at", finding.at);
    put(json, "value", finding.value);
    json["message"] = base::printable(finding.message);
    json["fix"] = base::printable(finding.fix);
    if (!finding.others.empty()) json["others"] = finding.others;
    return json;
}

Json counts_json(const AuditReport& report) {
    Json json;
    for (std::size_t i = 0; i < kAuditLevelCount; ++i)
        json[std::string(audit_level_name(static_cast<AuditLevel>(i)))] = report.counts.at(i);
    return json;
}

template <class Range, class Make>
Json list(const Range& range, const Make& make) {
    Json json = Json::array();
    for (const auto& each : range) json.push_back(make(each));
    return json;
}

std::string emit(const AuditOutcome& outcome, bool) {
    const AuditReport& report = outcome.report;
    return json_text(
        {{"schema", kAuditSchema},
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
         {"counts", counts_json(report)},
         {"notes", list(report.notes, [](const std::string& note) { return Json(note); })}});
}

}  // namespace

extern const AuditEmitter audit_json;
const AuditEmitter audit_json{.name = "json", .emit = emit};

}  // namespace solander::report
