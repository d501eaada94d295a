// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include <solander/audit_config.h>

#include "audit/funder_ids.h"
#include "audit/words.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "base/utf8.h"
#include "crypto/digest_stream.h"
#include "settings/source.h"

namespace solander {

namespace {

using settings::Source;
using toml::Entry;
using toml::Node;
using Names = std::vector<std::string_view>;

constexpr std::size_t kGroupLetters = 3;
constexpr std::size_t kLongestName = 64;

const Entry* find(const Node& table, std::string_view key) {
    const auto found = std::ranges::find(table.entries, key, &Entry::key);
    return found == table.entries.end() ? nullptr : &*found;
}

/// `Original Archive` is a label for `original-archive`.
std::string field_of(std::string_view words) {
    std::string field = audit::folded(words);
    std::ranges::replace(field, ' ', '-');
    return field;
}

class ConfigReader {
public:
    ConfigReader(const Source& source, const ReadTextFile& read_text_file)
        : source_(source), read_text_file_(read_text_file) {
        for (const AuditRuleInfo& rule : audit_rules()) {
            rules_.push_back(rule.id);
            if (rules_.size() == 1 || !rules_[rules_.size() - 2].starts_with(group_of(rule.id)))
                groups_.push_back(group_of(rule.id));
        }
    }

    Result<AuditConfig> read() {
        for (const Entry& entry : source_.root().entries) SOLANDER_TRY(take(entry));
        // What holds for files of a pattern outweighs what holds for all.
        config_.levels.insert(config_.levels.end(), paths_.begin(), paths_.end());
        return std::move(config_);
    }

    /// Names and bytes, in their order.
    const std::vector<std::pair<std::string, std::string>>& text_files() const { return files_; }

private:
    static std::string_view group_of(std::string_view rule) {
        return rule.substr(0, kGroupLetters);
    }

    Result<void> take(const Entry& entry) {
        static constexpr std::array<std::string_view, 7> kKeys{
            "version", "profile", "fail-on", "rules", "boilerplate", "funder", "path"};
        if (entry.key == "version") return source_.check_version(entry);
        if (entry.key == "profile") return take_profiles(entry);
        if (entry.key == "fail-on") return take_threshold(entry);
        if (entry.key == "rules") return take_rules(entry, {}, config_.levels);
        if (entry.key == "boilerplate") return each(entry, &ConfigReader::take_boilerplate);
        if (entry.key == "funder") return each(entry, &ConfigReader::take_funder);
        if (entry.key == "path") return take_paths(entry);
        return source_.unknown(entry.region, "key", entry.key, kKeys);
    }

    Result<void> each(const Entry& entry, Result<void> (ConfigReader::*take_one)(const Entry&)) {
        SOLANDER_TRY_ASSIGN(const Node* table, source_.table(entry));
        for (const Entry& one : table->entries) SOLANDER_TRY((this->*take_one)(one));
        return {};
    }

    Result<void> take_profiles(const Entry& entry) {
        SOLANDER_TRY_ASSIGN(config_.profiles, source_.texts(entry));
        config_.profiles_at = source_.at(entry.region);
        Names known;
        for (const AuditProfileInfo& profile : audit_profiles()) known.push_back(profile.name);
        for (const std::string& name : config_.profiles)
            if (std::ranges::find(known, name) == known.end())
                return source_.unknown(entry.region, "profile", name, known);
        return {};
    }

    Result<void> take_threshold(const Entry& entry) {
        static constexpr std::array<std::string_view, 5> kThresholds{"error", "warning", "note",
                                                                     "review", "never"};
        SOLANDER_TRY_ASSIGN(const std::string name, source_.text(entry));
        if (std::ranges::find(kThresholds, name) == kThresholds.end())
            return source_.unknown(entry.region, "threshold", name, kThresholds);
        config_.fail_on = parse_audit_level(name).value_or(AuditLevel::off);
        config_.fail_on_at = source_.at(entry.region);
        return {};
    }

    Result<AuditLevel> level(const Entry& entry) const {
        static constexpr std::array<std::string_view, 5> kLevels{"error", "warning", "note",
                                                                 "review", "off"};
        SOLANDER_TRY_ASSIGN(const std::string name, source_.text(entry));
        const auto level = parse_audit_level(name);
        if (!level) return source_.unknown(entry.region, "level", name, kLevels);
        return *level;
    }

    Result<void> take_rules(const Entry& entry, const std::string& path,
                            std::vector<AuditLevelChange>& into) {
        SOLANDER_TRY_ASSIGN(const Node* table, source_.table(entry));
        for (const Entry& rule : table->entries) {
            const bool is_known = std::ranges::binary_search(rules_, rule.key) ||
                                  std::ranges::binary_search(groups_, rule.key);
            if (!is_known) return unknown_rule(rule);
            AuditLevelChange& change = into.emplace_back();
            change.rule = rule.key;
            change.path = path;
            change.at = source_.at(rule.region);
            if (rule.value.kind == toml::Kind::table) {
                SOLANDER_TRY(take_cases(rule, change));
            } else {
                SOLANDER_TRY_ASSIGN(change.level, level(rule));
            }
        }
        return {};
    }

