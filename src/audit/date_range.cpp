// SPDX-License-Identifier: Apache-2.0
#include "audit/date_range.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "base/edtf.h"

namespace solander::audit {

namespace {

/// The last day of each month, and of the four seasons: EDTF numbers spring 21 to winter 24.
std::string_view last_day_of(std::string_view month, bool is_leap_year) {
    if (month == "02") return is_leap_year ? "29" : "28";
    if (month == "04" || month == "06" || month == "09" || month == "11") return "30";
    return "31";
}

bool is_leap(std::string_view year) {
    const auto number = base::parse_decimal(year, base::LeadingZeros::allow).value_or(1);
    return (number % 4 == 0 && number % 100 != 0) || number % 400 == 0;
}

/// One date, without what says how sure it is. Seasons differ between hemispheres: the whole year.
DateRange range_of_date(std::string_view date) {
    while (!date.empty() && std::string_view("?~%").find(date.back()) != std::string_view::npos)
        date.remove_suffix(1);
    DateRange range{std::string(date.substr(0, 4)), std::string(date.substr(0, 4))};
    std::ranges::replace(range.first, 'X', '0');
    std::ranges::replace(range.last, 'X', '9');
    std::string_view month = date.size() >= 7 ? date.substr(5, 2) : "XX";
    if (month > "12") month = "XX";
    const std::string_view day = date.size() >= 10 ? date.substr(8, 2) : "XX";
    const bool any_month = month == "XX";
    const bool any_day = any_month || day == "XX";
    range.first +=
        '-' + std::string(any_month ? "01" : month) + '-' + std::string(any_day ? "01" : day);
    const std::string last_month(any_month ? "12" : month);
    range.last += '-' + last_month + '-' +
                  std::string(any_day ? last_day_of(last_month, is_leap(range.last)) : day);
    return range;
}

}  // namespace

std::optional<DateRange> date_range(std::string_view edtf) {
    if (!base::is_edtf(edtf) || edtf.starts_with('-')) return {};
    const auto slash = edtf.find('/');
    if (slash == std::string_view::npos) return range_of_date(edtf);
    const auto start = edtf.substr(0, slash);
    const auto end = edtf.substr(slash + 1);
    DateRange range;
    if (!start.empty() && start != "..") range.first = range_of_date(start).first;
    if (!end.empty() && end != "..") range.last = range_of_date(end).last;
    return range;
}

std::optional<DateRange> date_range_of_words(std::string_view words) {
    if (auto range = date_range(words)) return range;
    if (const auto edtf = base::edtf_from_words(words)) return date_range(*edtf);
    static constexpr std::size_t kYear = 4;
    const auto mark = words.find_last_of("/.-");
    if (mark == std::string_view::npos || words.size() != mark + 1 + kYear) return {};
    const bool is_numeric = std::ranges::all_of(
        words, [](char c) { return base::is_digit(c) || c == '/' || c == '.' || c == '-'; });
    return is_numeric ? date_range(words.substr(mark + 1)) : std::nullopt;
}

bool is_day(std::string_view text) {
    return text.size() == 10 && text.find_first_not_of("0123456789-") == std::string_view::npos &&
           base::is_edtf(text);
}

}  // namespace solander::audit
