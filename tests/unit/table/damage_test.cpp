// SPDX-License-Identifier: Apache-2.0
#include "table/damage.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::table {
namespace {

/// The name of a case in a table.
constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

using metadata::Field;

struct Change {
    const char* name;
    Field field;
    std::string before;
    std::string after;
    std::string code;  ///< Empty: a person's change.
};
void PrintTo(const Change& c, std::ostream* out) {
    *out << c.name;
}

class ChangedCell : public testing::TestWithParam<Change> {};

TEST_P(ChangedCell, IsToldAsWhatItIs) {
    const auto& [name, field, before, after, code] = GetParam();
    const auto damage = find_damage(field, before, after);
    EXPECT_EQ(damage ? std::string(damage->code) : "", code);
    if (!damage) return;
    EXPECT_NE(damage->words.find("'" + after + "'"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    All, ChangedCell,
    testing::Values(
        Change{"DateAsSerialNumber", Field::date, "EDTF 2025-11-25", "45986",
               "records.date-serial"},
        Change{"DateAsSerialNumberInANewRow", Field::date, "", "23341", "records.date-serial"},
        Change{"DateAsASerialNumberOfFourDigits", Field::date, "", "7307", "records.date-serial"},
        Change{"DateOfAMonthShortened", Field::date, "", "May-19", "records.date-local"},
        Change{"DateOfADayShortened", Field::date, "", "19-May", "records.date-local"},
        Change{"DateDayFirst", Field::date, "EDTF 1963-11-25", "25/11/1963", "records.date-local"},
        Change{"DateMonthFirst", Field::date, "", "11/25/63", "records.date-local"},
        Change{"DateWithDots", Field::upload_date, "", "25.11.1963", "records.date-local"},
        Change{"DateWithDashesDayFirst", Field::date, "", "25-11-1963", "records.date-local"},
        Change{"DateAsEdtf", Field::date, "", "EDTF 1963-11-25", ""},
        Change{"DateAsIso", Field::date, "", "1963-11-25", ""},
        Change{"Year", Field::date, "", "1963", ""},
        Change{"DateInWords", Field::date, "EDTF 1963", "November 25, 1963", ""},
        Change{"ZerosLost", Field::identifier, "000117", "117", "records.zeros-lost"},
        Change{"AnotherNumber", Field::identifier, "000117", "118", ""},
        Change{"NumberInANewRow", Field::identifier, "", "117", ""},
        Change{"NumberRounded", Field::identifier, "117349000000", "1.17E+11",
               "records.number-rounded"},
        Change{"PagesAsADayOfMay", Field::extent, "5-8", "8-May", "records.value-as-date"},
        Change{"PagesAsADate", Field::extent, "5-8", "05/08/2026", "records.value-as-date"},
        Change{"MonthOfAYear", Field::extent, "3/4", "Apr-03", "records.value-as-date"},
        Change{"DayOfMayByAPerson", Field::extent, "two leaves", "8-May", ""},
        Change{"CurlyQuotes", Field::title, "The \"Note\"", "The \u201CNote\u201D",
               "records.quotes-changed"},
        Change{"CurlyApostrophe", Field::title, "Rhee's note", "Rhee\u2019s note",
               "records.quotes-changed"},
        Change{"QuotesAndWords", Field::title, "Rhee's note", "Rhee\u2019s second note", ""},
        Change{"Words", Field::title, "Letter", "Letter to Helena", ""}),
    named);

}  // namespace
}  // namespace solander::table
