// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"
#include "schema.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Case;
using test::Desk;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A record without a source, as a hand-over file has it: SRC001 is an error.
void letter(Desk& desk, const std::string& name = "rec/letter.xml") {
    desk.write(name, R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:identifier>LIN 12/3</dc:identifier>
  <dc:title>Letter to a brother</dc:title>
  <dc:creator>Edda Lindqvist</dc:creator>
  <dc:date>1919-03-04</dc:date>
  <dc:rights>http://rightsstatements.org/vocab/CNE/1.0/</dc:rights>
</record>
)");
}

void letter_alone(Desk& desk) {
    letter(desk);
}

void off(Desk& desk) {
    letter(desk);
    desk.write("rec/solander.toml", "[rules]\nSRC001 = 'off'\nSRC = 'off'\n");
}

class AuditConfigured : public testing::TestWithParam<Case> {};

TEST_P(AuditConfigured, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, AuditConfigured,
    testing::Values(
        Case{"WithoutAFile", {"audit", "@/rec"}, 1, {"SRC001 error"}, {}, letter_alone},
        Case{"Found",
             {"audit", "@/rec"},
             0,
             {"nothing found", "configured by a file of SHA-256 ",
              "turned off by the configuration: SRC001; SRC"},
             {"note: configured by @/rec/solander.toml, by which not all is told: `--print-config` "
              "shows it\n"},
             off},
        Case{"FoundQuietly",
             {"audit", "@/rec", "-q"},
             0,
             {"nothing found"},
             {"note: configured by @/rec/solander.toml, by which not all is told"},
             off},
        Case{"ThatNeverFails",
             {"audit", "@/rec"},
             0,
             {"SRC001 error", "nothing makes it fail"},
             {"by which not all is told"},
             [](Desk& desk) {
                 letter(desk, "rec/letter.xml");
                 desk.write("rec/solander.toml", "fail-on = 'never'\n");
             }},
        Case{"WithAPathThatFitsNothing",
             {"audit", "@/rec"},
             1,
             {"SRC001 error"},
             {"note: @/rec/solander.toml:3: the path 'miror/**' fits none of the files that were "
              "audited; paths begin at the directory of the configuration\n"},
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml",
                            "[[path]]\nmatch = 'miror/**'\nrules = { SRC001 = 'off' }\n");
             }},
        Case{"FoundAbove",
             {"audit", "@/rec/letter.xml"},
             0,
             {"nothing found"},
             {"configured by @/solander.toml"},
             [](Desk& desk) {
                 letter(desk);
                 desk.write("solander.toml", "[rules]\nSRC = 'off'\n");
             }},
        Case{"Named",
             {"audit", "@/rec", "--config", "@/other.toml"},
             1,
             {"SRC001 error"},
             {},
             [](Desk& desk) {
                 off(desk);
                 desk.write("other.toml", "");
             }},
        Case{"None", {"audit", "@/rec", "--no-config"}, 1, {"SRC001 error"}, {}, off},
        Case{"NamedAndNone",
             {"audit", "@/rec", "--no-config", "--config", "@/rec/solander.toml"},
             64,
             {},
             {"--config and --no-config contradict each other"},
             off},
        Case{"TwoOfThem",
             {"audit", "@/rec", "@/more"},
             64,
             {},
             {"@/rec lies under @/rec/solander.toml, and @/more under @/more/solander.toml"},
             [](Desk& desk) {
                 off(desk);
                 letter(desk, "more/letter.xml");
                 desk.write("more/solander.toml", "");
             }},
        Case{"NoSuchFile",
             {"audit", "@/rec", "--config", "@/none.toml"},
             66,
             {},
             {"@/none.toml"},
             letter_alone},
        Case{"ADirectory",
             {"audit", "@/rec", "--config", "@/rec"},
             66,
             {},
             {"@/rec: is no regular file"},
             letter_alone},
        Case{"ADirectoryOfThatName",
             {"audit", "@/rec"},
             66,
             {},
             {"@/rec/solander.toml: is no regular file; name one with --config"},
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml/x", "");
             }},
        Case{"UnknownKey",
             {"audit", "@/rec"},
             64,
             {},
             {"@/rec/solander.toml:2: there is no key 'fail_on'; did you mean 'fail-on'?"},
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml", "version = 1\nfail_on = 'error'\n");
             }},
        Case{"MissingText",
             {"audit", "@/rec"},
             64,
             {},
             {"@/rec/solander.toml:2: ", "notice.txt"},
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml", "[boilerplate.a]\ntext-file = 'notice.txt'\n");
             }},
        Case{"HostileText",
             {"audit", "@/rec"},
             64,
             {},
             {"@/rec/solander.toml: line 1, column"},
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml", "a = [{\x1b[31m");
             }},
        Case{"Threshold",
             {"audit", "@/rec"},
             0,
             {"SRC001 error"},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml", "fail-on = 'never'");
             }},
        Case{"ThresholdOfTheCommandLineOutweighs",
             {"audit", "@/rec", "--fail-on", "error"},
             1,
             {"SRC001 error"},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml", "fail-on = 'never'");
             }},
        Case{"Profiles",
             {"audit", "@/rec"},
             1,
             {"(wilson 1 + dpla "},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml", "profile = ['wilson', 'dpla']");
             }},
        Case{"ProfilesOfTheCommandLineReplace",
             {"audit", "@/rec", "--profile", "dacs"},
             1,
             {"(dacs 1"},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander.toml", "profile = ['wilson', 'dpla']");
             }}),
    test::case_name);

