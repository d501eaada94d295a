// SPDX-License-Identifier: Apache-2.0
#include "audit/rights_uri.h"

#include <ostream>

#include <gtest/gtest.h>

#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {
namespace {

using Form = RightsUri::Form;

/// A value as records have it, and what becomes of it at the two aggregators.
struct UriCase {
    std::string name;
    std::string text;
    Form form;
    std::string code = {};
    std::string canonical = {};
    bool dpla = false;
    bool europeana = false;
    std::string differences = {};
};

void PrintTo(const UriCase& one, std::ostream* out) {
    *out << one.name;
}

std::string uri_case_name(const testing::TestParamInfo<UriCase>& info) {
    return info.param.name;
}

class RightsUris : public testing::TestWithParam<UriCase> {};

TEST_P(RightsUris, AreReadAsAggregatorsReadThem) {
    const UriCase& one = GetParam();
    const RightsUri uri = read_rights_uri(one.text);
    EXPECT_EQ(uri.form, one.form);
    EXPECT_EQ(uri.code(), one.code);
    EXPECT_EQ(uri.canonical(), one.canonical);
    EXPECT_EQ(uri.accepted_by_dpla(), one.dpla);
    EXPECT_EQ(uri.accepted_by_europeana(), one.europeana);
    EXPECT_EQ(base::listed(uri.differences), one.differences);
}

const std::string kInC = "http://rightsstatements.org/vocab/InC/1.0/";
const std::string kBy = "http://creativecommons.org/licenses/by/4.0/";

INSTANTIATE_TEST_SUITE_P(
    Table, RightsUris,
    testing::Values(
        UriCase{"Canonical", kInC, Form::canonical, "InC", kInC, true, true},
        UriCase{"Https", "https://rightsstatements.org/vocab/InC/1.0/", Form::variant, "InC", kInC,
                true, false, "https instead of http"},
        UriCase{"NoLastSlash", "http://rightsstatements.org/vocab/InC/1.0", Form::variant, "InC",
                kInC, true, false, "no slash at its end"},
        UriCase{"TrailingBlank", kInC + " ", Form::variant, "InC", kInC, true, false,
                "blanks around it"},
        UriCase{"PageWithLanguage", "http://rightsstatements.org/page/InC/1.0/?language=en",
                Form::variant, "InC", kInC, true, false,
                "/page/ instead of /vocab/ and words behind ? or #"},
        UriCase{"Www", "https://www.rightsstatements.org/vocab/InC/1.0/", Form::variant, "InC",
                kInC, false, false, "www. in front of the host and https instead of http"},
        UriCase{"SmallLetters", "http://rightsstatements.org/vocab/inc/1.0/", Form::unknown},
        UriCase{"NoSuchCode", "http://rightsstatements.org/vocab/InC-FOO/1.0/", Form::unknown},
        UriCase{"NoSuchVersion", "http://rightsstatements.org/vocab/InC/2.0/", Form::unknown},
        UriCase{"OnlyTheSite", "http://rightsstatements.org/", Form::unknown},
        UriCase{"UndIsNotForEuropeana", "http://rightsstatements.org/vocab/UND/1.0/",
                Form::canonical, "UND", "http://rightsstatements.org/vocab/UND/1.0/", true, false},
        UriCase{"Licence", kBy, Form::canonical, "CC BY 4.0", kBy, true, true},
        UriCase{"LicenceHttps", "https://creativecommons.org/licenses/by/4.0/", Form::variant,
                "CC BY 4.0", kBy, true, false, "https instead of http"},
        UriCase{"Deed", "https://creativecommons.org/licenses/by/4.0/deed.en", Form::variant,
                "CC BY 4.0", kBy, false, false, "ends in deed.en and https instead of http"},
        UriCase{"Legalcode", "http://creativecommons.org/licenses/by/4.0/legalcode", Form::variant,
                "CC BY 4.0", kBy, false, false, "ends in legalcode"},
        UriCase{"OldPort", "http://creativecommons.org/licenses/by/2.1/jp/", Form::canonical,
                "CC BY 2.1 jp", "http://creativecommons.org/licenses/by/2.1/jp/", false, true},
        UriCase{"NoSuchPort", "http://creativecommons.org/licenses/by/4.0/de/", Form::unknown},
        UriCase{"NoSuchLicence", "http://creativecommons.org/licenses/by-xx/4.0/", Form::unknown},
        UriCase{"Zero", "http://creativecommons.org/publicdomain/zero/1.0/", Form::canonical, "CC0",
                "http://creativecommons.org/publicdomain/zero/1.0/", true, true},
        UriCase{"Mark", "http://creativecommons.org/publicdomain/mark/1.0/", Form::canonical, "PDM",
                "http://creativecommons.org/publicdomain/mark/1.0/", true, true},
        UriCase{"ToolAmongLicences", "http://creativecommons.org/licenses/zero/1.0/",
                Form::unknown},
        UriCase{"Sampling", "http://creativecommons.org/licenses/sampling/1.0/", Form::retired},
        UriCase{"ShortName", "CC-BY-4.0", Form::no_uri},
        UriCase{"Words", "In Copyright", Form::no_uri},
        UriCase{"UriAndWords", kInC + " In Copyright", Form::no_uri},
        UriCase{"Nothing", "", Form::no_uri}, UriCase{"OnlyAScheme", "http://", Form::other},
        UriCase{"OtherSite", "http://example.org/rights", Form::other},
        UriCase{"NearlyTheSite", "http://rightsstatements.org.example/vocab/InC/1.0/",
                Form::other}),
    uri_case_name);

TEST(RightsUri, NamesWhatMayHaveBeenMeant) {
    EXPECT_EQ(read_rights_uri("http://rightsstatements.org/vocab/inc/1.0/").nearest, kInC);
    EXPECT_EQ(read_rights_uri("http://rightsstatements.org/vocab/NoC-US/2.0/").nearest,
              "http://rightsstatements.org/vocab/NoC-US/1.0/");
    EXPECT_EQ(read_rights_uri("http://creativecommons.org/licenses/BY/4.0/").nearest, kBy);
    EXPECT_EQ(read_rights_uri("http://creativecommons.org/licenses/by/4.0/de/").nearest, kBy);
    EXPECT_EQ(read_rights_uri("http://rightsstatements.org/vocab/quite-other/1.0/").nearest, "");
}

}  // namespace
}  // namespace solander::audit
