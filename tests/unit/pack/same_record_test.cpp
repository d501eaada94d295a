// SPDX-License-Identifier: Apache-2.0
#include "pack/same_record.h"

#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::pack {
namespace {

struct Written {
    std::string id;
    std::string title = "Cable, Quist to the Board";
    std::string edtf = "1962-10-09";
    std::string summary = "Quist reports on the pilots' strike.";
};

TextStatement said(const std::string& words) {
    TextStatement statement;
    statement.state = words.empty() ? State::blank : State::stated;
    statement.words = words;
    return statement;
}

Document record(const Written& written) {
    Document document;
    document.titles.push_back({said(written.title), {}});
    DateStatement date;
    static_cast<TextStatement&>(date) =
        said(written.edtf.empty() ? "" : "words of " + written.edtf);
    date.edtf = written.edtf;
    document.dates.push_back(date);
    TextStatement summary = said(written.summary);
    if (!written.summary.empty()) summary.state = State::inferred;
    document.descriptions.push_back(summary);
    if (!written.id.empty()) document.identifiers.push_back({said(written.id), "record-id"});
    document.identifiers.push_back({said("http://example.org/7"), "url"});
    return document;
}

struct Case {
    std::string name;
    Written document;
    Written other;
    Sameness sameness = Sameness::different;
    std::string words = {};
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

class SameRecord : public testing::TestWithParam<Case> {};

TEST_P(SameRecord, IsToldByIdOrElseByWords) {
    const auto comparison = compare_records(record(GetParam().document), record(GetParam().other));
    EXPECT_EQ(comparison.sameness, GetParam().sameness);
    EXPECT_EQ(comparison.words, GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Pack, SameRecord,
    testing::Values(
        Case{"OneId", {"110296"}, {"110296", "Another title", "", ""}, Sameness::same_id, "110296"},
        Case{"TwoIdsOnRecordsThatAreAlike",
             {"110296"},
             {"110297"},
             Sameness::different,
             "its record id differs: '110296' here, '110297' there"},
        Case{"IdsThatAreAlikeButForABlank",
             {"1 11"},
             {"11 1"},
             Sameness::different,
             "its record id differs: '1 11' here, '11 1' there"},
        Case{"OneHasNoId", {}, {"110296"}, Sameness::same_words},
        Case{"NoneHasAnId", {}, {}, Sameness::same_words},
        Case{"CurlyQuotesAndBrokenLines",
             {},
             {"", "Cable,  Quist\nto the Board", "1962-10-09",
              "Quist reports on the pi lots\u2019 strike."},
             Sameness::same_words},
        Case{"AnotherTitle",
             {},
             {"1", "Cable, Quist to the Bard"},
             Sameness::different,
             "its title differs: 'Cable, Quist to the Board' here, 'Cable, Quist to the Bard' "
             "there"},
        Case{"AnotherDate",
             {},
             {"1", "Cable, Quist to the Board", "1962-10"},
             Sameness::different,
             "its date differs: '1962-10-09' here, '1962-10' there"},
        Case{
            "AnotherSummary",
            {"", "Cable, Quist to the Board", "1962-10-09",
             "Quist reports at length, after a dinner with the harbour master and his wife, on the "
             "pilots' strike."},
            {"1", "Cable, Quist to the Board", "1962-10-09",
             "Quist reports at length, after a dinner with the harbour master and his son, on the "
             "pilots' strike."},
            Sameness::different,
            "its summary differs: '... harbour master and his wife, on the pilots' strike.' here, "
            "'... harbour master and his son, on the pilots' strike.' there"},
        Case{"NoSummaryThere",
             {},
             {"1", "Cable, Quist to the Board", "1962-10-09", ""},
             Sameness::different,
             "it has no summary to be compared"},
        Case{"NoDateHere",
             {"", "Cable, Quist to the Board", ""},
             {"1"},
             Sameness::different,
             "there is no date here to compare with"}),
    [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace solander::pack
