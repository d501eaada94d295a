// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "audit/rule.h"

namespace solander::audit {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// UTF-8 that was read as Windows-1252 and written as UTF-8 again: é, ’, “, ” and a no-break blank.
constexpr std::array<std::string_view, 5> kTwiceEncoded{"\u00C3\u00A9", "\u00E2\u20AC\u2122",
                                                        "\u00E2\u20AC\u0153", "\u00E2\u20AC\u009D",
                                                        "\u00C2\u00A0"};

/// By what a value shows that it is not as it was; empty if nothing does.
std::string_view sign_of_damage(const Answer& answer) {
    const auto words = answer.words;
    for (const std::string_view hidden : {"[email protected]", "[email\u00A0protected]"})
        if (words.find(hidden) != words.npos) return "a page has hidden an address in it";
    if (answer.place().replaced || words.find(kReplacement) != words.npos)
        return "a character of it was lost (U+FFFD stands in its place)";
    for (const auto pair : kTwiceEncoded)
        if (words.find(pair) != words.npos)
            return "it was read in a wrong encoding, such as UTF-8 as Windows-1252";
    return {};
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer& answer : record.answers()) {
        if (!answer.is_value()) continue;
        const auto sign = sign_of_damage(answer);
        if (sign.empty()) continue;
        Hit hit{.field = answer.field, .place = &answer.place()};
        hit.value = answer.words;
        hit.message = fmt::format("{}: {}", answer.field, sign);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rec008_mangled;
const Rule rec008_mangled{
    .info = {.id = "REC008",
             .title = "A value was mangled on its way",
             .level = AuditLevel::warning,
             .why = "A page that hides addresses, a wrong encoding or a character that was "
                    "lost: what stands there is not what the source says, and a reader cannot "
                    "tell what did.",
             .fix = "capture it again, or correct it in a record table",
             .example = "[email protected]; an apostrophe that became three characters",
             .source = "captures of archives' web sites; exports through a wrong encoding"},
    .check = check,
};

}  // namespace solander::audit
