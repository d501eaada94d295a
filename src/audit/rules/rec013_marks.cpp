// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

/// `lines 5-6` of `line 5` and `line 6`; the first of places of another kind.
std::string span_of(const std::string& first, const std::string& last) {
    static constexpr std::string_view kLine = "line ";
    if (first == last || !first.starts_with(kLine) || !last.starts_with(kLine)) return first;
    return "lines " + first.substr(kLine.size()) + '-' + last.substr(kLine.size());
}

void check(const Record& record, const Context&, Hits& hits) {
    if (record.is_answered("release")) return;
    std::vector<const Answer*> marks;
    for (const Answer* answer : record.of("classification"))
        if (answer->is_value() && answer->place().rule == "body.mark") marks.push_back(answer);
    if (marks.empty()) return;
    std::vector<std::string> words;
    words.reserve(marks.size());
    for (const Answer* mark : marks) words.push_back('"' + std::string(mark->words) + '"');
    Hit hit{.field = "release", .place = &marks.front()->place()};
    hit.at = span_of(marks.front()->place().at, marks.back()->place().at);
    hit.value = std::string(marks.front()->words);
    hit.message = fmt::format("the text carries {}, and no release is stated", base::listed(words));
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule rec013_marks;
const Rule rec013_marks{
    .info = {.id = "REC013",
             .title = "The text bears marks of secrecy, and no release is stated",
             .level = AuditLevel::note,
             .why = "A reader in a century sees TOP SECRET and cannot tell whether the document "
                    "was ever released. The marks are of their time; what holds today has to be "
                    "said.",
             .fix = "state the release: who opened it, when, by what act",
             .example = "\"REPRODUCTION PROHIBITED\" in the head of a telegram",
             .source = "DACS 4.1: conditions governing access"},
    .check = check,
};

}  // namespace solander::audit
