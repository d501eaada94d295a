// SPDX-License-Identifier: Apache-2.0
#include "audit/date_range.h"

#include <gtest/gtest.h>

namespace solander::audit {
namespace {

struct RangeCase {
    std::string edtf;
    std::string range;  ///< `first to last`; empty: none.
};

TEST(DateRange, IsFromTheFirstToTheLastDayThatIsMeant) {
    const std::vector<RangeCase> cases{{"1963-11-25", "1963-11-25 to 1963-11-25"},
                                       {"1963-11", "1963-11-01 to 1963-11-30"},
                                       {"1964-02", "1964-02-01 to 1964-02-29"},
                                       {"1900-02", "1900-02-01 to 1900-02-28"},
                                       {"1963", "1963-01-01 to 1963-12-31"},
                                       {"1963?", "1963-01-01 to 1963-12-31"},
                                       {"196X", "1960-01-01 to 1969-12-31"},
                                       {"19XX", "1900-01-01 to 1999-12-31"},
                                       {"1963-21", "1963-01-01 to 1963-12-31"},
                                       {"1963-XX-XX", "1963-01-01 to 1963-12-31"},
                                       {"1963-11-XX", "1963-11-01 to 1963-11-30"},
                                       {"1962/1963-02", "1962-01-01 to 1963-02-28"},
                                       {"1962/..", "1962-01-01 to "},
                                       {"../1962", " to 1962-12-31"},
                                       {"spring", ""},
                                       {"", ""}};
    for (const auto& one : cases) {
        const auto range = date_range(one.edtf);
        EXPECT_EQ(range ? range->first + " to " + range->last : "", one.range) << one.edtf;
    }
}

TEST(DateRangeOfWords, TakesNumbersForAnyDayOfTheirYear) {
    const std::vector<RangeCase> cases{{"2013-12", "2013-12-01 to 2013-12-31"},
                                       {"August 1973", "1973-08-01 to 1973-08-31"},
                                       {"31/12/2013", "2013-01-01 to 2013-12-31"},
                                       {"04.03.2013", "2013-01-01 to 2013-12-31"},
                                       {"04/03/13", ""},
                                       {"p. 12-2013", ""},
                                       {"2000-09-00", ""},
                                       {"open", ""},
                                       {"", ""}};
    for (const auto& one : cases) {
        const auto range = date_range_of_words(one.edtf);
        EXPECT_EQ(range ? range->first + " to " + range->last : "", one.range) << one.edtf;
    }
}

TEST(Day, IsOneThatExists) {
    EXPECT_TRUE(is_day("2026-11-28"));
    for (const std::string none : {"2026-11-31", "2026-11", "2026-11-2X", "20261128", "today", ""})
        EXPECT_FALSE(is_day(none)) << none;
}

}  // namespace
}  // namespace solander::audit
