// SPDX-License-Identifier: Apache-2.0
#include "audit/sources.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "audit/date_range.h"
#include "audit/tokens.h"
#include "audit/words.h"
#include "base/decimal.h"
#include "base/edtf.h"

namespace solander::audit {

namespace {

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, base::is_digit);
}

}  // namespace

bool names_only_publisher(std::string_view words, const Context& context) {
    const std::string name = folded_name(words);
    if (is_web_address(name)) return name.find(' ') == std::string::npos;
    for (const Profile* profile : context.profiles)
        for (const auto publisher : profile->publishers)
            if (folded_name(publisher) == name) return true;
    static constexpr std::array<std::string_view, 6> kEnds{
        "digital archive",    "digital archives",    "digital library",
        "digital collection", "digital collections", "digital repository"};
    if (has_digit(name) || name.find(',') != std::string::npos) return false;
    return std::ranges::any_of(kEnds, [&](std::string_view end) { return name.ends_with(end); });
}

namespace {

bool is_month(std::string_view word) {
    return base::is_month_name(word) || base::is_month_abbreviation(word);
}

/// Whether a text has a digit that is not part of a date: a year at its end or between commas, or a
/// day beside a month. `fond 1953` is no date.
bool has_place_number(std::string_view text) {
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kIsoDay = 10;
    const auto words = tokens_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i].word;
        if (!has_digit(word)) continue;
        const bool is_number = std::ranges::all_of(word, base::is_digit);
        const bool is_after_month = i > 0 && is_month(words[i - 1].word);
        const bool is_before_month = i + 1 < words.size() && is_month(words[i + 1].word);
        const bool is_after_day =
            i > 1 && is_month(words[i - 2].word) && has_digit(words[i - 1].word);
        const bool is_iso =
            words[i].first + kIsoDay <= text.size() && is_day(text.substr(words[i].first, kIsoDay));
        if (is_iso) {
            i += 2;  // A hyphen parts words.
            continue;
        }
        if (is_number && (is_after_month || is_before_month || is_after_day)) continue;
        const bool is_alone = i == 0 || text.substr(words[i - 1].last, 1) == "," ||
                              text.substr(words[i].first - 1, 1) == "(";
        if (is_number && word.size() == kYear && is_alone) continue;
        return true;
    }
    return false;
}

}  // namespace

bool has_locator(const Record& record) {
    for (const SourceStatement& source : record.document().sources)
        if (!source.locator.empty() || has_place_number(source.verbatim)) return true;
    for (const IdentifierStatement& identifier : record.document().identifiers) {
        const bool is_value =
            identifier.state == State::stated || identifier.state == State::inferred;
        if (is_value && !is_web_address(identifier.words) && identifier.type != "record-id" &&
            identifier.type != "url" && has_digit(identifier.words))
            return true;
    }
    return false;
}

}  // namespace solander::audit
