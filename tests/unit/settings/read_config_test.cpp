// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/audit_config.h>

#include "base/bytes.h"
#include "crypto/digest_stream.h"

namespace solander {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A directory with one file in it.
Result<std::string> from_directory(const std::string& name) {
    if (name == "happ.txt") return std::string("The notice.\n");
    if (name.starts_with("large")) return name + std::string(std::size_t{600} << 10, 'x');
    if (name == "blank.txt") return std::string(" \n");
    if (name == "latin.txt") return std::string("caf\xE9");
    if (name == "broken.txt") return Error(ErrorCode::io, "broken.txt: input/output error");
    return Error(ErrorCode::open, name + ": no such file");
}

Result<AuditConfig> read(std::string_view text) {
    return read_audit_config(text, "dir/solander.toml", from_directory);
}

std::string sha256_of(std::string_view text) {
    return crypto::sha256(base::as_bytes(text)).hex();
}

constexpr std::string_view kAll = R"(# Why each of these is as it is, a comment can say.
version = 1
profile = ["wilson", "dpla"]
fail-on = "warning"

[[path]]
match = "mirror/**"
rules = { REC012 = "error", RGT = "off" }

[rules]
RGT009 = "note"
REC002 = { level = "warning", fields = ["Source", "Original Archive"] }

[boilerplate.wilson-happ]
text-file = "happ.txt"
scope = "collection"
class = "undetermined"
contact = "HAPP@wilsoncenter.org"

[boilerplate.letters]
text = "The letters are free of known copyright."
scope = "item"
class = "public-domain"

[funder."Leon Levy Foundation"]
aliases = ["the Leon Levy Foundation", "Levy"]
credit = "made possible with support from Leon Levy Foundation"
)";

TEST(AuditConfig, HasAllThatIsSaid) {
    const auto config = read(kAll);
    ASSERT_TRUE(config.has_value()) << config.error().message();
    EXPECT_THAT(config->profiles, ElementsAre("wilson", "dpla"));
    EXPECT_EQ(config->profiles_at, "dir/solander.toml:3");
    EXPECT_EQ(config->fail_on, AuditLevel::warning);
    EXPECT_EQ(config->fail_on_at, "dir/solander.toml:4");
    ASSERT_THAT(config->levels, SizeIs(4));
    EXPECT_EQ(config->levels[0].rule, "RGT009") << "rules come before paths";
    EXPECT_EQ(config->levels[0].at, "dir/solander.toml:11");
    EXPECT_THAT(config->levels[1].fields, ElementsAre("source", "original-archive"));
    EXPECT_EQ(config->levels[2].path, "mirror/**");
    EXPECT_EQ(config->levels[3].rule, "RGT");
    EXPECT_EQ(config->levels[3].level, AuditLevel::off);
    ASSERT_THAT(config->boilerplate, SizeIs(2));
    EXPECT_EQ(config->boilerplate[0].text, "The notice.\n");
    EXPECT_EQ(config->boilerplate[0].at, "dir/solander.toml:14");
    EXPECT_EQ(config->boilerplate[1].scope, AuditTextScope::item);
    EXPECT_EQ(config->boilerplate[1].status, AuditTextClass::public_domain);
    ASSERT_THAT(config->funders, SizeIs(1));
    EXPECT_THAT(config->funders[0].aliases, SizeIs(2));
}

TEST(AuditConfig, MayBeEmpty) {
    const auto config = read("");
    ASSERT_TRUE(config.has_value());
    EXPECT_THAT(config->profiles, IsEmpty());
    EXPECT_EQ(config->fail_on, std::nullopt);
    EXPECT_EQ(config->sha256, sha256_of(""));
}

TEST(AuditConfig, TakesOneProfileWithoutAList) {
    EXPECT_THAT(read("profile = 'dacs'")->profiles, ElementsAre("dacs"));
    EXPECT_EQ(read("fail-on = 'never'")->fail_on, AuditLevel::off);
}

/// As `sha256sum solander.toml`, or `sha256sum solander.toml happ.txt | sha256sum`.
TEST(AuditConfigDigest, IsOfTheFileAndOfTheTextsThatItNames) {
    EXPECT_EQ(read("version = 1\n")->sha256, sha256_of("version = 1\n"));
    const std::string text = "[boilerplate.a]\ntext-file = 'happ.txt'\n";
    EXPECT_EQ(read(text)->sha256, sha256_of(sha256_of(text) + "  solander.toml\n" +
                                            sha256_of("The notice.\n") + "  happ.txt\n"));
}

