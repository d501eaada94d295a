// SPDX-License-Identifier: Apache-2.0
#include "audit/known_funders.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invented.h"
#include "rule_case.h"

namespace solander {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<AuditFunder> harbour_fund() {
    return {{.name = "Harbour Fund",
             .aliases = {"The Harbour Fund", "HF"},
             .credit = "made possible with support from Harbour Fund.",
             .identifier = "https://ror.org/02jbv0t02"}};
}

TEST(KnownFunders, AreFoundByEachOfTheirNames) {
    const auto configured = harbour_fund();
    const audit::KnownFunders funders(configured);
    for (const char* name : {"Harbour Fund", "the harbour fund.", "HF", " hf "})
        EXPECT_EQ(funders.find(name), &configured.front()) << name;
    for (const char* name : {"Harbour", "HFX", ""}) EXPECT_EQ(funders.find(name), nullptr) << name;
}

struct CreditCase {
    std::string name;
    std::string line;
    std::vector<std::string> funders;
    bool is_found;
};
void PrintTo(const CreditCase& one, std::ostream* out) {
    *out << one.name;
}
std::string credit_name(const testing::TestParamInfo<CreditCase>& info) {
    return info.param.name;
}

class CreditWording : public testing::TestWithParam<CreditCase> {};

TEST_P(CreditWording, IsAskedOfWhoeverIsCredited) {
    std::vector<AuditRecord> records{{test::invented_letter()}};
    FundingCredit credit;
    credit.state = State::stated;
    credit.place = test::at_line(4);
    credit.verbatim = GetParam().line;
    for (const auto& name : GetParam().funders) credit.funders.emplace_back().agent.name = name;
    records.front().document.funding_credits.push_back(credit);
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    const auto funders = harbour_fund();
    request.funders = funders;
    const auto report = audit_records(request);
    ASSERT_TRUE(report.has_value());
    const auto found = test::findings_of(*report, "FND003");
    if (GetParam().is_found)
        EXPECT_THAT(found, ElementsAre(testing::AllOf(
                               HasSubstr("warning line 4: '"), HasSubstr("Harbour Fund requires"),
                               HasSubstr("credit it as \"made possible with"))));
    else
        EXPECT_THAT(found, IsEmpty());
    request.funders = {};
    EXPECT_THAT(test::findings_of(*audit_records(request), "FND003"), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    FND003, CreditWording,
    testing::Values(
        CreditCase{"AsRequired",
                   "This was made possible with support from Harbour Fund",
                   {"Harbour Fund"},
                   false},
        CreditCase{"InOtherLetters",
                   "Made  possible with support from HARBOUR FUND!",
                   {"Harbour Fund"},
                   false},
        CreditCase{"WithAnAlias",
                   "made possible with support from the Harbour Fund",
                   {"the Harbour Fund"},
                   false},
        CreditCase{"WithTheShortName", "made possible with support from HF", {"HF"}, false},
        CreditCase{"OtherWords", "supported by Harbour Fund", {"Harbour Fund"}, true},
        CreditCase{"OtherWordsAndAnAlias", "supported by HF", {"HF"}, true},
        CreditCase{"ALineThatNobodyReadNames", "supported by the Harbour Fund", {}, true},
        CreditCase{"ALongerName",
                   "made possible with support from Harbour Funding Group",
                   {"Harbour Fund"},
                   true},
        CreditCase{"AnotherFunder", "supported by Island Trust", {"Island Trust"}, false},
        CreditCase{"AWordThatOnlyBeginsLikeAName", "supported by HFX", {"HFX"}, false}),
    credit_name);

TEST(FunderWithoutIdentifier, HasThatOfTheConfigurationForAFix) {
    std::vector<AuditRecord> records{{test::invented_letter()}};
    FundingCredit credit;
    credit.state = State::stated;
    credit.place = test::at_line(4);
    credit.verbatim = "made possible with support from HF";
    credit.funders.emplace_back().agent.name = "HF";
    records.front().document.funding_credits.push_back(credit);
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    const auto funders = harbour_fund();
    request.funders = funders;
    EXPECT_THAT(test::findings_of(*audit_records(request), "FND004"),
                ElementsAre(HasSubstr("[add https://ror.org/02jbv0t02]")));
}

}  // namespace
}  // namespace solander
