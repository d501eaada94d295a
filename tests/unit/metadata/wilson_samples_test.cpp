// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/reader.h"
#include "properties/quoted_words.h"
#include "reading.h"
#include "support/scratch.h"
#include "support/shared.h"

// Real texts, where they are at hand: what was read from them by eye and must come out again.

namespace solander::metadata {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

constexpr const char* kFirst = "samples/000_1c106411baa40a7d.txt";
constexpr const char* kCable = "samples/A04_terebin_stalin_1947-12-17.txt";
constexpr const char* kReport = "samples/A07_hungary_1966-12-28_node108048.txt";

Document read_sample(const char* name) {
    const auto text = test::read_file(test::shared_root() / name);
    auto document = test::read_record(text, "data/sample.txt");
    EXPECT_THAT(fuzz::misquotations(document, text), IsEmpty());
    return document;
}

/// `state origin at [label] {rule}`, what is empty left out.
std::string said(const Statement& s) {
    static constexpr const char* kStates[] = {"stated",         "blank",       "absent",
                                              "stated-unknown", "stated-none", "inferred"};
    std::string text = kStates[static_cast<std::size_t>(s.state)];
    text += " " + s.place.origin;
    if (!s.place.at.empty()) text += " " + s.place.at;
    if (!s.place.label.empty()) text += " [" + s.place.label + "]";
    if (!s.place.rule.empty()) text += " {" + s.place.rule + "}";
    return text;
}

template <class T>
std::vector<std::string> said(const std::vector<T>& statements) {
    std::vector<std::string> all;
    for (const auto& statement : statements) all.push_back(said(statement));
    return all;
}

constexpr const char* kAbsent = "absent c1";

TEST(FirstSample, IsOneOriginOfFormA) {
    SOLANDER_NEEDS_SHARED(kFirst);
    const auto d = read_sample(kFirst);
    EXPECT_EQ(d.id, "");
    EXPECT_EQ(d.level, Level::item);
    ASSERT_THAT(d.origins, SizeIs(1));
    const auto& origin = d.origins.front();
    EXPECT_EQ(origin.id, "c1");
    EXPECT_EQ(origin.kind, OriginKind::capture);
    EXPECT_EQ(origin.file, "data/sample.txt");
    EXPECT_EQ(origin.reader, "wilson/1");
    EXPECT_EQ(origin.form, "A");
    EXPECT_THAT(origin.drops, ElementsAre(Drop::linked_values, Drop::literal_values));
}

TEST(FirstSample, HasItsHeadAndSummary) {
    SOLANDER_NEEDS_SHARED(kFirst);
    const auto d = read_sample(kFirst);
    EXPECT_THAT(said(d.titles), ElementsAre("stated c1 line 3 {wilson.head}"));
    EXPECT_EQ(d.titles.front().words,
              "Top Secret Cipher Telegram from Anastas Mikoyan to CPSU Central Committee");
    EXPECT_EQ(d.titles.front().kind, std::nullopt);
    EXPECT_THAT(said(d.dates), ElementsAre("stated c1 line 2 {wilson.head}"));
    EXPECT_EQ(d.dates.front().words, "November 25, 1963");
    EXPECT_EQ(d.dates.front().edtf, "1963-11-25");
    EXPECT_EQ(d.dates.front().of, DateOf::creation);
    EXPECT_THAT(said(d.descriptions),
                ElementsAre("inferred c1 line 24 {wilson.summary-before-labels}"));
    EXPECT_THAT(d.descriptions.front().words,
                AllOf(StartsWith("Mikoyan reports his recent conversations"),
                      HasSubstr("JFK\u2019s assassination"),
                      testing::EndsWith("coverage of the assassination.")));
}

TEST(FirstSample, TellsBlankFromAbsent) {
    SOLANDER_NEEDS_SHARED(kFirst);
    const auto d = read_sample(kFirst);
    EXPECT_THAT(said(d.creators), ElementsAre("blank c1 line 25 [Author(s):]"));
    EXPECT_THAT(said(d.subject_agents),
                ElementsAre("blank c1 line 26 [Associated People & Organizations]"));
    EXPECT_THAT(said(d.subject_places), ElementsAre("blank c1 line 27 [Associated Places]"));
    EXPECT_THAT(said(d.subjects), ElementsAre("blank c1 line 28 [Associated Topics]"));
    EXPECT_THAT(said(d.relations), ElementsAre("blank c1 line 29 [Related Documents]"));
    EXPECT_THAT(said(d.sources), ElementsAre("blank c1 line 31 [Source]"));
    EXPECT_THAT(said(d.original_archives), ElementsAre("blank c1 line 32 [Original Archive]"));
    EXPECT_THAT(said(d.languages), ElementsAre(kAbsent));
    EXPECT_THAT(said(d.types), ElementsAre(kAbsent));
    EXPECT_THAT(said(d.identifiers), ElementsAre(kAbsent));
    EXPECT_THAT(said(d.releases), ElementsAre(kAbsent));
    EXPECT_THAT(said(d.custodial_histories), ElementsAre(kAbsent));
    EXPECT_THAT(d.contributors, IsEmpty());
    EXPECT_THAT(d.extents, IsEmpty());
    EXPECT_THAT(d.notes, IsEmpty());
}

TEST(FirstSample, HasTheMarksOfItsBody) {
    SOLANDER_NEEDS_SHARED(kFirst);
    const auto d = read_sample(kFirst);
    EXPECT_THAT(said(d.classifications),
                ElementsAre("inferred c1 line 5 {body.mark}", "inferred c1 line 6 {body.mark}"));
    EXPECT_EQ(d.classifications.front().words, "TOP SECRET");
    EXPECT_EQ(d.classifications.back().words, "REPRODUCTION PROHIBITED");
    ASSERT_THAT(d.bodies, SizeIs(1));
    EXPECT_EQ(d.bodies.front().kind, BodyKind::unstated);
    EXPECT_EQ(d.bodies.front().origin, "c1");
    EXPECT_EQ(d.bodies.front().at, "lines 5-23");
}

TEST(FirstSample, HasRightsOfItsCollection) {
    SOLANDER_NEEDS_SHARED(kFirst);
    const auto d = read_sample(kFirst);
    ASSERT_THAT(d.rights, SizeIs(1));
    const auto& rights = d.rights.front();
    EXPECT_EQ(rights.scope, RightsScope::collection);
    EXPECT_EQ(rights.covers, RightsCovers::unstated);
    EXPECT_EQ(rights.basis, std::nullopt);
    EXPECT_EQ(rights.rule, "boilerplate.wilson-happ");
    EXPECT_THAT(said(rights.statements), ElementsAre("stated c1 lines 34-35 [Rights]"));
    EXPECT_THAT(rights.statements.front().words,
                AllOf(StartsWith("The History and"), HasSubstr("their materials.\nTo enquire"),
                      testing::EndsWith("HAPP@wilsoncenter.org.")));
    EXPECT_THAT(said(rights.standard_statements), ElementsAre(kAbsent));
    EXPECT_THAT(rights.copyright_statuses, IsEmpty());
    EXPECT_THAT(said(rights.holders), ElementsAre(kAbsent));
    EXPECT_THAT(said(rights.licences), ElementsAre(kAbsent));
    EXPECT_THAT(said(rights.access), ElementsAre(kAbsent));
    EXPECT_THAT(said(rights.contacts), ElementsAre("stated c1 line 35"));
    EXPECT_EQ(rights.contacts.front().verbatim, "");
    EXPECT_EQ(rights.contacts.front().name, "History and Public Policy Program");
    EXPECT_EQ(rights.contacts.front().email, "HAPP@wilsoncenter.org");
}

TEST(FirstSample, CreditsItsFunder) {
    SOLANDER_NEEDS_SHARED(kFirst);
    const auto d = read_sample(kFirst);
    EXPECT_THAT(said(d.funding_credits), ElementsAre("stated c1 line 4"));
    const auto& credit = d.funding_credits.front();
    EXPECT_EQ(credit.verbatim,
              "This document was made possible with support from Leon Levy Foundation");
    ASSERT_THAT(credit.funders, SizeIs(1));
    EXPECT_EQ(credit.funders.front().agent.name, "Leon Levy Foundation");
    EXPECT_EQ(credit.funders.front().rule, "");
}

TEST(FirstSample, AttributesTheLineOfAnotherDocumentToNone) {
    SOLANDER_NEEDS_SHARED(kFirst);
    const auto d = read_sample(kFirst);
    ASSERT_THAT(d.unattributed, SizeIs(1));
    EXPECT_EQ(d.unattributed.front().place.origin, "c1");
    EXPECT_EQ(d.unattributed.front().place.at, "line 1");
    EXPECT_THAT(d.unattributed.front().words, StartsWith("Dobrynin reports that he met"));
}

TEST(CableWithoutCredit, HasNoFunder) {
    SOLANDER_NEEDS_SHARED(kCable);
    const auto d = read_sample(kCable);
    EXPECT_EQ(d.dates.front().edtf, "1947-12-17");
    EXPECT_EQ(d.titles.front().words, "Cable, Terebin to Stalin [via Kuznetsov]");
    EXPECT_THAT(said(d.funding_credits), ElementsAre(kAbsent));
    EXPECT_THAT(said(d.descriptions),
                ElementsAre("inferred c1 line 9 {wilson.summary-before-labels}"));
    EXPECT_EQ(d.bodies.front().at, "lines 3-8");
    EXPECT_THAT(said(d.subjects), ElementsAre(kAbsent));
    EXPECT_THAT(said(d.sources), ElementsAre("blank c1 line 14 [Source]"));
    EXPECT_THAT(said(d.classifications), ElementsAre(kAbsent));
    EXPECT_EQ(d.rights.front().rule, "boilerplate.wilson-happ");
    EXPECT_THAT(d.unattributed, IsEmpty());
}

TEST(ReportWithoutSummary, KeepsTheLastLineInTheBody) {
    SOLANDER_NEEDS_SHARED(kReport);
    const auto d = read_sample(kReport);
    EXPECT_EQ(d.dates.front().edtf, "1966-12-28");
    EXPECT_THAT(said(d.descriptions), ElementsAre(kAbsent));
    EXPECT_EQ(d.bodies.front().at, "lines 4-9");
    EXPECT_THAT(said(d.creators), ElementsAre(kAbsent));
    EXPECT_THAT(said(d.subjects), ElementsAre("blank c1 line 12 [Associated Topics]"));
    EXPECT_EQ(d.funding_credits.front().funders.front().agent.name, "Blavatnik Family Foundation");
    EXPECT_THAT(said(d.rights.front().statements), ElementsAre("stated c1 lines 17-18 [Rights]"));
}

}  // namespace
}  // namespace solander::metadata
