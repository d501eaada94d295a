// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rule.h"

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

void check(const Record& record, const Context& context, Hits& hits) {
    for (const Profile* profile : context.profiles)
        for (const Required required : profile->required)
            if (!is_met(record, required)) {
                Hit hit{.field = required.substr(0, required.find('|'))};
                hit.message =
                    fmt::format("no {}, which {} requires", shown(required), profile->info.name);
                hits.push_back(std::move(hit));
            }
}

}  // namespace

extern const Rule rec003_required;
const Rule rec003_required{
    .info = {.id = "REC003",
             .title = "A field is missing that the profile requires",
             .level = AuditLevel::error,
             .why = "The target refuses the record, or a standard calls it incomplete.",
             .fix = "say it in a record table, or with --set",
             .example = "a record without a title",
             .source = "DPLA and Europeana refuse it; DACS single-level minimum"},
    .check = check,
};

}  // namespace solander::audit
