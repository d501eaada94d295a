// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/audit.h>
#include <solander/finding.h>
#include <solander/remark.h>

#include "base/escape.h"
#include "base/nearest.h"
#include "cli/common.h"
#include "report/emitter.h"
#include "report/rule_help.h"

namespace solander::cli {

namespace {

constexpr std::string_view kFindings = "findings";
constexpr std::string_view kRemarks = "remarks";

struct Options {
    std::string code;
    std::string only = "all";
    std::string format;
};

std::string text_of(const CodeInfo& info) {
    return fmt::format(
        "{}: {}\n\nLayer:      {} ({})\nMeaning:    {}\nWhy:        {}\nExample:    {}\n"
        "What to do: {}\n",
        info.id, info.title, layer_name(info.layer), report::severity(info.code), info.meaning,
        info.why, info.example, info.remedy);
}

std::string_view where_it_stands(RemarkKind kind) {
    switch (kind) {
        case RemarkKind::note:
            return "a note of describe and pack, which go on";
        case RemarkKind::refusal:
            return "the refusal of a record table; nothing is packed";
        case RemarkKind::either:
            return "a note on a record; in a record table a refusal: nothing is packed";
        case RemarkKind::rule:
            return "the rule of a statement, by which words of the source became its value";
    }
    return "";
}

std::string text_of(const RemarkInfo& info) {
    return fmt::format("{}\n\nStands in:  {}\nMeaning:    {}\nWhy:        {}\nWhat to do: {}\n",
                       info.id, where_it_stands(info.kind), info.meaning, info.why, info.remedy);
}

std::string line_of(const CodeInfo& info) {
    return fmt::format("{:<26} {:<14} {}\n", info.id, report::severity(info.code), info.title);
}

std::string line_of(const RemarkInfo& info) {
    return fmt::format("{:<39} {:<15} {}\n", info.id, remark_kind_name(info.kind), info.meaning);
}

std::string markdown_of(const CodeInfo& info) {
    return fmt::format("## {}\n\n**{}.** Layer {}, {}.\n\n{} {}\n\nExample: {}\n\nWhat to do: {}\n",
                       info.id, info.title, layer_name(info.layer), report::severity(info.code),
                       info.meaning, info.why, info.example, info.remedy);
}

std::string markdown_of(const RemarkInfo& info) {
    return fmt::format("## {}\n\n**In {}.**\n\n{} {}\n\nWhat to do: {}\n", info.id,
                       where_it_stands(info.kind), info.meaning, info.why, info.remedy);
}

/// The heads of the pages docs/findings.md and docs/remarks.md.
constexpr std::string_view kFindingsHead =
    "# Findings\n\nEvery finding that `solander verify` can make, as `solander explain CODE` "
    "tells it. This page is\nwritten by `solander explain --only findings --format markdown`; a "
    "test compares.\n";
constexpr std::string_view kRemarksHead =
    "# Remarks\n\nThe codes of notes and of refused record tables, which `solander describe` and "
    "`pack` give, and of the\nrules that statements of records name, as `solander explain CODE` "
    "tells them. This page is written by\n`solander explain --only remarks --format markdown`; a "
    "test compares.\n";

nlohmann::ordered_json json_of(const CodeInfo& info) {
    return {{"code", info.id},
            {"kind", "finding"},
            {"layer", layer_name(info.layer)},
            {"severity", report::severity(info.code)},
            {"title", info.title},
            {"meaning", info.meaning},
            {"why", info.why},
            {"example", info.example},
            {"remedy", info.remedy}};
}

nlohmann::ordered_json json_of(const RemarkInfo& info) {
    return {{"code", info.id},
            {"kind", remark_kind_name(info.kind)},
            {"meaning", info.meaning},
            {"why", info.why},
            {"remedy", info.remedy}};
}

template <class Info>
std::string told(const Info& info, const std::string& format) {
    if (format == "json") return json_of(info).dump(2) + "\n";
    return format == "markdown" ? markdown_of(info) : text_of(info);
}

/// Codes of one kind: a page of the documents, or lines.
template <class Info>
std::string listed(std::span<const Info> infos, std::string_view head, bool is_page) {
    std::string text(is_page ? head : "");
    for (const Info& info : infos) text += is_page ? "\n" + markdown_of(info) : line_of(info);
    return text;
}

std::string all(const Options& options) {
    const bool findings = options.only != kRemarks;
    const bool remarks = options.only != kFindings;
    if (options.format == "json") {
        nlohmann::ordered_json json = nlohmann::ordered_json::array();
        if (findings)
            for (const CodeInfo& info : all_codes()) json.push_back(json_of(info));
        if (remarks)
            for (const RemarkInfo& info : all_remarks()) json.push_back(json_of(info));
        return json.dump(2) + "\n";
    }
    const bool is_page = options.format == "markdown";
    std::string text;
    if (findings) text += listed(all_codes(), kFindingsHead, is_page);
    if (findings && remarks) text += '\n';
    if (remarks) text += listed(all_remarks(), kRemarksHead, is_page);
    return text;
}

/// Codes are written in small letters, but not always by those who look them up.
std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

Error unknown_code(const std::string& code) {
    const std::vector<AuditRuleInfo> rules = audit_rules();
    std::vector<std::string_view> rule_ids;
    rule_ids.reserve(rules.size());
    for (const AuditRuleInfo& rule : rules) rule_ids.push_back(rule.id);
    const std::string rule = base::did_you_mean(upper(code), rule_ids);
    if (!rule.empty())
        return {ErrorCode::usage,
                fmt::format("there is no code '{}'; {}`solander explain rules` lists the rules",
                            base::printable(code), rule)};
    std::vector<std::string_view> ids;
    for (const CodeInfo& each : all_codes()) ids.push_back(each.id);
    for (const RemarkInfo& each : all_remarks()) ids.push_back(each.id);
    return {ErrorCode::usage,
            fmt::format("there is no code '{}'; {}`solander explain` lists them",
                        base::printable(code), base::did_you_mean(lower(code), ids))};
}

Exit tell(Io& io, const Options& options) {
    if (options.code.empty()) {
        io.out << all(options);
        return Exit::passed;
    }
    if (const auto help = report::rule_help(options.code, options.format)) {
        io.out << *help;
        return Exit::passed;
    }
    if (const CodeInfo* finding = find_code(options.code)) {
        io.out << told(*finding, options.format);
        return Exit::passed;
    }
    if (const RemarkInfo* remark = find_remark(options.code)) {
        io.out << told(*remark, options.format);
        return Exit::passed;
    }
    return fail(io, unknown_code(options.code));
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_argument(app, "CODE", options->code,
                 "The code of a finding, a note, a refusal or a rule, such as RGT009; without one, "
                 "all codes are listed. `rules` lists the rules of audits");
    add_choice(app, "--only", "KIND", options->only,
               {options->only, std::string(kFindings), std::string(kRemarks)},
               "What to list, without CODE");
    add_format(app, options->format, {"text", "json", "markdown"});
    return [options](Io& io) { return tell(io, *options); };
}

}  // namespace

extern const Command explain;
const Command explain{
    .group = "",
    .name = "explain",
    .title = "Tell what a finding or a note means and what to do about it",
    .examples =
        "  solander explain payload.digest\n"
        "  solander explain records.zeros-lost\n"
        "  solander explain RGT009\n"
        "  solander explain rules\n"
        "  solander explain\n",
    .setup = setup,
};

}  // namespace solander::cli
