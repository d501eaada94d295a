// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "audit/contradiction.h"
#include "audit/licence_names.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Whether a name can be that of the licence at a URI.
bool agrees(const LicenceName& name, const RightsUri& uri) {
    if (name.terms.empty()) return true;
    if (!uri.licence || !name.has_terms(uri.licence->terms)) return false;
    return name.is_tool() || name.version.empty() || name.version == uri.licence->version;
}

/// The first name, where none in the text is that of the URI.
const LicenceName* wrong_name(const std::vector<LicenceName>& names, const RightsUri& uri) {
    const bool is_any_right =
        std::ranges::any_of(names, [&](const LicenceName& name) { return agrees(name, uri); });
    return names.empty() || is_any_right ? nullptr : &names.front();
}

void say(const Answer& label, std::string_view name, const UriAnswer& uri, Hits& hits) {
    Hit hit{.field = label.field, .place = &label.place()};
    hit.value = label.words;
    hit.message = fmt::format("the label says '{}', the URI {}", name, uri.uri.code());
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record)) {
        if (!each.uri.is_known()) continue;
        const std::string_view label = each.answer->words;
        if (!each.answer->uri.empty() && label.find("://") == label.npos) {
            const auto names = licence_names(label);
            if (const auto* name = wrong_name(names, each.uri))
                say(*each.answer, name->words, each, hits);
        }
        if (!each.uri.licence) continue;
        for (const Answer* text : standing_rights(record, "rights")) {
            if (!is_on_same_thing(*text, *each.answer)) continue;
            const auto names = licence_names(text->words);
            const auto* name = wrong_name(names, each.uri);
            // What contradicts the URI by its class is told by the rule on texts.
            if (name != nullptr &&
                conflict({name->kind()}, standing_of(each.uri)) != Conflict::error)
                say(*text, name->words, each, hits);
        }
    }
}

}  // namespace

extern const Rule lic004_label_differs;
const Rule lic004_label_differs{
    .info = {.id = "LIC004",
             .title = "The label of a licence and its URI differ",
             .level = AuditLevel::error,
             .why = "People read the label and machines the URI; one of them uses the work in a "
                    "way that nobody granted.",
             .fix = "ask who granted the licence which one it is, and change the other",
             .example = "\"CC BY\" with http://creativecommons.org/licenses/by-nc/4.0/",
             .source = "Creative Commons, marking your work; Ohio Digital Network, rights "
                       "guidelines"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
