// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_words.h"

#include <optional>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::metadata {
namespace {

struct CreditCase {
    std::string name;
    std::string line;
    std::optional<std::string_view> funder;
};
void PrintTo(const CreditCase& c, std::ostream* out) {
    *out << c.line;
}

std::string credit_case_name(const testing::TestParamInfo<CreditCase>& info) {
    return info.param.name;
}

class CreditLine : public testing::TestWithParam<CreditCase> {};
TEST_P(CreditLine, NamesItsFunder) {
    EXPECT_EQ(credited_funder(GetParam().line), GetParam().funder);
}

const std::string kLead = "This document was made possible with support from";

INSTANTIATE_TEST_SUITE_P(
    Lines, CreditLine,
    testing::Values(
        CreditCase{"Plain", kLead + " Tidewater Foundation", "Tidewater Foundation"},
        CreditCase{"Article", kLead + " the Tidewater Foundation", "Tidewater Foundation"},
        CreditCase{"FullStop", kLead + " Tidewater Foundation.", "Tidewater Foundation"},
        CreditCase{"Acronym", kLead + " the Fund for Coastal Records (FCR).",
                   "Fund for Coastal Records (FCR)"},
        CreditCase{"CommaIsNoSeparator", kLead + " Institute, University", "Institute, University"},
        CreditCase{"NameThatStartsLikeAnArticle", kLead + " Theodora Fund", "Theodora Fund"},
        CreditCase{"NameLost", kLead, ""},
        CreditCase{"NameLostAfterTheArticle", kLead + " the", ""},
        CreditCase{"NameLostBeforeTheFullStop", kLead + " .", ""},
        CreditCase{"OtherWords", "Made possible by Tidewater Foundation", std::nullopt},
        CreditCase{"InsideASentence", "We note: " + kLead + " Tidewater", std::nullopt},
        CreditCase{"GluedOn", kLead + "age", std::nullopt}),
    credit_case_name);

TEST(WilsonLabel, IsAWholeLineExactly) {
    ASSERT_NE(wilson_label("Source"), nullptr);
    EXPECT_EQ(wilson_label("Source")->field, WilsonField::source);
    for (const std::string_view line :
         {"source", "Source:", "Sources", "Author(s)", "", "Rights of"})
        EXPECT_EQ(wilson_label(line), nullptr) << line;
}

TEST(WilsonLabel, SortsAsInRecords) {
    EXPECT_LT(wilson_label("Author(s):"), wilson_label("Associated Places"));
    EXPECT_LT(wilson_label("Associated Topics"), wilson_label("Subjects Discussed"));
    EXPECT_LT(wilson_label("Original Archive"), wilson_label("Rights"));
    EXPECT_TRUE(is_label_after("Donors", WilsonField::rights));
    EXPECT_FALSE(is_label_after("Rights", WilsonField::rights));
    EXPECT_FALSE(is_label_after("Some words", WilsonField::rights));
}

TEST(WilsonContact, LeavesOutAnAddressThatTheCaptureHid) {
    const std::string lead =
        "To enquire about this document\u2019s rights status or request permission for commercial "
        "use, please contact the History and Public Policy Program at ";
    const auto whole = wilson_rights_contact(lead + "desk@example.org.");
    ASSERT_TRUE(whole);
    const auto hidden = wilson_rights_contact(lead + "[email\u00A0protected].");
    ASSERT_TRUE(hidden);
    EXPECT_EQ(hidden->email, "");
    EXPECT_FALSE(wilson_rights_contact(lead));
    EXPECT_FALSE(wilson_rights_contact("Ask the desk."));
}

}  // namespace
}  // namespace solander::metadata