TEST(WrittenAuditConfig, SaysTheSameAndWhereItIsFrom) {
    const auto config = read(kAll);
    const std::string text = write_audit_config(*config);
    EXPECT_THAT(text, HasSubstr("profile = [\"wilson\", \"dpla\"]  # dir/solander.toml:3\n"));
    EXPECT_THAT(text, HasSubstr("RGT009 = \"note\"  # dir/solander.toml:11\n"));
    const auto again = read(text);
    ASSERT_TRUE(again.has_value()) << again.error().message() << '\n' << text;
    EXPECT_EQ(again->levels.size(), config->levels.size());
    EXPECT_EQ(again->levels[3].path, "mirror/**");
    EXPECT_EQ(again->boilerplate[0].text_file, "happ.txt");
    EXPECT_EQ(again->funders[0].credit, config->funders[0].credit);
}

struct Refused {
    const char* name;
    std::string text;
    std::string words;
    ErrorCode code = ErrorCode::usage;
};
void PrintTo(const Refused& refused, std::ostream* out) {
    *out << refused.name;
}
std::string refused_name(const testing::TestParamInfo<Refused>& test) {
    return test.param.name;
}

class AuditConfigOf : public testing::TestWithParam<Refused> {};

TEST_P(AuditConfigOf, IsRefusedWithTheLineAndTheNearestName) {
    const auto config = read(GetParam().text);
    ASSERT_FALSE(config.has_value());
    EXPECT_EQ(config.error().code(), GetParam().code);
    EXPECT_THAT(config.error().message(), HasSubstr(GetParam().words));
    EXPECT_THAT(config.error().message(), testing::StartsWith("dir/solander.toml:"));
}

INSTANTIATE_TEST_SUITE_P(
    Names, AuditConfigOf,
    testing::Values(
        Refused{"Key", "version = 1\nprofil = 'dpla'\n",
                "dir/solander.toml:2: there is no key 'profil'; did you mean 'profile'?"},
        Refused{"KeyUnlikeAny", "x = 1", "there is no key 'x'; it can be version, profile,"},
        Refused{"HiddenKey", "\"pro\\u202Efile\" = 'x'", "'pro\\u{202E}file'"},
        Refused{"Profile", "profile = ['core', 'dlpa']",
                "dir/solander.toml:1: there is no profile 'dlpa'; did you mean 'dpla'?"},
        Refused{"Threshold", "fail-on = 'eror'",
                "there is no threshold 'eror'; did you mean 'error'"},
        Refused{"Rule", "[rules]\nRGT902 = 'note'",
                "dir/solander.toml:2: there is no rule 'RGT902'; did you mean 'RGT002'?"},
        Refused{"RuleInSmallLetters", "[rules]\nrgt009 = 'note'",
                "there is no rule 'rgt009'; ids are in capitals: 'RGT009'"},
        Refused{"Identifier", "[funder.Fund]\nidentifier = 'ror.org/garbage'",
                "dir/solander.toml:2: 'identifier' is to be a ROR by its form, and "
                "'ror.org/garbage' is not 0, six letters or digits, two digits"},
        Refused{"GroupCutShort", "[rules]\nRG = 'note'", "there is no rule 'RG'"},
        Refused{"Level", "[rules]\nRGT009 = 'warn'",
                "there is no level 'warn'; it can be error, warning, note, review or off"},
        Refused{"KeyOfARule", "[rules]\nRGT009 = {levl = 'note'}", "did you mean 'level'?"},
        Refused{"NoLevel", "[rules]\nRGT009 = {fields = ['rights']}", "'RGT009' has no level"},
        Refused{"Field", "[rules]\n\nRGT009 = {level='note', fields = ['Sorce']}",
                "dir/solander.toml:3: there is no field 'Sorce'; did you mean 'source'?"},
        Refused{"KeyOfAPath", "[[path]]\nmatch = 'a'\nrule = {}",
                "dir/solander.toml:3: there is no key 'rule'; did you mean 'rules'?"},
        Refused{"PathWithoutMatch", "\n[[path]]\nrules = {}",
                "dir/solander.toml:2: the path has no match"},
        Refused{"PathWithoutRules", "[[path]]\nmatch = 'a'", "the path has no rules"},
        Refused{"RuleOfAPath", "[[path]]\nmatch = 'a'\nrules = {RGT909 = 'note'}",
                "there is no rule"},
        Refused{"KeyOfAText", "[boilerplate.a]\ntxt = 'b'", "did you mean 'text'?"},
        Refused{"Scope", "[boilerplate.a]\ntext='b'\nscope = 'items'", "did you mean 'item'?"},
        Refused{"Class", "[boilerplate.a]\ntext='b'\nclass = 'public domain'",
                "did you mean 'public-domain'?"},
        Refused{"KeyOfAFunder", "[funder.A]\nalias = ['b']", "did you mean 'aliases'?"}),
    refused_name);

