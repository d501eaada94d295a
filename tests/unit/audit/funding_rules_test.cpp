// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invented.h"
#include "rule_case.h"

namespace solander {

namespace test {

namespace {

FundingCredit& add_credit(AuditRecord& record, std::string words, const std::string& funder = {}) {
    FundingCredit credit;
    credit.state = State::stated;
    credit.place = at_line(4);
    credit.verbatim = std::move(words);
    if (!funder.empty()) credit.funders.emplace_back().agent.name = funder;
    record.document.funding_credits.push_back(credit);
    return record.document.funding_credits.back();
}

void nothing(AuditRecord&) {}

}  // namespace

const std::vector<RuleCase>& funding_cases() {
    static const std::vector<RuleCase> kCases{
        {"AsHolder",
         "FND007",
         [](AuditRecord& r) {
             add_credit(r, "with support from the Ice Trust", "the Ice Trust");
             r.document.rights.front().holders = {stated_agent("Ice Trust", 13)};
         },
         {"warning line 13: 'Ice Trust' paid for the document, and is given as the holder"}},
        {"AsSource",
         "FND007",
         [](AuditRecord& r) {
             add_credit(r, "with support from Ice Trust", "Ice Trust");
             r.document.sources.front().verbatim = "Ice Trust.";
         },
         {"'Ice Trust.' paid for the document, and is given as its source"}},
        {"WhoAlsoKeepsIt", "FND007",
         [](AuditRecord& r) {
             add_credit(r, "with support from the Harbour Archive", "Harbour Archive");
             r.document.rights.front().holders = {stated_agent("Harbour Archive", 13)};
         }},
        {"WhoAlsoMadeIt", "FND007",
         [](AuditRecord& r) {
             add_credit(r, "with support from Edda Lindqvist", "Edda Lindqvist");
             r.document.rights.front().holders = {stated_agent("Edda Lindqvist", 13)};
         }},
        {"InASourceThatSaysMore", "FND007",
         [](AuditRecord& r) {
             add_credit(r, "with support from Ice Trust", "Ice Trust");
             r.document.sources.front().verbatim = "Ice Trust papers, box 3";
         }},
        {"AnotherHolder", "FND007",
         [](AuditRecord& r) { add_credit(r, "with support from Ice Trust", "Ice Trust"); }},

        {"InADescription",
         "FND008",
         [](AuditRecord& r) {
             r.document.descriptions.front().words =
                 "A letter. Translation supported by the Ice Trust (ICE-2014S1A5B).";
         },
         {"warning line 4: award number 'ICE-2014S1A5B' stands in words only"}},
        {"InTheCreditLine",
         "FND008",
         [](AuditRecord& r) {
             add_credit(r, "with support from Ice Trust, grant no. 4711", "Ice Trust");
         },
         {"award number '4711' stands in words only: no funder has it as an award"}},
        {"WithoutFunder",
         "FND008",
         [](AuditRecord& r) {
             add_credit(r, "made possible by a grant").funders.emplace_back().awards = {"4711"};
         },
         {"award number '4711' has no funder"}},
        {"AsAnAward", "FND008",
         [](AuditRecord& r) {
             auto& credit = add_credit(r, "supported by Ice Trust, grant no. 4711", "Ice Trust");
             credit.funders.front().awards = {"Grant 4711"};
             r.document.descriptions.front().words = "Supported by Ice Trust (grant no. 4711).";
         }},
        {"AShelfMarkIsNoAward", "FND008",
         [](AuditRecord& r) {
             r.document.descriptions.front().words =
                 "Szyfrogramy from Waszyngton 1962, 6/77 w-86 t- 1312; supported by the embassy.";
         }},
        {"NoMoney", "FND008", nothing},
    };
    return kCases;
}

}  // namespace test

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class FundingRules : public testing::TestWithParam<test::RuleCase> {};

TEST_P(FundingRules, Find) {
    test::expect_findings(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Audit, FundingRules, testing::ValuesIn(test::funding_cases()),
                         test::rule_case_name);

/// Letters that these paid for, one each.
std::vector<AuditFinding> spellings(const std::vector<std::string>& funders) {
    std::vector<AuditRecord> records;
    for (const std::string& funder : funders) {
        AuditRecord& record = records.emplace_back();
        record.document = test::invented_letter();
        record.document.titles.front().words += " " + std::to_string(records.size());
        test::add_credit(record, "with support from " + funder, funder);
    }
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    std::vector<AuditFinding> found;
    const auto report = audit_records(request);
    for (const AuditFinding& finding : report->findings)
        if (finding.rule == "FND006") found.push_back(finding);
    return found;
}

TEST(OneFunder, SpeltInTwoWaysIsToldOnceForTheSet) {
    const auto found = spellings({"Leon Levy Foundation", "Ice Trust", "the Leon Levy Foundation.",
                                  "Leon Levy Foundation", "LEON LEVY FOUNDATION (LLF)"});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found.front().level, AuditLevel::warning);
    EXPECT_EQ(found.front().record, 0U);
    EXPECT_THAT(found.front().others, ElementsAre(2U, 3U, 4U));
    EXPECT_EQ(found.front().message,
              "one funder is spelt 3 ways: 'Leon Levy Foundation' (2), 'LEON LEVY FOUNDATION "
              "(LLF)' (1) and 'the Leon Levy Foundation.' (1)");
    EXPECT_THAT(found.front().fix, HasSubstr("such as 'Leon Levy Foundation'"));
}

TEST(OneFunder, SpeltOneWayIsNoFinding) {
    EXPECT_THAT(spellings({"Ice Trust", "Ice\u00A0Trust", " Ice  Trust"}), SizeIs(0));
}

TEST(TwoFunders, AreNotOneForTheirLikeness) {
    EXPECT_THAT(spellings({"Ice Trust", "Ice Trust Fund", "Nice Trust"}), SizeIs(0));
}

}  // namespace
}  // namespace solander
