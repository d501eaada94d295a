// SPDX-License-Identifier: Apache-2.0
#include "table/damage.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "table/field_values.h"

namespace solander::table {

namespace {

using metadata::Field;

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, base::is_digit);
}

/// Days since 1900 as spreadsheets count them. Four digits may be a year, up to that of no record;
/// so the days up to 1906 cannot be told from years.
bool is_serial_date(std::string_view text) {
    static constexpr std::string_view kNoYear = "2200";
    return is_digits(text) && (text.size() == 5 || (text.size() == 4 && text >= kNoYear));
}

/// `25/11/1963`, `11/25/63`, `25.11.1963`
bool is_local_date(std::string_view text) {
    for (const char mark : {'/', '.', '-'}) {
        const auto first = text.find(mark);
        const auto second = first == text.npos ? text.npos : text.find(mark, first + 1);
        if (second == text.npos) continue;
        const auto day = text.substr(0, first);
        const auto month = text.substr(first + 1, second - first - 1);
        const auto year = text.substr(second + 1);
        if (is_digits(day) && is_digits(month) && is_digits(year) && day.size() <= 2 &&
            month.size() <= 2 && (year.size() == 4 || year.size() == 2))
            return true;
    }
    return false;
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_month(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return std::ranges::find(kMonths, lower) != kMonths.end();
}

/// `8-May`, `May-08`
bool is_day_of_month(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == text.npos) return false;
    const auto left = text.substr(0, dash);
    const auto right = text.substr(dash + 1);
    return (is_digits(left) && is_month(right)) || (is_month(left) && is_digits(right));
}

/// `5-8`, `5/8`, `12-03`: what a spreadsheet takes for a day.
bool is_pair_of_numbers(std::string_view text) {
    const auto mark = text.find_first_of("-/");
    return mark != text.npos && is_digits(text.substr(0, mark)) && mark <= 2 &&
           is_digits(text.substr(mark + 1)) && text.size() - mark - 1 <= 4;
}

/// `1.17E+05`
bool is_scientific(std::string_view text) {
    const auto e = text.find("E+");
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789.,") == part.npos;
    };
    return e != text.npos && digits(text.substr(0, e)) && is_digits(text.substr(e + 2));
}

std::string_view without_zeros(std::string_view text) {
    while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
    return text;
}

/// Folds curly quotes, the long dashes that go with them, and the three dots of an ellipsis.
std::string straightened(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kFolds = {{
        {"\u2018", "'"},
        {"\u2019", "'"},
        {"\u201C", "\""},
        {"\u201D", "\""},
        {"\u2013", "-"},
        {"\u2014", "--"},
        {"\u2026", "..."},
    }};
    std::string folded;
    while (!text.empty()) {
        const auto* fold = std::ranges::find_if(
            kFolds, [text](const auto& f) { return text.starts_with(f.first); });
        if (fold == kFolds.end()) {
            folded += text.front();
            text.remove_prefix(1);
        } else {
            folded += fold->second;
            text.remove_prefix(fold->first.size());
        }
    }
    return folded;
}

Damage date_damage(std::string_view code, std::string_view after, std::string_view what) {
    return {code, fmt::format("'{}' {}: write a date as EDTF, such as EDTF 1963-11-25, with these "
                              "four letters in front, which spreadsheets leave alone",
                              base::printable(after), what)};
}

std::optional<Damage> find_date_damage(std::string_view after) {
    if (is_serial_date(after))
        return date_damage("records.date-serial", after,
                           "is a date as a spreadsheet's count of days");
    if (is_local_date(after))
        return date_damage("records.date-local", after,
                           "is a date in the order of some country, day or month first");
    if (is_day_of_month(after))
        return date_damage("records.date-local", after,
                           "is a date as spreadsheets shorten it, without its day or its year");
    return std::nullopt;
}

}  // namespace

std::optional<Damage> find_damage(Field field, std::string_view before, std::string_view after) {
    if (is_date_field(field)) return find_date_damage(after);
    const auto shown = base::printable(after);
    if (is_scientific(after))
        return Damage{"records.number-rounded",
                      fmt::format("'{}' is a number that a spreadsheet rounded", shown)};
    if (before.empty()) return std::nullopt;
    const auto was = base::printable(before);
    if (before != after && is_digits(before) && is_digits(after) &&
        without_zeros(before) == without_zeros(after))
        return Damage{"records.zeros-lost",
                      fmt::format("'{}' was '{}': a spreadsheet took it for a number", shown, was)};
    if (is_pair_of_numbers(before) && (is_day_of_month(after) || is_local_date(after)))
        return Damage{"records.value-as-date",
                      fmt::format("'{}' was '{}': a spreadsheet took it for a day", shown, was)};
    if (before != after && straightened(before) == straightened(after))
        return Damage{"records.quotes-changed",
                      fmt::format("'{}' was '{}': only quotation marks, dashes or dots have "
                                  "changed, as spreadsheets and word processors do on their own",
                                  shown, was)};
    return std::nullopt;
}

}  // namespace solander::table
