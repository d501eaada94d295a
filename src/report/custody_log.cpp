// SPDX-License-Identifier: Apache-2.0
#include "report/custody_log.h"

#include <fmt/format.h>

#include <solander/record_tree.h>

#include "base/escape.h"
#include "report/emitter.h"
#include "report/json.h"
#include "report/record.h"

namespace solander::report {

namespace {

/// A step of the custody before sealing, which nobody but the record vouches for.
struct Stated {
    std::string document = {};
    std::string kind =
        {};  ///< `transfer`, `gap`, or `statement` where the record gives only words.
    std::string state = {};
    std::string date = {};
    std::string edtf = {};
    std::string from = {};
    std::string to = {};
    std::string method = {};
    std::vector<std::string> evidence = {};
    std::string words = {};
};

std::string name_of(const std::optional<Agent>& agent) {
    return agent ? agent->name : std::string();
}

Stated stated(const Transfer& transfer) {
    Stated step{.kind = "transfer",
                .from = name_of(transfer.from),
                .to = name_of(transfer.to),
                .method = transfer.method};
    if (transfer.date) {
        step.date = transfer.date->words;
        step.edtf = transfer.date->edtf;
    }
    for (const auto& evidence : transfer.evidence)
        step.evidence.push_back(evidence.file.empty() ? evidence.words
                                : evidence.words.empty()
                                    ? evidence.file
                                    : evidence.words + " (" + evidence.file + ")");
    return step;
}

Stated stated(const Gap& gap) {
    return {.kind = "gap", .edtf = gap.edtf, .words = gap.words};
}

/// The states of a document's custodial histories, as manifests spell them.
std::vector<std::string> states_of(const Document& document) {
    std::vector<std::string> states;
    for (const RecordNode& node : record_tree(document).children)
        if (node.name == "custodial-history") states.push_back(node.attribute("state"));
    return states;
}

std::vector<Stated> history_of(const Report& report) {
    std::vector<Stated> all;
    if (report.manifest() == nullptr) return all;
    for (const Document& document : report.manifest()->documents) {
        const auto states = states_of(document);
        for (std::size_t n = 0; n < document.custodial_histories.size(); ++n) {
            const CustodialHistory& history = document.custodial_histories[n];
            const std::size_t first = all.size();
            for (const auto& step : history.steps)
                all.push_back(std::visit([](const auto& said) { return stated(said); }, step));
            if (history.steps.empty() && !history.verbatim.empty())
                all.push_back({.kind = "statement", .words = history.verbatim});
            for (std::size_t i = first; i < all.size(); ++i) {
                all[i].document = document.id;
                all[i].state = states.at(n);
            }
        }
    }
    return all;
}

std::string or_unknown(const std::string& words) {
    return words.empty() ? "somebody unnamed" : base::printable(words);
}

std::string sentence(const Stated& step) {
    const std::string when = !step.date.empty()   ? base::printable(step.date)
                             : !step.edtf.empty() ? base::printable(step.edtf)
                                                  : "at an unstated time";
    if (step.kind == "gap")
        return fmt::format("{}  not known{}", when,
                           step.words.empty() ? "" : ": " + base::printable(step.words));
    if (step.kind == "statement") return base::printable(step.words);
    std::string text =
        fmt::format("{}  from {} to {}", when, or_unknown(step.from), or_unknown(step.to));
    if (!step.method.empty()) text += ", by " + base::printable(step.method);
    for (const auto& evidence : step.evidence) text += "; evidence: " + base::printable(evidence);
    return text;
}

Json history_json(const Report& report) {
    Json steps = Json::array();
    for (const Stated& step : history_of(report)) {
        Json json{{"document", step.document}, {"kind", step.kind}, {"state", step.state}};
        const auto add = [&json](const char* name, const std::string& value) {
            if (!value.empty()) json[name] = base::printable(value);
        };
        add("date", step.date);
        add("edtf", step.edtf);
        add("from", step.from);
        add("to", step.to);
        add("method", step.method);
        add("words", step.words);
        Json evidence = Json::array();
        for (const auto& words : step.evidence) evidence.push_back(base::printable(words));
        if (!evidence.empty()) json["evidence"] = std::move(evidence);
        steps.push_back(std::move(json));
    }
    return steps;
}

void add_history(std::string& text, const Report& report) {
    const auto history = history_of(report);
    if (history.empty()) return;
    text += "\nBefore it was sealed: what the record states, and nobody has proven\n";
    for (const Stated& step : history)
        text += fmt::format("  {}  {}{}\n", base::printable(step.document), sentence(step),
                            step.state == "stated" ? "" : " [" + step.state + "]");
}

void add_events(std::string& text, const Report& report) {
    text += "\nSince it was sealed: what these keys signed\n";
    for (const EventReport& event : report.events)
        text += fmt::format("{:>4}  {}  {}\n      on {}{}{}\n", event.seq, event.time,
                            base::printable(event.sentence), base::printable(event.rests_on),
                            event.confirmed ? "; confirmed" : "", doubt_of(event, report));
    if (report.events.empty()) text += "  no event that can be read\n";
}

}  // namespace

std::string_view doubt_of(const EventReport& event, const Report& report) {
    if (event.sound) return "";
    return custody_verdict(report) == Verdict::failed ? "; NOT SOUND: see the findings"
                                                      : "; not established: see the findings";
}

Verdict custody_verdict(const Report& report) {
    Verdict worst = worse(report.layers.at(static_cast<std::size_t>(Layer::authenticity)),
                          report.layers.at(static_cast<std::size_t>(Layer::custody)));
    for (const Finding& finding : report.findings)
        worst = worse(worst, code_info(finding.code).effect);
    return worst;
}

std::string custody_log_text(const Report& report) {
    std::string text = fmt::format("{}: custody {}\n", base::printable(report.package.string()),
                                   verdict_name(custody_verdict(report)));
    if (const Manifest* manifest = report.manifest())
        text += fmt::format("{}  {}\n{}\n", manifest->name, manifest->id, standing(report));
    if (report.manifest_digest) text += fmt::format("sha256:{}\n", report.manifest_digest->hex());
    add_history(text, report);
    add_events(text, report);
    if (report.custody) {
        text += '\n';
        for (const std::string& gap : report.custody->gaps)
            text += fmt::format("Open: {}.\n", base::printable(gap));
        text += base::printable(report.custody->summary) + ".\n";
    }
    for (const Finding& finding : report.findings)
        text +=
            fmt::format("\n{}  {}\n  {} {}\n", code_info(finding.code).id, severity(finding.code),
                        base::printable(finding.subject), base::printable(finding.message));
    return text;
}

std::string custody_log_json(const Report& report) {
    Json json{{"schema", kCustodyLogSchema},
              {"package", base::printable(report.package.string())},
              {"verdict", lower_name(custody_verdict(report))},
              {"verified", report.verified.has_value()}};
    if (report.manifest_digest) json["identity"] = "sha256:" + report.manifest_digest->hex();
    if (const Manifest* manifest = report.manifest()) {
        json["name"] = manifest->name;
        json["id"] = manifest->id;
    }
    json["stated_history"] = history_json(report);
    json["events"] = events_json(report);
    if (report.custody) json["custody"] = custody_json(*report.custody);
    json["findings"] = findings_json(report);
    return json_text(json);
}

}  // namespace solander::report
