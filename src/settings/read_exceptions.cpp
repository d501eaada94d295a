// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include <solander/audit_config.h>

#include "base/escape.h"
#include "base/try.h"
#include "settings/source.h"

namespace solander {

namespace {

using settings::kListsRules;
using settings::Source;
using toml::Entry;
using toml::Node;

/// A key, and the member that it is for.
struct Key {
    std::string_view name;
    std::string AuditException::*member;
};
constexpr std::array<Key, 10> kKeys{{{"rule", &AuditException::rule},
                                     {"record", &AuditException::record},
                                     {"path", &AuditException::path},
                                     {"field", &AuditException::field},
                                     {"value-sha256", &AuditException::value_sha256},
                                     {"reason", &AuditException::reason},
                                     {"comment", &AuditException::comment},
                                     {"by", &AuditException::by},
                                     {"on", &AuditException::on},
                                     {"expires", &AuditException::expires}}};

Result<void> check_rule(const Source& source, const Entry& entry, const std::string& rule) {
    if (find_audit_rule(rule)) return {};
    std::vector<std::string_view> rules;
    for (const AuditRuleInfo& each : audit_rules()) rules.push_back(each.id);
    return source.unknown(entry.region, "rule", rule, rules, kListsRules);
}

/// Notes of hand-over tables have the names of their columns: grant_end_date.
Result<void> check_field(const Source& source, const Entry& entry, const std::string& field) {
    const auto fields = audit_fields();
    const bool is_column = field.find('_') != std::string::npos;
    if (is_column || std::ranges::find(fields, field) != fields.end()) return {};
    return source.unknown(entry.region, "field", field, fields, "docs/audit-config.md lists them");
}

Result<AuditException> read_exception(const Source& source, const Node& table,
                                      const std::string& file) {
    AuditException exception;
    exception.file = file;
    exception.at = fmt::format("line {}", table.region.begin.line);
    for (const Entry& entry : table.entries) {
        const auto* key = std::ranges::find(kKeys, entry.key, &Key::name);
        if (key == kKeys.end()) {
            std::array<std::string_view, kKeys.size()> names;
            std::ranges::transform(kKeys, names.begin(), &Key::name);
            return source.unknown(entry.region, "key", entry.key, names);
        }
        const bool is_day = entry.key == "on" || entry.key == "expires";
        SOLANDER_TRY_ASSIGN(exception.*(key->member),
                            is_day ? source.day(entry) : source.text(entry));
        exception.keys_at.emplace_back(entry.key, fmt::format("line {}", entry.region.begin.line));
        if (entry.key == "rule") SOLANDER_TRY(check_rule(source, entry, exception.rule));
        if (entry.key == "field") SOLANDER_TRY(check_field(source, entry, exception.field));
    }
    if (const auto rule = find_audit_rule(exception.rule)) exception.rule = rule->id;
    return exception;
}

}  // namespace

Result<std::vector<AuditException>> read_audit_exceptions(std::string_view text,
                                                          const std::string& file) {
    static constexpr std::array<std::string_view, 2> kTopKeys{"version", "exception"};
    SOLANDER_TRY_ASSIGN(const Source source, Source::parse(text, file));
    std::vector<AuditException> exceptions;
    for (const Entry& entry : source.root().entries) {
        if (entry.key == "version") {
            SOLANDER_TRY(source.check_version(entry));
            continue;
        }
        if (entry.key != "exception")
            return source.unknown(entry.region, "key", entry.key, kTopKeys);
        if (entry.value.kind != toml::Kind::array)
            return source.wrong(
                entry.region,
                "an exception begins with a line [[exception]], in two pairs of brackets");
        for (const Node& item : entry.value.items) {
            if (item.kind != toml::Kind::table)
                return source.wrong(item.region, "an exception is a table");
            SOLANDER_TRY_ASSIGN(exceptions.emplace_back(), read_exception(source, item, file));
        }
    }
    return exceptions;
}

}  // namespace solander
