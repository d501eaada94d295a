// SPDX-License-Identifier: Apache-2.0
#include "audit/known_texts.h"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/notice_parts.h"
#include "invented.h"
#include "rule_case.h"

namespace solander {
namespace {

using audit::KnownText;
using audit::KnownTexts;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// `w1 w2 … wN`, with other words in some places.
std::string words(std::size_t count, const std::vector<std::size_t>& others = {}) {
    std::string text;
    for (std::size_t i = 1; i <= count; ++i) {
        const bool is_other = std::ranges::find(others, i) != others.end();
        text += (i > 1 ? " " : "") + std::string(is_other ? "other" : "w") + std::to_string(i);
    }
    return text;
}

unsigned alike(const std::string& a, const std::string& b) {
    return audit::likeness(audit::word_digests(a, {}), audit::word_digests(b, {}));
}

// A text of N words has N - 2 runs of three; one word in the middle is in three of them.
TEST(Likeness, IsDicesOfRunsOfThreeWords) {
    EXPECT_EQ(alike(words(32), words(32)), 100U);
    EXPECT_EQ(alike(words(32), words(32, {16})), 90U) << "27 of 30";
    EXPECT_EQ(alike(words(31), words(31, {16})), 89U) << "26 of 29";
    EXPECT_EQ(alike(words(62), words(62, {20, 40})), 90U) << "54 of 60";
    EXPECT_EQ(alike(words(62), words(62, {20, 40, 50})), 85U) << "51 of 60";
    EXPECT_EQ(alike(words(62), words(62, {62})), 98U) << "59 of 60: an end is in one";
    EXPECT_EQ(alike(words(22), words(20)), 94U) << "2 * 18 of 20 + 18";
    EXPECT_EQ(alike("a b a b a b a b", "b a b a b a b a"), 99U) << "not the same words";
    EXPECT_EQ(alike("a b", "a b"), 100U);
    EXPECT_EQ(alike("a b", "a c"), 0U) << "too short for a run";
    EXPECT_EQ(alike("", "a b c"), 0U);
    EXPECT_EQ(alike(words(10), "x y z"), 0U);
}

std::vector<AuditBoilerplate> one_text(const std::string& text) {
    return {{.name = "notice", .text = text}};
}

TEST(KnownTexts, AreKnownAfterFolding) {
    const auto configured =
        one_text("The  \u201CLindqvist\u201D papers\u00A0are the island\u2019s.\n");
    const KnownTexts texts(configured);
    const auto known = texts.find("the \"LINDQVIST\" papers\nare the island's.");
    ASSERT_TRUE(known);
    EXPECT_EQ(known->name, "notice");
    EXPECT_TRUE(known->is_same());
    EXPECT_FALSE(texts.find("the papers of Lindqvist"));
    EXPECT_FALSE(texts.find(""));
}

TEST(KnownTexts, AreKnownByNinetyHundredthsOfTheirRuns) {
    const auto configured = one_text(words(32));
    const KnownTexts texts(configured);
    const auto known = texts.find(words(32, {16}));
    ASSERT_TRUE(known);
    EXPECT_EQ(known->changes, "'other16' in place of 'w16'");
    EXPECT_FALSE(texts.find(words(32, {16, 24}))) << "80";
    const auto shorter = one_text(words(31));
    EXPECT_FALSE(KnownTexts(shorter).find(words(31, {16}))) << "89";
}

TEST(KnownTexts, AreThatWhichIsMostAlike) {
    const std::vector<AuditBoilerplate> configured{{.name = "one", .text = words(62, {5})},
                                                   {.name = "two", .text = words(62)},
                                                   {.name = "three", .text = words(62, {9})}};
    EXPECT_EQ(KnownTexts(configured).find(words(62, {62}))->name, "two");
}

TEST(KnownTexts, KeepTheirAddressWhereACaptureLostIt) {
    std::vector<AuditBoilerplate> configured = one_text("Write to us at info@harbour.example.");
    EXPECT_FALSE(KnownTexts(configured).find("Write to us at [email protected]."));
    configured.front().contact = "info@harbour.example";
    const KnownTexts texts(configured);
    EXPECT_TRUE(texts.find("Write to us at [email protected].")->is_same());
    EXPECT_TRUE(texts.find("Write to us at INFO@harbour.example.")->is_same());
    EXPECT_FALSE(texts.find("Write to us at other@harbour.example."));
}

struct ChangeCase {
    const char* name;
    std::string known;
    std::string now;
    std::string changes;
};

TEST(Changes, AreToldInTheWordsOfBoth) {
    const std::vector<ChangeCase> cases{
        {"nothing", "a b c", "a b c", ""},
        {"a word", "one two Three four", "one two Drei four", "'Drei' in place of 'Three'"},
        {"words", "a b c d e", "a x y d e", "'x y' in place of 'b c'"},
        {"more words", "a b d e", "a b c c d e", "'c c' is added"},
        {"fewer words", "a b c d e", "a d e", "'b c' left out"},
        {"at the start", "a b c", "x a b c", "'x' is added"},
        {"at the end", "a b c", "a b c d", "'d' is added"},
        {"end left out", "a b c", "a b", "'c' left out"},
        {"all", "a b", "x y z", "'x y z' in place of 'a b'"},
        {"two places", "a b c d e f g", "a x c d e y g",
         "'x' in place of 'b'; 'y' in place of 'f'"},
        {"many places", "a 1 b b 2 c c 3 d d 4 e e 5 f", "a x b b x c c x d d x e e x f",
         "'x' in place of '1'; 'x' in place of '2'; 'x' in place of '3'; and 2 more"}};
    for (const auto& one : cases)
        EXPECT_EQ(audit::changes_of(audit::words_of_text(one.known, {}),
                                    audit::words_of_text(one.now, {})),
                  one.changes)
            << one.name;
}

TEST(Changes, CountTheWordsOfATextThatIsKnownByDigests) {
    audit::TextWords known = audit::words_of_text("a b c d e f", {});
    known.shown.clear();
    EXPECT_EQ(audit::changes_of(known, audit::words_of_text("a x d e f", {})),
              "'x' in place of 2 words");
    EXPECT_EQ(audit::changes_of(known, audit::words_of_text("a b d e f", {})),
              "1 word left out behind 'b'");
}

TEST(Changes, OfLongTextsTakeNoQuadraticTime) {
    const auto known = audit::words_of_text(words(50'000), {});
    const auto now = audit::words_of_text(words(50'000, {10, 100, 1000}) + " x", {});
    EXPECT_THAT(audit::changes_of(known, now), HasSubstr("'other10' in place of 'w10'"));
    const auto other = audit::words_of_text(words(60'000, {1, 2, 3}), {});
    EXPECT_EQ(audit::likeness(known.digests, other.digests), 90U);
}

TEST(NoticeParts, AreToldWithTheirWords) {
    EXPECT_EQ(audit::parts_sentence(
                  "The harbour welcomes reuse. Some letters may be subject to copyright, which is "
                  "retained by the rights holders. When possible, they were asked. For commercial "
                  "use please contact us."),
              "Its parts: reuse welcomed (\"welcomes reuse\"), hedge (\"may be subject to "
              "copyright\"), rights kept by holders who are not named (\"retained by the rights "
              "holders\"), effort (\"when possible\"), contact (\"please contact\"), permission "
              "for commercial use (\"commercial use\")");
    EXPECT_EQ(audit::parts_sentence("May be subject to copyright."), "");
    EXPECT_THAT(audit::notice_parts("In copyright."), IsEmpty());
}

// ---- what rules make of them

std::vector<AuditRecord> letters_that_say(const std::vector<std::string>& texts) {
    std::vector<AuditRecord> records;
    for (const std::string& text : texts) {
        records.push_back({test::invented_letter()});
        records.back().document.titles.front().words += " " + std::to_string(records.size());
        test::with_text(records.back().document, text);
        test::make_absent(records.back().document.rights.front().standard_statements);
    }
    return records;
}

AuditReport audited(const std::vector<AuditRecord>& records,
                    const std::vector<AuditBoilerplate>& boilerplate) {
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    request.boilerplate = boilerplate;
    auto report = audit_records(request);
    EXPECT_TRUE(report.has_value());
    return *report;
}

const std::string kNotice =
    "The harbour office lends these papers to all who ask for them and writes down who they were, "
    "on which day they came, what they took away with them and when they brought it back again.";

std::string changed(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

std::vector<AuditBoilerplate> notice(AuditTextScope scope = AuditTextScope::collection,
                                     AuditTextClass status = AuditTextClass::undetermined) {
    return {{.name = "harbour", .text = kNotice, .scope = scope, .status = status}};
}

TEST(HedgedText, IsAnyThatTheConfigurationKnowsOfACollection) {
    const auto records = letters_that_say({kNotice});
    EXPECT_THAT(test::findings_of(audited(records, {}), "RGT009"), IsEmpty());
    EXPECT_THAT(
        test::findings_of(audited(records, notice()), "RGT009"),
        ElementsAre(AllOf(HasSubstr("review line 11: hedged, collection-level text (known: "
                                    "harbour). States no status for this item"),
                          HasSubstr("not evaluated: http://rightsstatements.org/vocab/CNE/"))));
}

TEST(HedgedText, IsNotOneThatTellsTheStatusOfTheItem) {
    const auto records = letters_that_say({"Some letters may be subject to copyright."});
    std::vector<AuditBoilerplate> known{
        {.name = "own", .text = "Some letters may be subject to copyright."}};
    known.front().scope = AuditTextScope::item;
    EXPECT_THAT(test::findings_of(audited(records, known), "RGT009"),
                ElementsAre(HasSubstr("leaves the status of this item open (known: own)")));
    known.front().status = AuditTextClass::in_copyright;
    EXPECT_THAT(test::findings_of(audited(records, known), "RGT009"), IsEmpty());
}

TEST(HedgedText, WithChangedWordsIsToldWithTheChange) {
    const auto now = changed(kNotice, "lends", "shows");
    const auto report = audited(letters_that_say({now}), notice());
    EXPECT_THAT(test::findings_of(report, "RGT009"),
                ElementsAre(HasSubstr("changed wording of the known text harbour: 'shows' in place "
                                      "of 'lends'. States no status for this item")));
    EXPECT_THAT(
        test::findings_of(audited(letters_that_say({now}),
                                  notice(AuditTextScope::item, AuditTextClass::public_domain)),
                          "RGT009"),
        ElementsAre(HasSubstr("'shows' in place of 'lends' [")));
}

TEST(HedgedText, WithChangedWordsIsToldBesideAStatus) {
    auto records = letters_that_say({changed(kNotice, "lends", "shows"), kNotice});
    for (auto& record : records)
        test::with_uri(record.document, "http://rightsstatements.org/vocab/InC/1.0/");
    const auto found = test::findings_of(audited(records, notice()), "RGT009");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found.front(), AllOf(HasSubstr("changed wording"), Not(HasSubstr("States no"))));
}

TEST(KnownTextOfAnItem, ContradictsAUri) {
    auto records = letters_that_say({kNotice});
    test::with_uri(records.front().document, "http://rightsstatements.org/vocab/InC/1.0/");
    EXPECT_THAT(test::findings_of(
                    audited(records, notice(AuditTextScope::item, AuditTextClass::public_domain)),
                    "RGT007"),
                ElementsAre(HasSubstr("(public domain), the URI InC (in copyright)")));
    EXPECT_THAT(
        test::findings_of(
            audited(records, notice(AuditTextScope::item, AuditTextClass::in_copyright)), "RGT007"),
        IsEmpty());
}

TEST(KnownTextOfADescription, IsNoneOfTheDocument) {
    const auto report = audited(letters_that_say({kNotice}), notice(AuditTextScope::description));
    EXPECT_THAT(test::findings_of(report, "RGT019"), SizeIs(1));
    EXPECT_THAT(test::findings_of(report, "RGT009"), IsEmpty());
}

TEST(OneRightsText, IsToldByItsName) {
    EXPECT_THAT(test::findings_of(audited(letters_that_say({kNotice, kNotice, kNotice}), notice()),
                                  "RGT010"),
                ElementsAre(HasSubstr("one rights text on 3 of 3 records, and no status of any "
                                      "item (known: harbour)")));
}

TEST(OneRightsText, ShowsThatAllHaveANewWording) {
    const auto now = changed(kNotice, "lends", "shows");
    EXPECT_THAT(
        test::findings_of(audited(letters_that_say({now, now, now}), notice()), "RGT010"),
        ElementsAre(HasSubstr("a new wording of the known text harbour: 'shows' in place of "
                              "'lends'")));
}

TEST(OneRightsText, ShowsThatSomeHaveANewWordingThoughNobodyKnowsTheText) {
    const auto now = changed(kNotice, "lends", "shows");
    const auto report = audited(letters_that_say({now, kNotice, kNotice, now, kNotice}), {});
    EXPECT_THAT(test::findings_of(report, "RGT010"),
                ElementsAre(HasSubstr("one rights text on 5 of 5 records, and no status of any "
                                      "item; a new wording on 2 of them: 'shows' in place of "
                                      "'lends'")));
}

TEST(OneRightsText, IsNotOneWhereWordsAreFewAndOthers) {
    EXPECT_THAT(
        test::findings_of(audited(letters_that_say({kNotice, kNotice, "Ask the heirs."}), notice()),
                          "RGT010"),
        IsEmpty());
}

TEST(ChangedText, OnManyRecordsIsOneFinding) {
    const auto now = changed(kNotice, "lends", "shows");
    const auto report = audited(letters_that_say(std::vector<std::string>(50, now)), notice());
    for (const AuditFinding& finding : report.findings)
        if (finding.rule == "RGT009") {
            EXPECT_THAT(finding.others, SizeIs(49));
        }
    EXPECT_THAT(test::findings_of(report, "RGT009"), SizeIs(1));
}

}  // namespace
}  // namespace solander