INSTANTIATE_TEST_SUITE_P(
    Values, AuditConfigOf,
    testing::Values(
        Refused{"VersionTwo", "version = 2", "this program knows version = 1 alone, not 2"},
        Refused{"VersionInWords", "version = '1'", "version = 1 alone"},
        Refused{"ProfileOfANumber", "profile = 1",
                "'profile' is a text in quotation marks, not a number"},
        Refused{"ProfileOfNumbers", "profile = [1]", "'profile' is a list of texts"},
        Refused{"NoProfile", "profile = []", "'profile' has nothing in it"},
        Refused{"RulesOfAText", "rules = 'RGT009'", "'rules' is a table, not a text"},
        Refused{"LevelOfABoolean", "[rules]\nRGT009 = false", "not true or false"},
        Refused{"NoFields", "[rules]\nRGT009 = {level='note', fields=[]}", "'fields' has nothing"},
        Refused{"PathInOnePairOfBrackets", "[path]\nmatch='a'", "in two pairs of brackets"},
        Refused{"PathOfATexts", "path = ['a']", "a path is a table with match and rules"},
        Refused{"AbsolutePath", "[[path]]\nmatch='/a'\nrules={}",
                "from the directory of this file on"},
        Refused{"PathOfADirectory", "[[path]]\nmatch='a/'\nrules={}", "'mirror/**' fits all that"},
        Refused{"NeitherText", "[boilerplate.a]\nscope='item'",
                "needs one of text and text-file, and has neither"},
        Refused{"BothTexts", "[boilerplate.a]\ntext='b'\ntext-file='happ.txt'", "and has both"},
        Refused{"BlankText", "[boilerplate.a]\ntext=' '", "'text' says nothing"},
        Refused{"NameOfAText", "[boilerplate.\"a b\"]\ntext='b'",
                "the name of a text is of letters"},
        Refused{"SameTextTwice",
                "[boilerplate.a]\ntext='A  \u2018b\u2019'\n[boilerplate.b]\ntext=\"a 'B'\"",
                "dir/solander.toml:3: 'b' is the same text as 'a'"},
        Refused{"NoTextFile", "[boilerplate.a]\ntext-file='none.txt'",
                "dir/solander.toml:2: none.txt: no such file"},
        Refused{"BrokenTextFile", "[boilerplate.a]\ntext-file='broken.txt'",
                "broken.txt: input/output error", ErrorCode::io},
        Refused{"LargeTextFiles",
                "[boilerplate.a]\ntext-file='large1'\n[boilerplate.b]\ntext-file='large2'\n",
                "dir/solander.toml:4: the texts are too large together"},
        Refused{"BlankTextFile", "[boilerplate.a]\ntext-file='blank.txt'",
                "blank.txt says nothing"},
        Refused{"TextFileInLatin", "[boilerplate.a]\ntext-file='latin.txt'", "is not in UTF-8"},
        Refused{"FunderWithoutName", "[funder.\" \"]\n", "the name of a funder says nothing"},
        Refused{"AliasOfTwo", "[funder.A]\naliases=['C']\n[funder.B]\naliases=['the c.']",
                "dir/solander.toml:4: 'the c.' is a name of 'A' already"},
        Refused{"Identifier", "[funder.A]\nidentifier='https://ror.org/02jbv0t03'",
                "https://ror.org/02jbv0t03' "}),
    refused_name);

std::string repeated(std::string_view what, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += what;
    return text;
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, AuditConfigOf,
    testing::Values(Refused{"NoToml", "profile: dpla", "line 1, column"},
                    Refused{"LettersOutside", "profile = dpl\u00E4",
                            "stands outside of quotation marks"},
                    Refused{"Twice", "profile='core'\nprofile='dpla'", "each name stands once"},
                    Refused{"NotUtf8", "# a\n# \xFF\n", "dir/solander.toml:2: is not in UTF-8"},
                    Refused{"DeepTables", "a = " + repeated("{a=", 50'000), "line 1"},
                    Refused{"DeepKeys", "a" + repeated(".a", 50'000) + "=1", "more than 16 names"},
                    Refused{"ManyValues", "a = [" + repeated("1,", 300'000) + "]",
                            "there are more than 200000 values"}),
    refused_name);

}  // namespace
}  // namespace solander
