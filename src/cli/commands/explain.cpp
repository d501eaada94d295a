// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <solander/audit.h>
#include <solander/finding.h>
#include <solander/key_check.h>
#include <solander/remark.h>
#include <solander/trust.h>

#include "base/escape.h"
#include "base/nearest.h"
#include "cli/common.h"
#include "report/explanations.h"
#include "report/rule_help.h"

namespace solander::cli {

namespace {

constexpr std::string_view kFindings = "findings";
constexpr std::string_view kRemarks = "remarks";
constexpr std::string_view kTrust = "trust";
constexpr std::string_view kKeys = "keys";

struct Options {
    std::string code;
    std::string only = "all";
    std::string format;
};

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

template <class Info>
std::string told(const Info& info, const std::string& format) {
    if (format == "json") return report::json_of(info).dump(2) + "\n";
    return format == "markdown" ? report::markdown_of(info) : report::text_of(info);
}

/// Codes of one kind: a page of the documents, or lines.
template <class Infos>
std::string listed(const Infos& infos, std::string_view head, bool is_page) {
    std::string text(is_page ? head : "");
    for (const auto& info : infos)
        text += is_page ? "\n" + report::markdown_of(info) : report::line_of(info);
    return text;
}

constexpr std::string_view kTrustHead =
    "# What trust check finds\n\nThe ids of `solander trust check`, as `solander explain ID` tells "
    "them.\n";
constexpr std::string_view kKeysHead =
    "# What key check finds\n\nThe ids of `solander key check`, as `solander explain ID` tells "
    "them.\n";

/// Calls `use` with each kind of codes that is asked for, and the head of its page.
template <class Use>
void for_each_kind(std::string_view only, Use use) {
    const auto is_asked = [only](std::string_view kind) { return only == "all" || only == kind; };
    if (is_asked(kFindings)) use(all_codes(), kFindingsHead);
    if (is_asked(kRemarks)) use(all_remarks(), kRemarksHead);
    if (is_asked(kTrust)) use(trust_rules(), kTrustHead);
    if (is_asked(kKeys)) use(key_rules(), kKeysHead);
}

std::string all(const Options& options) {
    if (options.format == "json") {
        auto json = nlohmann::ordered_json::array();
        for_each_kind(options.only, [&](const auto& infos, std::string_view) {
            for (const auto& info : infos) json.push_back(report::json_of(info));
        });
        return json.dump(2) + "\n";
    }
    std::string text;
    for_each_kind(options.only, [&](const auto& infos, std::string_view head) {
        if (!text.empty()) text += '\n';
        text += listed(infos, head, options.format == "markdown");
    });
    return text;
}

/// `custody` or `custody.`: all codes that begin so.
std::string all_of_group(std::string group, const std::string& format) {
    if (!group.ends_with('.')) group += '.';
    std::string text;
    auto json = nlohmann::ordered_json::array();
    for_each_kind("all", [&](const auto& infos, std::string_view) {
        for (const auto& info : infos) {
            if (!info.id.starts_with(group)) continue;
            text += format == "markdown" ? "\n" + report::markdown_of(info) : report::line_of(info);
            json.push_back(report::json_of(info));
        }
    });
    return format == "json" && !json.empty() ? json.dump(2) + "\n" : text;
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
    for_each_kind("all", [&](const auto& infos, std::string_view) {
        for (const auto& each : infos) ids.push_back(each.id);
    });
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
    bool is_told = false;
    for_each_kind("all", [&](const auto& infos, std::string_view) {
        for (const auto& info : infos) {
            if (is_told || info.id != options.code) continue;
            io.out << told(info, options.format);
            is_told = true;
        }
    });
    if (is_told) return Exit::passed;
    if (const auto group = all_of_group(options.code, options.format); !group.empty()) {
        io.out << group;
        return Exit::passed;
    }
    return fail(io, unknown_code(options.code));
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_argument(
        app, "CODE", options->code,
        "The code of a finding, a note, a refusal or a rule, such as RGT009, or how several "
        "of them begin, such as custody; without one, all codes are listed. `rules` lists "
        "the rules of audits");
    add_choice(app, "--only", "KIND", options->only,
               {options->only, std::string(kFindings), std::string(kRemarks), std::string(kTrust),
                std::string(kKeys)},
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
        "  solander explain store.local-time\n"
        "  solander explain custody\n"
        "  solander explain rules\n"
        "  solander explain\n",
    .setup = setup,
};

}  // namespace solander::cli
