// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "audit/licence_names.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

bool has_licence_uri(const std::vector<UriAnswer>& uris, const Answer& text) {
    return std::ranges::any_of(uris, [&](const UriAnswer& each) {
        return each.uri.licence && is_on_same_thing(*each.answer, text);
    });
}

void look(const Answer& answer, const std::vector<UriAnswer>& uris, Hits& hits) {
    if (has_licence_uri(uris, answer)) return;
    if (folded(answer.words).find("creativecommons.org") != std::string::npos) return;
    const auto names = licence_names(answer.words);
    // A long name is often followed by the short one, with the version there only.
    const bool has_version =
        std::ranges::any_of(names, [](const LicenceName& name) { return !name.version.empty(); });
    if (names.empty() || has_version) return;
    const LicenceName& name = names.front();
    Hit hit{.field = answer.field, .place = &answer.place()};
    hit.value = answer.words;
    hit.message = fmt::format(
        "'{}' {}", name.words,
        name.terms.empty() ? "does not say which licence" : "has neither version nor URI");
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto uris = standing_uris(record);
    for (const std::string_view field : {"rights", "licence"})
        for (const Answer* answer : standing_rights(record, field)) look(*answer, uris, hits);
}

}  // namespace

extern const Rule lic003_no_version;
const Rule lic003_no_version{
    .info = {.id = "LIC003",
             .title = "A licence has neither version nor URI",
             .level = AuditLevel::warning,
             .why = "Creative Commons has six licences in six versions, with different terms. No "
                    "program can tell which is meant, and in a dispute nobody can.",
             .fix = "give the URI of the licence, such as "
                    "http://creativecommons.org/licenses/by/4.0/; ask who granted it for the "
                    "version, and do not guess it",
             .example = "Creative Commons",
             .source = "Creative Commons, marking your work; DPLA and Europeana"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
