// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/reader.h"
#include "properties/quoted_words.h"
#include "reading.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::metadata {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

std::filesystem::path captures() {
    return test::source_root() / "fixtures" / "captures";
}

Document read_text(std::string_view text) {
    auto document = test::read_record(text);
    EXPECT_THAT(fuzz::misquotations(document, text), IsEmpty());
    return document;
}

Document read_fixture(const std::string& name) {
    return read_text(test::read_file(captures() / (name + ".txt")));
}

/// The line of the first statement of a field, or the state that has none.
std::string where(const Statement& s) {
    return s.state == State::absent ? "absent" : s.place.at;
}

/// What a fixture must give, in the fields that its difficulty could spoil.
struct Expected {
    std::string fixture;
    std::string date;
    std::string title;
    std::string credit;  ///< Where.
    std::string funder;
    std::string body;     ///< Where; empty: none.
    std::string summary;  ///< Where.
    std::string source;   ///< Where.
    std::string rights;   ///< Where.
    std::string rule;
    std::size_t unattributed = 0;
    std::vector<Drop> drops = {};  ///< Beyond those of the form.
};
void PrintTo(const Expected& e, std::ostream* out) {
    *out << e.fixture;
}

std::string expected_name(const testing::TestParamInfo<Expected>& info) {
    std::string name = info.param.fixture;
    std::ranges::replace(name, '-', '_');
    return name;
}

class Fixture : public testing::TestWithParam<Expected> {};

TEST_P(Fixture, GivesWhatItsTextSupports) {
    const auto& e = GetParam();
    const auto d = read_fixture(e.fixture);
    EXPECT_EQ(d.dates.front().edtf, e.date);
    EXPECT_THAT(d.titles.front().words, StartsWith(e.title));
    EXPECT_EQ(where(d.funding_credits.front()), e.credit);
    const auto& funders = d.funding_credits.front().funders;
    EXPECT_EQ(funders.empty() ? "" : funders.front().agent.name, e.funder);
    EXPECT_EQ(d.bodies.empty() ? "" : d.bodies.front().at, e.body);
    EXPECT_EQ(where(d.descriptions.front()), e.summary);
    EXPECT_EQ(where(d.sources.front()), e.source);
    EXPECT_EQ(where(d.rights.front().statements.front()), e.rights);
    EXPECT_EQ(d.rights.front().rule, e.rule);
    EXPECT_THAT(d.unattributed, SizeIs(e.unattributed));
    std::vector<Drop> drops = {Drop::linked_values, Drop::literal_values};
    drops.insert(drops.end(), e.drops.begin(), e.drops.end());
    EXPECT_EQ(d.origins.front().drops, drops);
}

const std::string kKnown = "boilerplate.wilson-happ";
const std::string kFunder = "Tidewater Foundation for Maritime History";
const std::string kLetter = "Letter, Edda Lindqvist";

// clang-format off
INSTANTIATE_TEST_SUITE_P(Captures, Fixture, testing::Values(
    //       fixture                 date          title     credit    funder    body           summary    source     rights         rule    unattributed, drops
    Expected{"harbour-telegram-1962", "1962-10-09", "Cipher", "line 4", kFunder, "lines 5-15",  "line 16", "line 23", "lines 26-27", kKnown, 1},
    Expected{"words-like-labels",    "1957-05-04", "Note on", "line 3", kFunder, "lines 4-12",  "line 13", "line 19", "lines 22-23", kKnown},
    Expected{"credit-with-article",  "1958-04-02", kLetter,   "line 3", "Fund for Coastal Records (FCR)", "lines 4-6", "line 7", "line 13", "lines 16-17", kKnown},
    Expected{"credit-missing",       "1958-04-02", kLetter,   "absent", "",      "lines 3-5",   "line 6",  "line 12", "lines 15-16", kKnown},
    Expected{"summary-missing",      "1958-04-02", kLetter,   "absent", "",      "lines 3-6",   "absent",  "line 11", "lines 14-15", kKnown},
    Expected{"crlf",                 "1958-04-02", kLetter,   "line 3", kFunder, "lines 4-6",   "line 7",  "line 13", "lines 16-17", kKnown},
    Expected{"bom-and-nbsp",         "1958-04-02", kLetter,   "line 3", "Tidewater\u00A0Foundation for Maritime History", "lines 5-7", "line 8", "line 14", "lines 17-18", kKnown},
    Expected{"month-only-date",      "1958-08",    kLetter,   "absent", "",      "lines 3-5",   "line 6",  "line 12", "lines 15-16", kKnown},
    Expected{"cut-off",              "1958-04-02", kLetter,   "line 3", kFunder, "lines 4-7",   "absent",  "absent",  "absent",      "",     0, {Drop::end}},
    Expected{"cut-in-labels",        "1958-04-02", kLetter,   "absent", "",      "lines 3-5",   "line 6",  "line 12", "absent",      "",     0, {Drop::end}},
    Expected{"label-run-broken",     "1958-04-02", kLetter,   "absent", "",      "lines 3-6",   "absent",  "line 13", "lines 16-17", kKnown, 4, {Drop::labels}},
    Expected{"rights-other-wording", "1958-04-02", kLetter,   "absent", "",      "lines 3-5",   "line 6",  "line 12", "lines 15-16", ""},
    Expected{"two-lead-lines",       "1958-04-02", kLetter,   "absent", "",      "lines 5-7",   "line 8",  "line 14", "lines 17-18", kKnown, 2},
    Expected{"values-kept",          "1958-04-02", kLetter,   "line 26", "",      "lines 3-5",   "line 6",  "line 13", "lines 16-17", kKnown}
), expected_name);
// clang-format on

