// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/read.h>

#include "sheet.h"
#include "support/hand_over.h"

namespace solander {
namespace {

using test::HandOver;
using test::kUnd;
using test::summary;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using Kind = WorklistDecision::Kind;

std::vector<AuditRecord> records(std::size_t count) {
    std::vector<AuditRecord> all(count);
    for (std::size_t i = 0; i < count; ++i) all[i].document.id = "d" + std::to_string(i + 1);
    return all;
}

WorklistDecision decided(std::size_t record, const std::string& field, const std::string& cell) {
    WorklistDecision decision;
    decision.record = record;
    decision.field = field;
    decision.cell = cell;
    decision.value = "Some may be protected";
    decision.by = "J. Novak";
    decision.date = "2026-11-20";
    decision.how = "register of deaths";
    if (cell.empty()) decision.kind = Kind::keep;
    return decision;
}

struct Told {
    const char* name;
    std::string field;
    std::string cell;
    std::string what;
    std::string uri;
};
void PrintTo(const Told& c, std::ostream* out) {
    *out << c.name;
}
class EventOf : public testing::TestWithParam<Told> {};

TEST_P(EventOf, SaysWhatWasDecided) {
    const auto& c = GetParam();
    const std::vector<WorklistDecision> decisions{decided(1, c.field, c.cell)};
    const auto events = rights_decisions(records(3), decisions);
    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(events[0].document, "d2");
    EXPECT_EQ(events[0].what, c.what);
    EXPECT_EQ(events[0].uri, c.uri);
    EXPECT_EQ(events[0].by, "J. Novak");
    EXPECT_EQ(events[0].date, "2026-11-20");
    EXPECT_EQ(events[0].how, "register of deaths");
}

INSTANTIATE_TEST_SUITE_P(
    All, EventOf,
    testing::Values(Told{"Words", "rights", "In copyright", "In copyright", ""},
                    Told{"Uri", "rights-uri", kUnd, "rights-uri: " + std::string(kUnd), kUnd},
                    Told{"Licence", "licence", "CC BY", "licence: CC BY", ""},
                    Told{"Holders", "rights-holder", "A|B", "rights-holder: A; B", ""},
                    Told{"NotKnown", "rights-holder", "[unknown: no heir]",
                         "rights-holder: [unknown: no heir]", ""},
                    Told{"Kept", "rights", "", "rights stays as it is: Some may be protected", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(RightsDecisions, AreOneWhereRowsSayTheSame) {
    const std::vector<WorklistDecision> decisions{
        decided(0, "rights-uri", kUnd), decided(0, "rights-uri", kUnd), decided(0, "licence", "x")};
    EXPECT_THAT(rights_decisions(records(2), decisions), SizeIs(2));
}

TEST(RightsDecisions, AreOneWhereAllDocumentsAreDecidedAlike) {
    const std::vector<WorklistDecision> alike{decided(0, "rights-uri", kUnd),
                                              decided(1, "rights-uri", kUnd)};
    const auto all = rights_decisions(records(2), alike);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].document, "");
    EXPECT_THAT(rights_decisions(records(3), alike), SizeIs(2));
}

RightsDecision event(const std::string& what, const std::string& document = {}) {
    RightsDecision decision;
    decision.date = "2026-11-20";
    decision.document = document;
    decision.by = "J. Novak";
    decision.how = "register of deaths";
    decision.what = what;
    return decision;
}

TEST(RecordDecisions, AreNotWrittenTwice) {
    HandOver letters;
    const std::vector<RightsDecision> decisions{event("one"), event("two", "d1")};
    const auto step = letters.step({"archivist"});
    const auto first = record_decisions(step, decisions, letters.environment());
    ASSERT_EQ(summary(first), "done");
    EXPECT_THAT(first->written, SizeIs(2));
    const auto again = record_decisions(step, decisions, letters.environment());
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->verdict, Verdict::passed);
    EXPECT_THAT(again->written, IsEmpty());
    EXPECT_THAT(again->notes, ElementsAre(HasSubstr("has all of these decisions already")));
    EXPECT_EQ(letters.events(),
              "0001-seal.xml 0002-rights-determination.xml 0003-rights-determination.xml");
    EXPECT_EQ(letters.verdict(), "PASSED");
}

TEST(RecordDecisions, GoOnWhereTheyStopped) {
    HandOver letters;
    const auto step = letters.step({"archivist"});
    const std::vector<RightsDecision> broken{event("one"), event("two", "d9"), event("three")};
    const auto stopped = record_decisions(step, broken, letters.environment());
    ASSERT_FALSE(stopped.has_value());
    EXPECT_THAT(stopped.error().message(),
                AllOf(HasSubstr("no document 'd9'"), HasSubstr("1 of 3 events is written")));
    EXPECT_EQ(letters.events(), "0001-seal.xml 0002-rights-determination.xml");
    const std::vector<RightsDecision> mended{event("one"), event("two", "d1"), event("three")};
    const auto rest = record_decisions(step, mended, letters.environment());
    ASSERT_EQ(summary(rest), "done");
    EXPECT_THAT(rest->written, SizeIs(2));
    EXPECT_EQ(letters.verdict(), "PASSED");
}

TEST(RecordDecisions, AreTheHoldersAlone) {
    HandOver letters;
    const std::vector<RightsDecision> decisions{event("one"), event("two")};
    EXPECT_EQ(
        summary(record_decisions(letters.step({"registrar"}), decisions, letters.environment())),
        "custody.not-holder");
    EXPECT_EQ(letters.events(), "0001-seal.xml");
}

TEST(RecordDecisions, KnowOneOnADocumentFromOneOnAll) {
    HandOver letters;
    const auto step = letters.step({"archivist"});
    const std::vector<RightsDecision> on_all{event("one")};
    const std::vector<RightsDecision> on_one{event("one", "d1")};
    ASSERT_EQ(summary(record_decisions(step, on_all, letters.environment())), "done");
    const auto again = record_decisions(step, on_one, letters.environment());
    ASSERT_TRUE(again.has_value());
    EXPECT_THAT(again->written, IsEmpty()) << "it is determined for all documents already";
}

/// The documents of the letters, as their holders have determined them.
std::vector<Document> determined(const HandOver& letters, const std::vector<std::string>& trusted) {
    test::write_file(letters.scratch() / "trusted", test::trust_lines(trusted));
    const auto custody = read_custody(letters.package(), {.trust = letters.scratch() / "trusted"},
                                      letters.environment());
    std::vector<AuditRecord> records = audit_records_of(*custody->manifest(), {});
    add_determinations(*custody, records);
    std::vector<Document> documents;
    documents.reserve(records.size());
    for (AuditRecord& record : records) documents.push_back(std::move(record.document));
    return documents;
}

TEST(Determinations, ArePartOfTheRecordIfBelieved) {
    HandOver letters;
    const std::size_t before = determined(letters, {"archivist"})[0].rights.size();
    auto decision = event("Not determined");
    decision.uri = kUnd;
    const std::vector<RightsDecision> decisions{decision};
    ASSERT_EQ(
        summary(record_decisions(letters.step({"archivist"}), decisions, letters.environment())),
        "done");
    const auto documents = determined(letters, {"archivist"});
    const Document& document = documents[0];
    ASSERT_EQ(document.rights.size(), before + 1);
    EXPECT_EQ(document.rights[0].standard_statements[0].uri, kUnd);
    EXPECT_EQ(document.rights[0].standard_statements[0].place.origin, "event/2");
    ASSERT_THAT(document.rights[0].determinations, SizeIs(1));
    EXPECT_EQ(document.rights[0].determinations[0].words, "register of deaths");
    EXPECT_EQ(document.origins.back().id, "event/2");
    EXPECT_EQ(document.origins.back().file, "0002-rights-determination.xml");
    EXPECT_EQ(determined(letters, {"registrar"})[0].rights.size(), before)
        << "a key that the reader does not trust";
}

}  // namespace
}  // namespace solander
