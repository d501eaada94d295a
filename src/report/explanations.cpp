// SPDX-License-Identifier: Apache-2.0
#include "report/explanations.h"

#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/emitter.h"

namespace solander::report {

namespace {

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

std::string_view kind_of(const KeyRule& rule) {
    return rule.is_weakness ? "weakness" : "note";
}

}  // namespace

std::string text_of(const CodeInfo& info) {
    return fmt::format(
        "{}: {}\n\nLayer:      {} ({})\nMeaning:    {}\nWhy:        {}\nExample:    {}\n"
        "What to do: {}\n",
        info.id, info.title, layer_name(info.layer), severity(info.code), info.meaning, info.why,
        info.example, info.remedy);
}

std::string text_of(const RemarkInfo& info) {
    return fmt::format("{}\n\nStands in:  {}\nMeaning:    {}\nWhy:        {}\nWhat to do: {}\n",
                       info.id, where_it_stands(info.kind), info.meaning, info.why, info.remedy);
}

std::string line_of(const CodeInfo& info) {
    return fmt::format("{:<26} {:<14} {}\n", info.id, severity(info.code), info.title);
}

std::string line_of(const RemarkInfo& info) {
    return fmt::format("{:<39} {:<15} {}\n", info.id, remark_kind_name(info.kind), info.meaning);
}

std::string markdown_of(const CodeInfo& info) {
    return fmt::format("## {}\n\n**{}.** Layer {}, {}.\n\n{} {}\n\nExample: {}\n\nWhat to do: {}\n",
                       info.id, info.title, layer_name(info.layer), severity(info.code),
                       info.meaning, info.why, info.example, info.remedy);
}

std::string markdown_of(const RemarkInfo& info) {
    return fmt::format("## {}\n\n**In {}.**\n\n{} {}\n\nWhat to do: {}\n", info.id,
                       where_it_stands(info.kind), info.meaning, info.why, info.remedy);
}

std::string text_of(const TrustRule& rule) {
    return fmt::format("{}: {}\n\nStands in:  `solander trust check` ({})\nWhat to do: {}\n",
                       rule.id, rule.title, severity_name(rule.severity), rule.fix);
}

std::string text_of(const KeyRule& rule) {
    return fmt::format("{}: {}\n\nStands in:  `solander key check` ({})\nWhat to do: {}\n", rule.id,
                       rule.title, kind_of(rule), rule.fix);
}

std::string line_of(const TrustRule& rule) {
    return fmt::format("{:<26} {:<14} {}\n", rule.id, severity_name(rule.severity), rule.title);
}

std::string line_of(const KeyRule& rule) {
    return fmt::format("{:<26} {:<14} {}\n", rule.id, kind_of(rule), rule.title);
}

std::string markdown_of(const TrustRule& rule) {
    return fmt::format("## {}\n\n**{}.** {}.\n\nWhat to do: {}\n", rule.id, rule.title,
                       severity_name(rule.severity), rule.fix);
}

std::string markdown_of(const KeyRule& rule) {
    return fmt::format("## {}\n\n**{}.** {}.\n\nWhat to do: {}\n", rule.id, rule.title,
                       kind_of(rule), rule.fix);
}

nlohmann::ordered_json json_of(const CodeInfo& info) {
    return {{"code", info.id},
            {"kind", "finding"},
            {"layer", layer_name(info.layer)},
            {"severity", severity(info.code)},
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

nlohmann::ordered_json json_of(const TrustRule& rule) {
    return {{"code", rule.id},
            {"kind", "trust-check"},
            {"severity", severity_name(rule.severity)},
            {"title", rule.title},
            {"remedy", rule.fix}};
}

nlohmann::ordered_json json_of(const KeyRule& rule) {
    return {{"code", rule.id},
            {"kind", "key-check"},
            {"severity", kind_of(rule)},
            {"title", rule.title},
            {"remedy", rule.fix}};
}

}  // namespace solander::report
