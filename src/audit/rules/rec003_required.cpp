// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/rule.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

/// Whether one of the fields of `a|b` is answered.
bool is_met(const Record& record, Required required) {
    while (true) {
        const auto bar = required.find('|');
        if (record.is_answered(required.substr(0, bar))) return true;
        if (bar == Required::npos) return false;
        required.remove_prefix(bar + 1);
    }
}

std::string shown(Required required) {
    std::string text;
    for (const char c : required) text += c == '|' ? std::string(" or ") : std::string(1, c);
    return text;
}

/// What is missing, and which profiles ask for it.
struct Missing {
    Required required;
    std::vector<std::string> profiles;
};

/// By what is asked for, in the order in which it is: `date`, and `date|publication-date`.
std::vector<Missing> missing_of(const Record& record, const Context& context) {
    std::vector<Missing> missing;
    for (const Profile* profile : context.profiles)
        for (const Required required : profile->required) {
            if (is_met(record, required)) continue;
            auto known = std::ranges::find(missing, required, &Missing::required);
            if (known == missing.end()) known = missing.insert(known, {required, {}});
            known->profiles.emplace_back(profile->info.name);
        }
    return missing;
}

void check(const Record& record, const Context& context, Hits& hits) {
    for (const Missing& each : missing_of(record, context)) {
        const std::string_view field = each.required.substr(0, each.required.find('|'));
        const std::string_view verb = each.profiles.size() == 1 ? "requires" : "require";
        const std::string message = fmt::format("no {}, which {} {}", shown(each.required),
                                                base::listed(each.profiles), verb);
        const auto told = std::ranges::find(hits, field, &Hit::field);
        if (told == hits.end())
            hits.push_back({.field = field, .message = message});
        else
            told->message += "; " + message;
    }
}

}  // namespace

extern const Rule rec003_required;
const Rule rec003_required{
    .info = {.id = "REC003",
             .title = "A field is missing that a profile requires",
             .level = AuditLevel::error,
             .why = "The target refuses the record, or a standard calls it incomplete.",
             .fix = "say it in a record table, or with pack --set",
             .example = "a record without a title",
             .source = "DPLA and Europeana refuse it; DACS single-level minimum"},
    .check = check,
};

}  // namespace solander::audit
