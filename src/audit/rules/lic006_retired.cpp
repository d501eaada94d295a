// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Whether a text names a licence for programs, by its address or its id of SPDX. The GNU Free
/// Documentation License is for documents.
bool is_for_software(std::string_view text) {
    static constexpr std::array<std::string_view, 6> kAddresses{
        "opensource.org/licenses/", "opensource.org/license/", "gnu.org/licenses/gpl",
        "gnu.org/licenses/lgpl",    "gnu.org/licenses/agpl",   "apache.org/licenses/"};
    static constexpr std::array<std::string_view, 7> kIds{
        "mit", "mit license", "apache license", "gpl", "lgpl", "agpl", "bsd"};
    static constexpr std::array<std::string_view, 7> kStarts{
        "apache-", "apache license,", "gpl-", "lgpl-", "agpl-", "bsd-", "mpl-"};
    std::string plain = folded(trimmed(text));
    for (const std::string_view start : {"https://", "http://", "www."})
        if (plain.starts_with(start)) plain.erase(0, start.size());
    const auto begins = [&plain](std::string_view start) { return plain.starts_with(start); };
    return std::ranges::any_of(kAddresses, begins) || std::ranges::any_of(kStarts, begins) ||
           std::ranges::find(kIds, plain) != kIds.end();
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record)) {
        if (each.uri.form != RightsUri::Form::retired) continue;
        Hit hit{.field = each.answer->field, .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format("'{}' is retired, or no licence for documents", each.text);
        hits.push_back(std::move(hit));
    }
    for (const Answer* answer : standing_rights(record, "licence")) {
        const std::string_view text = answer->uri.empty() ? answer->words : answer->uri;
        if (!is_for_software(text)) continue;
        Hit hit{.field = answer->field, .place = &answer->place()};
        hit.value = text;
        hit.message = fmt::format("'{}' is a licence for programs", shortened(text));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule lic006_retired;
const Rule lic006_retired{
    .info = {.id = "LIC006",
             .title = "The licence is retired, or not for documents",
             .level = AuditLevel::warning,
             .why = "Licences that Creative Commons has given up (sampling, developing nations, "
                    "the old public domain dedication) still hold where they were granted, and "
                    "aggregators do not know them; software licences speak of programs.",
             .fix = "ask the holder for a current licence, or state the rights by a standard "
                    "statement",
             .example = "http://creativecommons.org/licenses/publicdomain/",
             .source = "Creative Commons, retired legal tools; europeana/metis-schema"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