    Error unknown_rule(const Entry& rule) const {
        std::string capitals = rule.key;
        for (char& c : capitals)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const bool is_case = std::ranges::binary_search(rules_, capitals) ||
                             std::ranges::binary_search(groups_, capitals);
        if (is_case && capitals != rule.key)
            return source_.wrong(rule.region,
                                 fmt::format("there is no rule '{}'; ids are in capitals: '{}'",
                                             base::printable(rule.key), capitals));
        return source_.unknown(rule.region, "rule", rule.key, rules_, settings::kListsRules);
    }

    /// `{ level = "note", fields = ["Source"] }`
    Result<void> take_cases(const Entry& rule, AuditLevelChange& change) const {
        static constexpr std::array<std::string_view, 2> kKeys{"level", "fields"};
        for (const Entry& entry : rule.value.entries) {
            if (entry.key == "level") {
                SOLANDER_TRY_ASSIGN(change.level, level(entry));
            } else if (entry.key == "fields") {
                SOLANDER_TRY_ASSIGN(const auto names, source_.texts(entry));
                for (const std::string& name : names) {
                    change.fields.push_back(field_of(name));
                    if (std::ranges::find(audit_fields(), change.fields.back()) ==
                        audit_fields().end())
                        return source_.unknown(entry.region, "field", name, audit_fields());
                }
            } else {
                return source_.unknown(entry.region, "key", entry.key, kKeys);
            }
        }
        if (find(rule.value, "level") != nullptr) return {};
        return source_.wrong(rule.region, fmt::format("'{}' has no level", rule.key));
    }

    Result<void> take_paths(const Entry& entry) {
        if (entry.value.kind != toml::Kind::array)
            return source_.wrong(entry.region,
                                 "a path begins with a line [[path]], in two pairs of brackets");
        for (const Node& item : entry.value.items) {
            if (item.kind != toml::Kind::table)
                return source_.wrong(item.region, "a path is a table with match and rules");
            SOLANDER_TRY(take_path(item));
        }
        return {};
    }

    Result<void> take_path(const Node& table) {
        static constexpr std::array<std::string_view, 2> kKeys{"match", "rules"};
        for (const Entry& entry : table.entries)
            if (std::ranges::find(kKeys, entry.key) == kKeys.end())
                return source_.unknown(entry.region, "key", entry.key, kKeys);
        const Entry* match = find(table, "match");
        const Entry* rules = find(table, "rules");
        if (match == nullptr || rules == nullptr)
            return source_.wrong(table.region, fmt::format("the path has no {}",
                                                           match == nullptr ? "match" : "rules"));
        SOLANDER_TRY_ASSIGN(const std::string pattern, source_.text(*match));
        if (pattern.starts_with('/') || pattern.ends_with('/'))
            return source_.wrong(match->region,
                                 "a pattern is for files, from the directory of this file on: "
                                 "'mirror/**' fits all that is below 'mirror'");
        return take_rules(*rules, pattern, paths_);
    }

    Result<void> take_boilerplate(const Entry& entry) {
        static constexpr std::array<std::string_view, 5> kKeys{"text", "text-file", "scope",
                                                               "class", "contact"};
        SOLANDER_TRY_ASSIGN(const Node* table, source_.table(entry));
        AuditBoilerplate known{.name = entry.key, .text = {}};
        known.at = source_.at(entry.region);
        if (!is_name(entry.key))
            return source_.wrong(entry.region,
                                 "the name of a text is of letters, digits, '-', '_' and '.'");
        for (const Entry& one : table->entries) {
            if (std::ranges::find(kKeys, one.key) == kKeys.end())
                return source_.unknown(one.region, "key", one.key, kKeys);
            SOLANDER_TRY_ASSIGN(const std::string words, source_.text(one));
            if (one.key == "text") known.text = words;
            if (one.key == "text-file") known.text_file = words;
            if (one.key == "contact") known.contact = words;
            if (one.key == "scope") SOLANDER_TRY(take_scope(one, words, known));
            if (one.key == "class") SOLANDER_TRY(take_class(one, words, known));
        }
        if (known.text.empty() == known.text_file.empty())
            return source_.wrong(entry.region,
                                 fmt::format("'{}' needs one of text and text-file, and has {}",
                                             entry.key, known.text.empty() ? "neither" : "both"));
        if (!known.text_file.empty()) SOLANDER_TRY(read_text(*find(*table, "text-file"), known));
        const auto [same, is_new] = texts_.emplace(audit::folded(known.text), known.name);
        if (!is_new)
            return source_.wrong(entry.region, fmt::format("'{}' is the same text as '{}'",
                                                           known.name, same->second));
        config_.boilerplate.push_back(std::move(known));
        return {};
    }

    static bool is_name(std::string_view name) {
        return !name.empty() && name.size() <= kLongestName &&
               std::ranges::all_of(name, [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
               });
    }

