// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"
#include "base/decimal.h"
#include "base/edtf.h"

namespace solander::audit {

namespace {

bool is_numeric(std::string_view words) {
    return std::ranges::all_of(
               words,
               [](char c) { return base::is_digit(c) || c == '-' || c == '/' || c == '.'; }) &&
           std::ranges::any_of(words, base::is_digit);
}

std::vector<std::string_view> numbers_in(std::string_view words) {
    std::vector<std::string_view> numbers;
    while (!words.empty()) {
        const auto end = words.find_first_of("-/.");
        numbers.push_back(words.substr(0, end));
        if (end == std::string_view::npos) break;
        words.remove_prefix(end + 1);
    }
    return numbers;
}

std::uint64_t value_of(std::string_view number) {
    return base::parse_decimal(number, base::LeadingZeros::allow).value_or(0);
}

/// Day and month in either order before a year of four digits.
std::string wrong_with_day_first(const std::vector<std::string_view>& numbers) {
    const auto a = value_of(numbers[0]);
    const auto b = value_of(numbers[1]);
    if (a == 0 || b == 0 || a > 31 || b > 31 || (a > 12 && b > 12)) return "is no day that exists";
    if (a <= 12 && b <= 12 && a != b) return "has two readings: day first, or month first";
    return {};
}

/// `February 31, 1963`: words with one day and one year that have no meaning as a date.
bool is_day_in_words(std::string_view words) {
    const std::string plain = folded(words);
    const auto blank = plain.find(' ');
    if (blank == std::string::npos) return false;
    const std::string_view rest = std::string_view(plain).substr(blank + 1);
    return base::is_month_name(plain.substr(0, blank)) &&
           std::ranges::all_of(rest,
                               [](char c) { return base::is_digit(c) || c == ',' || c == ' '; }) &&
           rest.find(' ') != std::string_view::npos;
}

/// What is wrong with words that have no one meaning as a date; empty where they are prose.
std::string wrong_with(std::string_view words) {
    if (base::edtf_from_words(words)) return {};
    if (base::is_edtf(words) && words.size() == 7)
        return "has two readings: a month, or the years of a span";
    if (is_day_in_words(words)) return "is no day that exists";
    if (!is_numeric(words)) return {};
    const auto numbers = numbers_in(words);
    if (numbers.size() != 3) return {};
    if (numbers[0].size() == 4) return "is no day that exists";
    if (numbers[2].size() == 4) return wrong_with_day_first(numbers);
    return "has several readings";
}

void look(std::string_view field, const Place& place, std::string_view said, Hits& hits) {
    const std::string_view words = trimmed(said);
    const std::string wrong = words.empty() ? std::string() : wrong_with(words);
    if (wrong.empty()) return;
    Hit hit{.field = field, .place = &place};
    hit.value = said;
    hit.message = fmt::format("{} '{}' {}", field, words, wrong);
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const DateStatement& date : record.document().dates)
        if (date.edtf.empty() && (date.state == State::stated || date.state == State::inferred))
            look("date", date.place, date.words, hits);
    // Dates of rights that mean nothing to a program are kept as notes under their own names.
    for (const Rights& rights : record.document().rights)
        for (const Note& note : rights.notes)
            if (note.type.ends_with("date")) look(note.type, note.place, note.words, hits);
}

}  // namespace

extern const Rule rec010_date;
const Rule rec010_date{
    .info = {.id = "REC010",
             .title = "A date is impossible, or has two readings",
             .level = AuditLevel::error,
             .why = "A day that does not exist is a slip that nobody can undo later; 03/04/1963 "
                    "is March in one country and April in another.",
             .fix = "write it as YYYY-MM-DD, YYYY-MM or YYYY, or say in words what is known",
             .example = "2000-09-00; 03/04/1963",
             .source = "EDTF (ISO 8601-2); Archivematica's own example of metadata"},
    .check = check,
};

}  // namespace solander::audit
