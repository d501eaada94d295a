// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheet.h"

namespace solander {
namespace {

using test::kUnd;
using test::Sheet;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kCne = "http://rightsstatements.org/vocab/CNE/1.0/";
constexpr const char* kBy = "http://creativecommons.org/licenses/by/4.0/";

struct ValueCase {
    const char* name;
    std::string text;
    std::string field;  ///< Where it goes; empty: it is refused.
    std::string cell;   ///< What goes there, or how the reason ends.
};
void PrintTo(const ValueCase& c, std::ostream* out) {
    *out << c.name;
}
constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

class DecidedRights : public testing::TestWithParam<ValueCase> {};

/// In a table and in custody alike.
TEST_P(DecidedRights, AreWordsOrAKnownUri) {
    const auto& c = GetParam();
    for (const bool sealed : {false, true}) {
        Sheet sheet;
        const auto checked = sheet.check({sheet.set("rights", c.text)}, sealed);
        if (c.field.empty()) {
            ASSERT_FALSE(checked) << "sealed: " << sealed;
            EXPECT_THAT(checked.error().message(), HasSubstr("\n  row 2, decided-value: '"));
            EXPECT_THAT(checked.error().message(), EndsWith(c.cell));
            continue;
        }
        ASSERT_TRUE(checked) << checked.error().message();
        EXPECT_EQ(checked->decisions.front().field, c.field);
        EXPECT_EQ(checked->decisions.front().cell, c.cell);
    }
}

const std::string kIsCne = std::string(": write ") + kCne;
const std::string kIsBy = std::string(": write ") + kBy;

// clang-format off
INSTANTIATE_TEST_SUITE_P(
    All, DecidedRights,
    testing::Values(
        ValueCase{"Code", "CNE", "rights-uri", kCne},
        ValueCase{"CodeInSmallLetters", "und", "rights-uri", kUnd},
        ValueCase{"CodeWithAHyphen", "NoC-US", "rights-uri", "http://rightsstatements.org/vocab/NoC-US/1.0/"},
        ValueCase{"Canonical", kCne, "rights-uri", kCne},
        ValueCase{"Licence", kBy, "rights-uri", kBy},
        ValueCase{"Local", "https://example.org/rights/7", "rights-uri", "https://example.org/rights/7"},
        ValueCase{"Words", "In the public domain", "rights", "In the public domain"},
        ValueCase{"WordsThatNameASite", "Creativecommons licence: see http://creativecommons.org/", "rights", "Creativecommons licence: see http://creativecommons.org/"},
        ValueCase{"CodeWithinWords", "CNE, says the holder", "rights", "CNE, says the holder"},

        ValueCase{"NoSuchStatement", "http://rightsstatements.org/vocab/XYZ/1.0/", "", ": write one of its URIs, such as http://rightsstatements.org/vocab/InC/1.0/, or its code alone (InC, CNE, UND …)"},
        ValueCase{"Mistyped", "http://rightsstatements.org/vocab/InC-EUD/1.0/", "", ": was http://rightsstatements.org/vocab/InC-EDU/1.0/ meant?"},
        ValueCase{"Page", "https://rightsstatements.org/page/CNE/1.0/", "", " is not the canonical URI of CNE" + kIsCne},
        ValueCase{"NoScheme", "rightsstatements.org/vocab/CNE/1.0", "", kIsCne},
        ValueCase{"NoSlash", "http://rightsstatements.org/vocab/CNE/1.0", "", kIsCne},
        ValueCase{"Https", "https://rightsstatements.org/vocab/CNE/1.0/", "", kIsCne},
        ValueCase{"Www", "www.rightsstatements.org/vocab/CNE/1.0/", "", kIsCne},
        ValueCase{"Capitals", "HTTP://RIGHTSSTATEMENTS.ORG/VOCAB/CNE/1.0/", "", std::string(": was ") + kCne + " meant?"},
        ValueCase{"OneSlash", "http:/rightsstatements.org/vocab/CNE/1.0/", "", kIsCne},
        ValueCase{"HostMistyped", "http://rightstatements.org/vocab/CNE/1.0/", "", kIsCne},
        ValueCase{"CodeBehindTheHost", "RightsStatements.org: CNE", "", std::string(": was ") + kCne + " meant?"},
        ValueCase{"Deed", "https://creativecommons.org/licenses/by/4.0/deed.en", "", " of CC BY 4.0" + kIsBy},
        ValueCase{"NoSuchLicence", "http://creativecommons.org/licenses/abc/4.0/", "", ": write the URI of a licence, such as " + std::string(kBy)},
        ValueCase{"RetiredLicence", "http://creativecommons.org/licenses/sampling/1.0/", "", " such as " + std::string(kBy)}),
    named);
// clang-format on

TEST(DecidedRightsOf, AreNotAUriAndWords) {
    Sheet sheet;
    EXPECT_THAT(sheet.told({sheet.set("rights", "CNE|asked nobody")}),
                StartsWith("row 2, decided-value: has a URI and words: write the URI alone"));
}

TEST(DecidedRightsOf, CountNoCodeElsewhere) {
    Sheet sheet;
    const auto checked = sheet.check({sheet.set("source", "UND")});
    ASSERT_TRUE(checked) << checked.error().message();
    EXPECT_EQ(checked->decisions.front().cell, "UND");
}

}  // namespace
}  // namespace solander