TEST(Fixtures, AreAllNamedHere) {
    const std::vector<std::string> refused = {"frus-notes-alone", "no-such-day", "title-missing"};
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(captures())) {
        const auto text = test::read_file(entry.path());
        const auto name = entry.path().stem().string();
        const auto choice = choose_reader({"data/text.txt", text});
        ASSERT_NE(choice.reader, nullptr) << name << choice.clash;
        EXPECT_EQ(choice.reader->name, name.starts_with("frus-") ? "frus/1" : "wilson/1");
        for (const auto* other : readers()) {
            const auto recognised = other->recognises({"data/text.txt", text});
            EXPECT_EQ(recognised == Recognition::no, other != choice.reader) << name;
        }
        EXPECT_EQ(choice.reader->read({"data/text.txt", text}).has_value(),
                  std::ranges::find(refused, name) == refused.end())
            << name;
        ++files;
    }
    EXPECT_EQ(files, 30u) << "a fixture has no row in the tables of tests";
}

TEST(WilsonFlat, QuotesTheCreditAsPrintedAndTheFunderWithoutArticle) {
    const auto d = read_fixture("credit-with-article");
    const auto& credit = d.funding_credits.front();
    EXPECT_EQ(credit.verbatim,
              "This document was made possible with support from the Fund for Coastal Records "
              "(FCR).");
    EXPECT_EQ(credit.state, State::stated);
}

TEST(WilsonFlat, SaysThatACreditLineLostItsName) {
    const auto d =
        read_text("May 4, 1957\nTitle\nThis document was made possible with support from\nText.\n");
    EXPECT_EQ(d.funding_credits.front().state, State::blank);
    EXPECT_THAT(d.funding_credits.front().verbatim, StartsWith("This document"));
    EXPECT_THAT(d.funding_credits.front().funders, IsEmpty());
}

TEST(WilsonFlat, ReadsTheMarksOfItsQuickStart) {
    const auto d = read_fixture("harbour-telegram-1962");
    ASSERT_THAT(d.classifications, SizeIs(2));
    EXPECT_EQ(d.classifications[0].words, "SECRET");
    EXPECT_EQ(d.classifications[1].words, "COPYING PROHIBITED");
}

TEST(WilsonFlat, ReadsValuesThatACaptureKept) {
    const auto d = read_fixture("values-kept");
    EXPECT_EQ(d.sources.front().verbatim,
              "Skarholm Lights, box 4, folder 12, Coastal Record Office, Port Aveline.");
    EXPECT_EQ(d.sources.front().state, State::stated);
    EXPECT_EQ(d.sources.front().place.label, "Source");
    EXPECT_EQ(d.original_archives.front().state, State::blank);
    ASSERT_THAT(d.dates, SizeIs(2));
    EXPECT_EQ(d.dates[1].of, DateOf::upload);
    EXPECT_EQ(d.dates[1].edtf, "2019-03-05");
    EXPECT_EQ(d.types.front().words, "Letter");
    EXPECT_EQ(d.languages.front().state, State::blank);
    EXPECT_EQ(d.identifiers.front().words, "900417");
    EXPECT_EQ(d.identifiers.front().type, "record-id");
    ASSERT_THAT(d.funding_credits, SizeIs(1));
    EXPECT_EQ(d.funding_credits.front().place.label, "Donors");
    EXPECT_THAT(d.funding_credits.front().funders, IsEmpty()) << "names are not taken apart";
}

TEST(WilsonFlat, InfersTheSourceWhoseLabelIsLost) {
    const auto d = read_text(
        "May 4, 1957\nTitle\nText.\nDocument Information\nFolder 12, Record Office.\nRights\nAll "
        "reserved.\n");
    EXPECT_EQ(d.sources.front().state, State::inferred);
    EXPECT_EQ(d.sources.front().place.rule, "wilson.value-after-document-information");
    EXPECT_EQ(d.sources.front().verbatim, "Folder 12, Record Office.");
}

