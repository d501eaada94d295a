// SPDX-License-Identifier: Apache-2.0
#include "audit/access_words.h"

#include <algorithm>
#include <array>

#include "audit/date_range.h"
#include "audit/words.h"
#include "base/decimal.h"
#include "base/edtf.h"

namespace solander::audit {

namespace {

using Phrase = std::string_view;

constexpr std::array<Phrase, 16> kOpen{"open access",
                                       "open to research",
                                       "open for research",
                                       "open to researchers",
                                       "open to the public",
                                       "is open",
                                       "are open",
                                       "open to all",
                                       "unrestricted",
                                       "no restrictions",
                                       "without restriction",
                                       "no access restrictions",
                                       "publicly available",
                                       "freely available",
                                       "freely accessible",
                                       "publicly accessible"};
/// That use is restricted says nothing of access.
constexpr std::array<Phrase, 14> kClosed{
    "closed until",      "closed to",        "closed for",           "closed access",
    "is closed",         "are closed",       "access is restricted", "restricted access",
    "access restricted", "restricted until", "not open to",          "not accessible",
    "no public access",  "not available to"};
constexpr std::array<Phrase, 4> kEmbargoed{"embargoed", "under embargo", "embargo until",
                                           "embargo ends"};
/// Of a part of the thing, or denied.
constexpr std::array<Phrase, 14> kUnsure{
    "some",   "certain",       "portions",          "portion",    "parts",
    "except", "except for",    "no longer",         "not closed", "not restricted",
    "may be", "not embargoed", "not under embargo", "unless"};

template <std::size_t N>
bool has_any(std::string_view text, const std::array<Phrase, N>& phrases) {
    return std::ranges::any_of(phrases, [text](Phrase each) { return has_phrase(text, each); });
}

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && base::is_digit(text[at]);
}

/// The first four digits that stand alone.
std::string_view year_in(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        if (!base::is_digit(text[at]) || (at > 0 && base::is_digit(text[at - 1]))) continue;
        const auto digits = text.substr(at, 4);
        if (std::ranges::all_of(digits, base::is_digit) && !is_digit_at(text, at + 4))
            return digits;
    }
    return {};
}

/// `1 March 2040` as `March 1, 2040`; other words as they are.
std::string month_first(std::string_view words) {
    const auto first = words.find(' ');
    const auto last = words.rfind(' ');
    if (first == words.npos || first == last) return std::string(words);
    const auto day = words.substr(0, first);
    if (!std::ranges::all_of(day, base::is_digit)) return std::string(words);
    return std::string(words.substr(first + 1, last - first - 1)) + ' ' + std::string(day) + ',' +
           std::string(words.substr(last));
}

std::string last_day_of(std::string_view words) {
    words = trimmed(words.substr(0, words.find_first_of(".;(\n")));
    if (const auto edtf = base::edtf_from_words(month_first(words)))
        if (const auto range = date_range(*edtf)) return range->last;
    // A day may be written in a way that is not known here; its year is the last word on it.
    const auto range = date_range(year_in(words));
    return range ? range->last : std::string();
}

}  // namespace

std::optional<AccessRight> access_in_words(std::string_view words) {
    const std::string plain = folded_name(words);
    if (has_any(plain, kUnsure)) return {};
    if (plain == "open") return AccessRight::open;
    if (plain == "closed" || plain == "restricted") return AccessRight::restricted;
    const bool is_open = has_any(plain, kOpen);
    const bool is_embargoed = has_any(plain, kEmbargoed);
    if (is_open && (is_embargoed || has_any(plain, kClosed))) return {};
    if (is_open) return AccessRight::open;
    if (is_embargoed) return AccessRight::embargoed;
    if (has_any(plain, kClosed)) return AccessRight::restricted;
    return {};
}

std::optional<AccessRight> meaning_of(const AccessStatement& access) {
    const auto right = right_of(access);
    return right ? right : access_in_words(access.words);
}

std::string closed_until(std::string_view words) {
    const std::string plain = folded(words);
    for (const Phrase start : {"until ", "till ", "closed through ", "embargo ends "}) {
        const auto at = plain.find(start);
        if (at == std::string::npos) continue;
        // Months are known by their own letters.
        const bool is_same = plain.size() == words.size();
        const std::string_view text = is_same ? words : std::string_view(plain);
        return last_day_of(text.substr(at + start.size()));
    }
    return {};
}

std::string closed_until(const AccessStatement& access) {
    return access.end.empty() ? closed_until(access.words) : access.end;
}

bool is_closed(std::optional<AccessRight> right) {
    return right && *right != AccessRight::open;
}

}  // namespace solander::audit
