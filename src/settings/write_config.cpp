// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <solander/audit_config.h>

#include "base/escape.h"
#include "toml/write.h"

namespace solander {

namespace {

std::string list(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += fmt::format("{}{}", text.empty() ? "" : ", ", toml::quoted(word));
    return "[" + text + "]";
}

/// A line, with where it is from.
std::string line(std::string_view words, std::string_view at) {
    if (at.empty()) return fmt::format("{}\n", words);
    return fmt::format("{}  # {}\n", words, base::printable(at));
}

std::string setting(std::string_view key, std::string_view words) {
    return words.empty() ? std::string() : fmt::format("{} = {}\n", key, toml::quoted(words));
}

std::string rule_line(const AuditLevelChange& change) {
    const std::string level = toml::quoted(audit_level_name(change.level));
    return line(change.fields.empty()
                    ? fmt::format("{} = {}", toml::key(change.rule), level)
                    : fmt::format("{} = {{ level = {}, fields = {} }}", toml::key(change.rule),
                                  level, list(change.fields)),
                change.at);
}

/// A table for each run of changes for one pattern; a new one where a rule would stand twice.
std::string paths_text(const std::vector<AuditLevelChange>& levels) {
    std::string text;
    std::string path;
    std::set<std::string_view> told;
    for (const AuditLevelChange& change : levels) {
        if (change.path.empty()) continue;
        if (change.path != path || told.contains(change.rule)) {
            path = change.path;
            told.clear();
            text += fmt::format("\n[[path]]\n{}[path.rules]\n", setting("match", path));
        }
        told.insert(change.rule);
        text += rule_line(change);
    }
    return text;
}

}  // namespace

std::string write_audit_config(const AuditConfig& config) {
    std::string text = "version = 1\n";
    if (!config.profiles.empty())
        text += line("profile = " + list(config.profiles), config.profiles_at);
    if (config.fail_on)
        text +=
            line(fmt::format("fail-on = {}", toml::quoted(*config.fail_on == AuditLevel::off
                                                              ? "never"
                                                              : audit_level_name(*config.fail_on))),
                 config.fail_on_at);
    text += "\n[rules]\n";
    for (const AuditLevelChange& change : config.levels)
        if (change.path.empty()) text += rule_line(change);
    for (const AuditBoilerplate& known : config.boilerplate) {
        text += '\n' + line(fmt::format("[boilerplate.{}]", toml::key(known.name)), known.at);
        text += known.text_file.empty() ? setting("text", known.text)
                                        : setting("text-file", known.text_file);
        text += setting("scope", audit_text_scope_name(known.scope));
        text += setting("class", audit_text_class_name(known.status));
        text += setting("contact", known.contact);
    }
    for (const AuditFunder& funder : config.funders) {
        text += '\n' + line(fmt::format("[funder.{}]", toml::key(funder.name)), funder.at);
        if (!funder.aliases.empty()) text += fmt::format("aliases = {}\n", list(funder.aliases));
        text += setting("credit", funder.credit);
        text += setting("identifier", funder.identifier);
    }
    return text + paths_text(config.levels);
}

}  // namespace solander
