// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "audit/rule.h"

namespace solander::audit {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// UTF-8 of three bytes that was read as Windows-1252 and written as UTF-8 again: ’, “ and ”.
constexpr std::array<std::string_view, 3> kTwiceEncoded{"\u00E2\u20AC\u2122", "\u00E2\u20AC\u0153",
                                                        "\u00E2\u20AC\u009D"};

/// Whether a text begins with a letter such as é after the same: the first of its two bytes is Â or
/// Ã then, and the second a sign that stands behind a letter in no language.
bool is_letter_in_two(std::string_view text) {
    constexpr std::size_t kBytes = 2;
    if (!text.starts_with("\u00C2") && !text.starts_with("\u00C3")) return false;
    const std::string_view next = text.substr(kBytes);
    // U+00A0 to U+00BF.
    if (next.size() >= kBytes && next[0] == '\xC2' && static_cast<unsigned char>(next[1]) >= 0xA0U)
        return true;
    // What Windows-1252 has for 0x80 to 0x9F, as far as it is no letter.
    static constexpr std::array<std::string_view, 19> kSigns{
        "\u20AC", "\u201A", "\u0192", "\u201E", "\u2026", "\u2020", "\u2021",
        "\u02C6", "\u2030", "\u2039", "\u2018", "\u201C", "\u2022", "\u2013",
        "\u2014", "\u02DC", "\u2122", "\u203A", "\u009D"};
    return text.starts_with("\u00C3") &&
           std::ranges::any_of(kSigns, [next](auto sign) { return next.starts_with(sign); });
}

bool is_twice_encoded(std::string_view words) {
    for (const auto signs : kTwiceEncoded)
        if (words.find(signs) != words.npos) return true;
    for (auto at = words.find('\xC3'); at != words.npos; at = words.find('\xC3', at + 1))
        if (is_letter_in_two(words.substr(at))) return true;
    return false;
}

/// By what a value shows that it is not as it was; empty if nothing does.
std::string_view sign_of_damage(const Answer& answer) {
    const auto words = answer.words;
    for (const std::string_view hidden : {"[email protected]", "[email\u00A0protected]"})
        if (words.find(hidden) != words.npos) return "a page has hidden an address in it";
    if (answer.place().replaced || words.find(kReplacement) != words.npos)
        return "a character of it was lost (U+FFFD stands in its place)";
    if (is_twice_encoded(words))
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
