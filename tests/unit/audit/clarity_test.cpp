// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <solander/audit_clarity.h>

#include "invented.h"

namespace solander {
namespace {

AuditClarity clarity_of(Document document) {
    const std::vector<AuditRecord> records{{std::move(document)}};
    return audit_clarity(records);
}

/// The letter with nothing on its rights but a text.
Document with_text_alone(const std::string& words) {
    Document letter = test::invented_letter();
    test::with_text(letter, words);
    for (Rights& rights : letter.rights) {
        test::make_absent(rights.standard_statements);
        test::make_absent(rights.licences);
        test::make_absent(rights.copyright_statuses);
    }
    return letter;
}

TEST(Clarity, CountsAStatusOfTheItem) {
    Document letter = test::invented_letter();
    CustodialHistory history;
    history.state = State::stated;
    history.verbatim = "Given by her brother in 1950.";
    letter.custodial_histories = {history};
    const auto clarity = clarity_of(std::move(letter));
    EXPECT_EQ(clarity.item_status, 1U);
    EXPECT_EQ(clarity.boilerplate + clarity.text_only + clarity.no_rights, 0U);
    EXPECT_EQ(clarity.with_source, 1U);
    EXPECT_EQ(clarity.with_locator, 1U);
    EXPECT_EQ(clarity.with_custody, 1U);
}

TEST(Clarity, TellsHedgesFromTextsAndFromNothing) {
    EXPECT_EQ(
        clarity_of(with_text_alone("Some documents may be subject to copyright.")).boilerplate, 1U);
    EXPECT_EQ(clarity_of(with_text_alone("This letter is in the public domain.")).text_only, 1U);
    EXPECT_EQ(clarity_of(with_text_alone("Ask the family.")).text_only, 1U);
    Document known = with_text_alone("Ask us.");
    known.rights.front().rule = "boilerplate.somebody";
    EXPECT_EQ(clarity_of(std::move(known)).boilerplate, 1U);
    Document none = with_text_alone("x");
    for (Rights& rights : none.rights) test::make_absent(rights.statements);
    EXPECT_EQ(clarity_of(std::move(none)).no_rights, 1U);
}

TEST(Clarity, CountsTheKnownTextsOfAConfiguration) {
    const std::string notice = "All that the Harbour Archive shows is shown by its leave.";
    const std::vector<AuditRecord> records{{with_text_alone(notice)}};
    std::vector<AuditBoilerplate> known{{.name = "harbour", .text = notice}};
    EXPECT_EQ(audit_clarity(records).text_only, 1U);
    EXPECT_EQ(audit_clarity(records, known).boilerplate, 1U);
    known.front().scope = AuditTextScope::item;
    known.front().status = AuditTextClass::in_copyright;
    EXPECT_EQ(audit_clarity(records, known).text_only, 1U) << "it states a status";
}

TEST(Clarity, CountsPartsEachForItself) {
    Document letter = test::invented_letter();
    test::make_absent(letter.sources);
    test::make_absent(letter.original_archives);
    test::make_absent(letter.custodial_histories);
    letter.rights.front().holders = {test::stated_agent("the family")};
    letter.rights.front().determinations = {{"J. Novak", "2026-01-02", "a search"}};
    const auto clarity = clarity_of(std::move(letter));
    EXPECT_EQ(clarity.with_source, 0U);
    EXPECT_EQ(clarity.with_custody, 0U);
    EXPECT_EQ(clarity.with_holder, 1U);
    EXPECT_EQ(clarity.with_determination, 1U);
}

TEST(Clarity, CountsThatItIsNotKnownAsAnAnswer) {
    Document letter = test::invented_letter();
    AgentStatement nobody = test::stated_agent("no heir was found");
    nobody.state = State::stated_unknown;
    letter.rights.front().holders = {nobody};
    EXPECT_EQ(clarity_of(std::move(letter)).with_holder, 1U);
}

}  // namespace
}  // namespace solander
