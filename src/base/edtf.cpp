// SPDX-License-Identifier: Apache-2.0
#include "base/edtf.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <compare>
#include <cstddef>

#include <fmt/format.h>

#include "base/utf8.h"

namespace solander::base {

namespace {

constexpr std::size_t kYearDigits = 4;
constexpr unsigned kFirstSeason = 21;
constexpr unsigned kLastSeason = 24;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// A number of one or more digits and nothing else.
std::optional<unsigned> number(std::string_view digits) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

bool is_day(int year, unsigned month, unsigned day) {
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month),
                                       std::chrono::day(day))
        .ok();
}

/// Takes `text` up to `separator` off its front; what is left starts after the separator.
std::string_view take(std::string_view& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const auto front = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return front;
}

/// The days that a date may mean, as numbers that sort like the dates.
struct Bounds {
    int earliest = 0;
    int latest = 0;
};

Bounds bounds(int first_year, int last_year, unsigned first_month, unsigned last_month,
              unsigned first_day, unsigned last_day) {
    const auto key = [](int year, unsigned month, unsigned day) {
        return year * 10000 + static_cast<int>(month * 100 + day);
    };
    return {key(first_year, first_month, first_day), key(last_year, last_month, last_day)};
}

/// `1963`, `196X` or `19XX`, with the years that it spans.
std::optional<Bounds> read_year(std::string_view text, bool alone) {
    if (text.size() != kYearDigits) return std::nullopt;
    const auto known = std::min(text.find('X'), text.size());
    if (text.find_first_not_of('X', known) != text.npos) return std::nullopt;
    if (known < (alone ? kYearDigits - 2 : kYearDigits)) return std::nullopt;
    const auto value = number(text.substr(0, known));
    if (!value) return std::nullopt;
    int span = 1;
    for (auto i = known; i < kYearDigits; ++i) span *= 10;
    const int first = static_cast<int>(*value) * span;
    return Bounds{first, first + span - 1};
}

std::optional<Bounds> read_month(int year, std::string_view month, std::string_view day,
                                 bool has_day) {
    if (month == "XX") {
        if (has_day && day != "XX") return std::nullopt;
        return bounds(year, year, 1, 12, 1, 31);
    }
    const auto m = month.size() == 2 ? number(month) : std::nullopt;
    if (!m) return std::nullopt;
    if (!has_day && *m >= kFirstSeason && *m <= kLastSeason)
        return bounds(year, year, 1, 12, 1, 31);
    if (*m < 1 || *m > 12) return std::nullopt;
    if (!has_day || day == "XX") return bounds(year, year, *m, *m, 1, 31);
    const auto d = day.size() == 2 ? number(day) : std::nullopt;
    if (!d || !is_day(year, *m, *d)) return std::nullopt;
    return bounds(year, year, *m, *m, *d, *d);
}

std::optional<Bounds> read_date(std::string_view text) {
    if (text.ends_with('?') || text.ends_with('~') || text.ends_with('%')) text.remove_suffix(1);
    const bool before_christ = text.starts_with('-');
    if (before_christ) text.remove_prefix(1);
    if (text.ends_with('-')) return std::nullopt;

    const auto year_text = take(text, '-');
    const bool alone = text.empty();
    auto years = read_year(year_text, alone);
    if (!years) return std::nullopt;
    if (before_christ) {
        if (years->latest == 0) return std::nullopt;
        years = Bounds{-years->latest, -years->earliest};
    }
    if (alone) return bounds(years->earliest, years->latest, 1, 12, 1, 31);
    const auto month = take(text, '-');
    return read_month(years->earliest, month, text, !text.empty());
}

bool is_interval(std::string_view start, std::string_view end) {
    const auto is_open = [](std::string_view side) { return side.empty() || side == ".."; };
    const auto first = read_date(start);
    const auto last = read_date(end);
    if (first && last) return first->earliest <= last->latest;
    return (first && is_open(end)) || (last && is_open(start));
}

std::optional<std::string> from_iso(std::string_view text) {
    const bool plain = text.find_first_not_of("0123456789-") == text.npos &&
                       !text.starts_with('-') && !text.starts_with('0');
    if (!plain || !is_edtf(text)) return std::nullopt;
    static constexpr std::size_t kYearMonth = 7;
    if (text.size() == kYearMonth) {
        const auto last = text.substr(kYearDigits + 1);
        // A season is EDTF's own code, which no one means by a bare 1910-21; and 1910-11 may be
        // the years 1910 to 1911.
        if (last > "12" || last > text.substr(2, 2)) return std::nullopt;
    }
    return std::string(text);
}

std::optional<unsigned> month_named(std::string_view name) {
    const auto* found = std::ranges::find(kMonths, name);
    if (found == kMonths.end()) return std::nullopt;
    return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

std::optional<std::string> from_english(std::string_view text) {
    auto name = take(text, ' ');
    const bool comma_after_month = name.ends_with(',');
    if (comma_after_month) name.remove_suffix(1);
    const auto month = month_named(name);
    if (!month || text.size() < kYearDigits) return std::nullopt;

    const auto year_text = text.substr(text.size() - kYearDigits);
    const auto year = number(year_text);
    if (!year || year_text.starts_with('0')) return std::nullopt;
    auto between = text.substr(0, text.size() - kYearDigits);
    if (between.empty()) return fmt::format("{}-{:02}", *year, *month);

    if (comma_after_month || !between.ends_with(", ")) return std::nullopt;
    between.remove_suffix(2);
    const auto day = between.size() <= 2 ? number(between) : std::nullopt;
    if (!day || !is_day(static_cast<int>(*year), *month, *day)) return std::nullopt;
    return fmt::format("{}-{:02}-{:02}", *year, *month, *day);
}

}  // namespace

bool is_edtf(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == text.npos) return read_date(text).has_value();
    return is_interval(text.substr(0, slash), text.substr(slash + 1));
}

std::optional<std::string> edtf_from_words(std::string_view text) {
    if (auto iso = from_iso(text)) return iso;
    return from_english(text);
}

bool is_month_name(std::string_view word) {
    return std::ranges::any_of(kMonths,
                               [word](std::string_view month) { return fold_case(month) == word; });
}

bool is_month_abbreviation(std::string_view word) {
    constexpr std::size_t kLetters = 3;
    return std::ranges::any_of(kMonths, [word](std::string_view month) {
        return fold_case(month.substr(0, kLetters)) == word;
    });
}

}  // namespace solander::base
