// SPDX-License-Identifier: Apache-2.0
#include "report/rule_help.h"

#include <fmt/format.h>

#include <solander/audit.h>

#include "report/json.h"

namespace solander::report {

namespace {

std::string text_of(const AuditRuleInfo& rule) {
    return fmt::format(
        "{}: {}\n\nLevel:      {}, where no profile says otherwise\nWhy:        {}\nExample:    "
        "{}\n"
        "What to do: {}\nSource:     {}\n",
        rule.id, rule.title, audit_level_name(rule.level), rule.why, rule.example, rule.fix,
        rule.source);
}

std::string markdown_of(const AuditRuleInfo& rule) {
    return fmt::format(
        "## {}\n\n**{}.** Level {}.\n\n{}\n\nExample: {}\n\nWhat to do: {}\n\nSource: {}\n",
        rule.id, rule.title, audit_level_name(rule.level), rule.why, rule.example, rule.fix,
        rule.source);
}

Json json_of(const AuditRuleInfo& rule) {
    return {{"rule", rule.id},         {"level", audit_level_name(rule.level)},
            {"title", rule.title},     {"why", rule.why},
            {"example", rule.example}, {"fix", rule.fix},
            {"source", rule.source}};
}

/// The page docs/rules.md.
std::string page() {
    std::string text =
        "# Rules of audits\n\nEvery rule that `solander audit` holds records against, as `solander "
        "explain RULE` tells it. This page is\nwritten by `solander explain rules --format "
        "markdown`; a test compares.\n\nLevels are those of a rule where no profile says "
        "otherwise. "
        "An audit judges records and not the law: a\nquestion that only a person can decide is a "
        "`review`.\n\n## Profiles\n\n| profile | version | what for | taken from "
        "|\n|---|---|---|---|\n";
    for (const auto& profile : audit_profiles())
        text += fmt::format("| `{}` | {} | {} | {} |\n", profile.name, profile.version,
                            profile.title, profile.source);
    text +=
        "\n## Vocabularies\n\n| vocabulary | version | as of | taken from |\n|---|---|---|---|\n";
    for (const auto& vocabulary : audit_vocabularies())
        text += fmt::format("| {} | {} | {} | {} |\n", vocabulary.name, vocabulary.version,
                            vocabulary.date, vocabulary.source);
    for (const auto& rule : audit_rules()) text += "\n" + markdown_of(rule);
    return text;
}

std::string all(std::string_view format) {
    if (format == "markdown") return page();
    if (format == "json") {
        Json json = Json::array();
        for (const auto& rule : audit_rules()) json.push_back(json_of(rule));
        return json_text(json);
    }
    std::string text;
    for (const auto& rule : audit_rules())
        text += fmt::format("{}  {:<8} {}\n", rule.id, audit_level_name(rule.level), rule.title);
    return text;
}

}  // namespace

std::optional<std::string> rule_help(std::string_view id, std::string_view format) {
    if (id == "rules") return all(format);
    const auto rule = find_audit_rule(id);
    if (!rule) return {};
    if (format == "markdown") return markdown_of(*rule);
    return format == "json" ? json_text(json_of(*rule)) : text_of(*rule);
}

std::string profile_list(std::string_view format) {
    if (format == "json") {
        Json profiles = Json::array();
        for (const auto& each : audit_profiles())
            profiles.push_back({{"name", each.name},
                                {"version", each.version},
                                {"title", each.title},
                                {"source", each.source}});
        Json vocabularies = Json::array();
        for (const auto& each : audit_vocabularies())
            vocabularies.push_back({{"name", each.name},
                                    {"version", each.version},
                                    {"date", each.date},
                                    {"source", each.source}});
        return json_text(
            {{"profiles", std::move(profiles)}, {"vocabularies", std::move(vocabularies)}});
    }
    std::string text;
    for (const auto& each : audit_profiles())
        text += fmt::format("{:<10} {}  {}\n              from: {}\n", each.name, each.version,
                            each.title, each.source);
    text += "\nVocabularies:\n";
    for (const auto& each : audit_vocabularies())
        text += fmt::format("{:<21} {:<10}  as of {}\n              from: {}\n", each.name,
                            each.version, each.date, each.source);
    return text;
}

}  // namespace solander::report