TEST(AuditPaths, HoldFromTheDirectoryOfTheConfigurationOn) {
    Desk desk;
    letter(desk, "rec/mirror/a/letter.xml");
    letter(desk, "rec/letter.xml");
    desk.write("rec/solander.toml", "[[path]]\nmatch = 'mirror/**'\nrules = { SRC001 = 'note' }\n");
    const auto all = desk.run({"audit", "@/rec"});
    EXPECT_EQ(all.code, 1);
    EXPECT_THAT(all.out, AllOf(HasSubstr("@/rec/letter.xml: SRC001 error"),
                               HasSubstr("@/rec/mirror/a/letter.xml: SRC001 note")));
    // Whatever way the file is named.
    for (const std::string name : {"@/rec/mirror", "@/rec/mirror/a", "@/rec/mirror/a/letter.xml",
                                   "@/rec/../rec/mirror/a/letter.xml"})
        EXPECT_EQ(desk.run({"audit", name}).code, 0) << name;
    EXPECT_EQ(desk.run({"audit", "@/rec/letter.xml"}).code, 1);
}

TEST(AuditPaths, HoldForHandOverFiles) {
    Desk desk;
    desk.write("rec/metadata/metadata.csv", "filename,dc.title\nobjects/a.tif,Fran\xE7ois\n");
    desk.write("solander.toml",
               "[[path]]\nmatch = 'rec/metadata/*'\nrules = { CSV001 = 'note' }\n");
    const auto said = desk.run({"audit", "@/rec"});
    EXPECT_THAT(said.out, HasSubstr("CSV001 note"));
    EXPECT_THAT(said.err, Not(HasSubstr("fits none")));
}

TEST(AuditPaths, HoldForTextsThatAreNoRecord) {
    Desk desk;
    desk.write("rec/lists/notes.txt",
               test::read_file(test::source_root() / "fixtures/captures/frus-notes-alone.txt"));
    desk.write("rec/solander.toml", "[[path]]\nmatch = 'lists/*'\nrules = { REC001 = 'note' }\n");
    EXPECT_THAT(desk.run({"audit", "@/rec"}).out, HasSubstr("REC001 note"));
}

TEST(AuditPaths, OfPackagesGoOnInThem) {
    Desk desk;
    desk.pack_letters();
    const std::vector<std::string> audit{"audit", "@/out/letters.tar", "-t", "@/trust"};
    EXPECT_THAT(desk.run(audit).out, HasSubstr(" error: "));
    desk.write(
        "solander.toml",
        "[[path]]\nmatch = 'out/letters.tar/data/**'\n[path.rules]\nSRC = 'off'\nRGT = 'off'\n"
        "REC = 'off'\nFND = 'off'\nAGG = 'off'\nCUS = 'off'\nLIC = 'off'\nACC = 'off'\n");
    EXPECT_THAT(desk.run(audit).out, HasSubstr("nothing found"));
}

TEST(PrintConfig, ShowsWhatIsInEffectAndWhereItIsFrom) {
    Desk desk;
    desk.write("rec/solander.toml", R"(profile = ["wilson", "dpla"]
[rules]
RGT009 = "note"
REC002 = { level = "error", fields = ["Source"] }
[[path]]
match = "mirror/**"
rules = { SRC001 = "off" }
)");
    const auto said = desk.run({"audit", "--print-config", "@/rec", "--fail-on", "review"});
    EXPECT_EQ(said.code, 0) << said.err;
    for (const std::string line :
         {"# @/rec/solander.toml, SHA-256 ",
          "profile = [\"wilson\", \"dpla\"]  # @/rec/solander.toml:1\n",
          "fail-on = \"review\"  # command line\n", "RGT009 = \"note\"  # @/rec/solander.toml:3\n",
          "[[path]]\nmatch = \"mirror/**\"\n[path.rules]\nSRC001 = \"off\"  # "
          "@/rec/solander.toml:7\n",
          "# SRC001 = error  # default\n", "# RGT002 = note  # profile dpla\n",
          "# RGT009 = note  # @/rec/solander.toml:3\n", "# REC002 = warning  # profile wilson\n",
          "# REC002 in source = error  # @/rec/solander.toml:4\n",
          "# REC002 in subject, subject-agent, subject-place, relation = note  # profile wilson\n"})
        EXPECT_THAT(said.out, HasSubstr(line));
    // It is a configuration itself, and says the same.
    desk.write("again/solander.toml", said.out);
    const auto again = desk.run({"audit", "--print-config", "@/again"});
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_THAT(again.out, HasSubstr("fail-on = \"review\"  # @/again/solander.toml:"));
}

TEST(PrintConfig, WithoutAFileShowsDefaults) {
    Desk desk;
    desk.write("rec/x.txt", "");
    const auto said = desk.run({"audit", "--print-config", "--no-config", "--profile", "dacs"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out,
                AllOf(HasSubstr("# No configuration file.\n"),
                      HasSubstr("profile = [\"dacs\"]  # command line\n"),
                      HasSubstr("fail-on = \"error\"  # default\n"), Not(HasSubstr("SHA-256"))));
    EXPECT_EQ(desk.run({"audit", "--print-config", "--no-config", "--profile", "x"}).code, 64);
}

TEST(AuditConfigInJson, HasItsDigest) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    off(desk);
    const auto said = desk.run({"audit", "@/rec", "-f", "json"});
    EXPECT_TRUE(test::is_valid(said.out, "audit-1.schema.json"));
    EXPECT_EQ(nlohmann::json::parse(said.out)["config_sha256"].get<std::string>().size(), 64U);
    const auto bare = desk.run({"audit", "@/rec", "--no-config", "-f", "json"});
    EXPECT_TRUE(test::is_valid(bare.out, "audit-1.schema.json"));
    EXPECT_FALSE(nlohmann::json::parse(bare.out).contains("config_sha256"));
}

}  // namespace
}  // namespace solander