    Result<void> take_scope(const Entry& entry, std::string_view words,
                            AuditBoilerplate& known) const {
        static constexpr std::array<std::string_view, 3> kScopes{"collection", "item",
                                                                 "description"};
        const auto scope = parse_audit_text_scope(words);
        if (!scope) return source_.unknown(entry.region, "scope", words, kScopes);
        known.scope = *scope;
        return {};
    }

    Result<void> take_class(const Entry& entry, std::string_view words,
                            AuditBoilerplate& known) const {
        static constexpr std::array<std::string_view, 7> kClasses{
            "undetermined", "public-domain", "in-copyright", "open",
            "restricted",   "permission",    "access"};
        const auto status = parse_audit_text_class(words);
        if (!status) return source_.unknown(entry.region, "class", words, kClasses);
        known.status = *status;
        return {};
    }

    Result<void> read_text(const Entry& entry, AuditBoilerplate& known) {
        auto text = read_text_file_(known.text_file);
        if (!text) {
            // That it is not there is the fault of who names it.
            const auto code = text.error().code();
            return Error(
                code == ErrorCode::open ? ErrorCode::usage : code,
                source_.wrong(entry.region, base::printable(text.error().message())).message());
        }
        if (base::find_invalid_utf8(*text))
            return source_.wrong(
                entry.region, fmt::format("{} is not in UTF-8", base::printable(known.text_file)));
        bytes_ += text->size();
        if (bytes_ > base::Limits{}.settings_bytes)
            return source_.wrong(entry.region, "the texts are too large together");
        files_.emplace_back(known.text_file, *text);
        known.text = *std::move(text);
        if (!audit::trimmed(known.text).empty()) return {};
        return source_.wrong(entry.region,
                             fmt::format("{} says nothing", base::printable(known.text_file)));
    }

    Result<void> take_funder(const Entry& entry) {
        static constexpr std::array<std::string_view, 3> kKeys{"aliases", "credit", "identifier"};
        SOLANDER_TRY_ASSIGN(const Node* table, source_.table(entry));
        AuditFunder funder{.name = entry.key};
        funder.at = source_.at(entry.region);
        SOLANDER_TRY(claim(entry, entry.key, funder.name));
        for (const Entry& one : table->entries) {
            if (one.key == "aliases") {
                SOLANDER_TRY_ASSIGN(funder.aliases, source_.texts(one));
                for (const std::string& alias : funder.aliases)
                    SOLANDER_TRY(claim(one, alias, funder.name));
            } else if (one.key == "credit") {
                SOLANDER_TRY_ASSIGN(funder.credit, source_.text(one));
            } else if (one.key == "identifier") {
                SOLANDER_TRY_ASSIGN(funder.identifier, source_.text(one));
                const auto scheme = audit::scheme_of_form(funder.identifier);
                const auto wrong = scheme ? audit::wrong_with_funder_id(*scheme, funder.identifier)
                                          : std::string();
                if (!wrong.empty())
                    return source_.wrong(
                        one.region,
                        fmt::format("'identifier' is to be a {} by its form, and '{}' {}",
                                    audit::funder_scheme_name(*scheme),
                                    base::printable(funder.identifier), base::printable(wrong)));
            } else {
                return source_.unknown(one.region, "key", one.key, kKeys);
            }
        }
        config_.funders.push_back(std::move(funder));
        return {};
    }

    /// A spelling means one funder.
    Result<void> claim(const Entry& entry, const std::string& spelling, const std::string& funder) {
        const std::string plain = audit::folded_name(spelling);
        if (plain.empty()) return source_.wrong(entry.region, "the name of a funder says nothing");
        const auto [known, is_new] = spellings_.emplace(plain, funder);
        if (is_new || known->second == funder) return {};
        return source_.wrong(
            entry.region, fmt::format("'{}' is a name of '{}' already", base::printable(spelling),
                                      base::printable(known->second)));
    }

    const Source& source_;
    const ReadTextFile& read_text_file_;
    Names rules_;
    Names groups_;
    AuditConfig config_;
    std::vector<AuditLevelChange> paths_;
    std::vector<std::pair<std::string, std::string>> files_;
    std::uint64_t bytes_ = 0;                       ///< Of all text files.
    std::map<std::string, std::string> texts_;      ///< Folded; and the name of each.
    std::map<std::string, std::string> spellings_;  ///< Folded; and the funder of each.
};

std::string sha256_of(std::string_view bytes) {
    return crypto::sha256(base::as_bytes(bytes)).hex();
}

}  // namespace

Result<AuditConfig> read_audit_config(std::string_view text, const std::string& file,
                                      const ReadTextFile& read_text_file) {
    SOLANDER_TRY_ASSIGN(const Source source, Source::parse(text, file));
    ConfigReader reader(source, read_text_file);
    SOLANDER_TRY_ASSIGN(AuditConfig config, reader.read());
    config.sha256 = sha256_of(text);
    if (reader.text_files().empty()) return config;
    const auto name = std::filesystem::path(file).filename().string();
    std::string lines = fmt::format("{}  {}\n", config.sha256, name);
    for (const auto& [path, bytes] : reader.text_files())
        lines += fmt::format("{}  {}\n", sha256_of(bytes), path);
    config.sha256 = sha256_of(lines);
    return config;
}

}  // namespace solander
