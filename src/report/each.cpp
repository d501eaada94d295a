// SPDX-License-Identifier: Apache-2.0
#include "report/each.h"

#include <algorithm>

#include <fmt/format.h>

#include <solander/describe.h>

#include "base/escape.h"
#include "report/emitter.h"
#include "report/json.h"
#include "report/sealed_audit.h"

namespace solander::report {

namespace {

constexpr std::size_t kShownFailures = 20;
constexpr std::string_view kFormulas = "=+-@\t\r";

std::string package_of(const EachOutcome& outcome) {
    return base::printable(outcome.package.string());
}

std::string identity_of(const EachOutcome& outcome) {
    return outcome.manifest ? "sha256:" + outcome.manifest->hex() : std::string();
}

std::string reason_of(const EachOutcome& outcome) {
    return outcome.failure ? base::printable(outcome.failure->message()) : std::string();
}

/// A cell that a spreadsheet leaves as it is.
std::string guarded(std::string text) {
    const bool is_formula = !text.empty() && kFormulas.find(text.front()) != std::string_view::npos;
    return is_formula ? "'" + text : text;
}

RecordTable table_of(const EachPacked& each) {
    RecordTable table;
    table.header = {"document", "package", "status", "identity", "files", "bytes", "reason"};
    for (const EachOutcome& outcome : each.outcomes)
        table.rows.push_back({guarded(base::printable(outcome.document)),
                              guarded(package_of(outcome)),
                              std::string(each_status_name(outcome.status)), identity_of(outcome),
                              std::to_string(outcome.files), std::to_string(outcome.bytes),
                              guarded(reason_of(outcome))});
    return table;
}

Json outcome_json(const EachOutcome& outcome) {
    Json json{{"document", base::printable(outcome.document)}};
    if (!outcome.package.empty()) json["package"] = package_of(outcome);
    json["status"] = each_status_name(outcome.status);
    if (outcome.manifest) json["identity"] = identity_of(outcome);
    json["files"] = outcome.files;
    json["bytes"] = outcome.bytes;
    if (outcome.audit) json["audit"] = sealed_counts_json(outcome.audit->counts);
    if (outcome.failure) {
        json["error"] = error_name(outcome.failure->code());
        json["reason"] = reason_of(outcome);
    }
    json["notes"] = outcome.notes;
    return json;
}

std::string failures_text(const EachPacked& each, std::uint64_t failed, std::string_view report) {
    std::string text = "\nFailed:\n";
    std::size_t shown = 0;
    for (const EachOutcome& outcome : each.outcomes) {
        if (!outcome.failure) continue;
        if (shown++ == kShownFailures) break;
        const std::string subject = base::printable(outcome.document) + ": ";
        const std::string reason = reason_of(outcome);
        text += fmt::format("  {}{}\n", reason.starts_with(subject) ? "" : subject, reason);
    }
    if (failed > kShownFailures)
        text += fmt::format("  and {} more: see {}\n", failed - kShownFailures, report);
    return text;
}

}  // namespace

EachTally tally(const EachPacked& each) {
    EachTally all;
    for (const EachOutcome& outcome : each.outcomes) {
        switch (outcome.status) {
            case EachStatus::packed:
                ++all.packed;
                break;
            case EachStatus::already_there:
                ++all.already_there;
                break;
            case EachStatus::failed:
                ++all.failed;
                break;
            case EachStatus::not_reached:
                ++all.not_reached;
                break;
        }
        all.files += outcome.files;
        all.bytes += outcome.bytes;
    }
    return all;
}

std::string each_table(const EachPacked& each) {
    return write_table(table_of(each), TableFormat::csv);
}

bool is_each_report(std::string_view beginning) {
    static const std::string kTable = each_table({});
    return beginning.starts_with(kTable) ||
           beginning.starts_with(fmt::format("{{\n  \"schema\": \"{}\"", kEachSchema));
}

std::string each_json(const EachPacked& each) {
    const EachTally all = tally(each);
    auto packages = Json::array();
    for (const EachOutcome& outcome : each.outcomes) packages.push_back(outcome_json(outcome));
    return json_text({{"schema", kEachSchema},
                      {"interrupted", each.interrupted},
                      {"packed", all.packed},
                      {"already_there", all.already_there},
                      {"failed", all.failed},
                      {"not_reached", all.not_reached},
                      {"files", all.files},
                      {"bytes", all.bytes},
                      {"packages", std::move(packages)},
                      {"notes", each.notes}});
}

std::string each_text(const EachPacked& each, std::string_view report) {
    const EachTally all = tally(each);
    std::string text = fmt::format("{} sealed", count_text(all.packed, "package"));
    if (all.already_there > 0) text += fmt::format(", {} there already", all.already_there);
    if (all.failed > 0) text += fmt::format(", {} failed", all.failed);
    if (all.not_reached > 0) text += fmt::format(", {} not reached", all.not_reached);
    text += fmt::format("; {}, {}\nreport  {}\n", count_text(all.files, "file"),
                        size_text(all.bytes), report);
    if (all.failed > 0) text += failures_text(each, all.failed, report);
    return text;
}

}  // namespace solander::report