TEST(WilsonFlat, NotesAValueUnderAHeadingThatHasNone) {
    const auto d = read_text(
        "May 4, 1957\nTitle\nText.\nDocument Information\nPublic\nSource\nRights\nAll "
        "reserved.\n");
    EXPECT_EQ(d.sources.front().state, State::blank);
    ASSERT_THAT(d.notes, SizeIs(1));
    EXPECT_EQ(d.notes.front().type, "Document Information");
    EXPECT_EQ(d.notes.front().words, "Public");
}

TEST(WilsonFlat, KeepsRightsTextOfOtherWordingAndNoMore) {
    const auto d = read_fixture("rights-other-wording");
    const auto& rights = d.rights.front();
    EXPECT_EQ(rights.scope, RightsScope::unstated);
    EXPECT_EQ(rights.statements.front().state, State::stated);
    EXPECT_EQ(rights.statements.front().place.label, "Rights");
    EXPECT_EQ(rights.statements.front().words,
              "All texts of the reading room may be quoted with their shelf mark.\nAsk the reading "
              "room before you print one whole.");
    EXPECT_THAT(rights.contacts, IsEmpty());
    EXPECT_EQ(d.dates.back().place.label, "Original Uploaded Date");
    EXPECT_EQ(d.dates.back().state, State::blank);
}

/// The known rights sentences, from a fixture: the last two lines of it.
std::string known_rights() {
    const auto text = test::read_file(captures() / "harbour-telegram-1962.txt");
    return text.substr(text.find("The History and Public Policy Program"));
}

TEST(WilsonFlat, InfersRightsFromTheirWordingWhereTheLabelIsLost) {
    const auto d = read_text("May 4, 1957\nTitle\nText of five words here.\n" + known_rights());
    const auto& statement = d.rights.front().statements.front();
    EXPECT_EQ(statement.state, State::inferred);
    EXPECT_EQ(statement.place.rule, "wilson.rights-by-wording");
    EXPECT_THAT(d.origins.front().drops, testing::Contains(Drop::labels));
    EXPECT_EQ(d.descriptions.front().state, State::absent) << "no label parts it from the body";
    EXPECT_EQ(d.bodies.front().at, "line 3");
}

TEST(WilsonFlat, TakesRightsWithOneSentenceForCutOff) {
    const auto rights = known_rights();
    const auto d = read_text("May 4, 1957\nTitle\nText.\nDocument Information\nRights\n" +
                             rights.substr(0, rights.find('\n')));
    EXPECT_EQ(d.rights.front().rule, kKnown);
    EXPECT_THAT(d.rights.front().contacts, IsEmpty());
    EXPECT_THAT(d.origins.front().drops, testing::Contains(Drop::end));
}

TEST(WilsonFlat, SaysThatARightsLabelHasNoText) {
    const auto d = read_text("May 4, 1957\nTitle\nText.\nDocument Information\nRights\n");
    EXPECT_EQ(d.rights.front().statements.front().state, State::blank);
    EXPECT_EQ(where(d.rights.front().statements.front()), "line 5");
    EXPECT_THAT(d.origins.front().drops, testing::Contains(Drop::end));
}

TEST(WilsonFlat, AttributesWhatFollowsTheRecordToNone) {
    const auto d = read_text("May 4, 1957\nTitle\nText.\nDocument Information\nRights\n" +
                             known_rights() + "\nRecord ID\nShare this page\nMore letters\n");
    EXPECT_EQ(d.identifiers.front().state, State::blank);
    ASSERT_THAT(d.unattributed, SizeIs(2));
    EXPECT_EQ(d.unattributed[0].words, "Share this page");
}

TEST(WilsonFlat, StartsAtTheDateWhoseTitleHasTheCredit) {
    const auto d = read_text(
        "May 1, 1957\nAnother Letter\nMay 4, 1957\nTitle\nThis document was made possible with "
        "support from Tidewater Foundation\nText.\n");
    EXPECT_EQ(d.dates.front().edtf, "1957-05-04");
    EXPECT_EQ(d.titles.front().words, "Title");
    EXPECT_THAT(d.unattributed, SizeIs(2));
}

TEST(WilsonFlat, TakesTheOnlyParagraphForTheSummary) {
    const auto d = read_text(
        "May 4, 1957\nTitle\nLindqvist asks for a new lamp.\nDocument Information\nRights\n" +
        known_rights());
    EXPECT_EQ(where(d.descriptions.front()), "line 3");
    EXPECT_THAT(d.bodies, IsEmpty());
}

TEST(WilsonFlat, FlagsCharactersThatXmlCannotCarry) {
    const auto d = read_text("May 4, 1957\nTi\x01tle\nText.\nDocument Information\nRights\n");
    EXPECT_EQ(d.titles.front().words, "Ti\uFFFDtle");
    EXPECT_TRUE(d.titles.front().place.replaced);
    EXPECT_FALSE(d.dates.front().place.replaced);
}

}  // namespace
}  // namespace solander::metadata
