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

/// A record without a source (SRC001, an error), and a configuration beside it.
void letter(Desk& desk) {
    desk.write("rec/letter.xml", R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:identifier>LIN 12/3</dc:identifier>
  <dc:title>Letter to a brother</dc:title>
  <dc:creator>Edda Lindqvist</dc:creator>
  <dc:date>1919-03-04</dc:date>
  <dc:rights>http://rightsstatements.org/vocab/CNE/1.0/</dc:rights>
</record>
)");
    desk.write("rec/solander.toml", "version = 1\n");
}

std::string exception(const std::string& more, const std::string& rule = "SRC001") {
    return "[[exception]]\nrule = '" + rule +
           "'\nreason = 'legacy-description'\ncomment = 'The list of 1962 names none.'\n"
           "by = 'Edda Lindqvist'\non = 2026-11-01\n" +
           more;
}

void accepted(Desk& desk) {
    letter(desk);
    desk.write("rec/solander-exceptions.toml", exception("record = 'LIN 12/3'\n"));
}

class AuditWithExceptions : public testing::TestWithParam<Case> {};

TEST_P(AuditWithExceptions, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, AuditWithExceptions,
    testing::Values(
        Case{
            "BesideTheConfiguration",
            {"audit", "@/rec"},
            0,
            {"SRC001 error: ", "[accepted by Edda Lindqvist until 2029-11-01 (legacy-description)]",
             "1 error", "1 of them accepted: not counted"},
            test::kAnything,
            accepted},
        Case{"NotWithoutTheConfiguration",
             {"audit", "@/rec", "--no-config"},
             1,
             {"SRC001 error"},
             {},
             accepted},
        Case{"Named",
             {"audit", "@/rec", "--no-config", "--exceptions", "@/rec/solander-exceptions.toml"},
             0,
             {"accepted by"},
             {},
             accepted},
        Case{"NamedInsteadOfThoseBeside",
             {"audit", "@/rec", "--exceptions", "@/none-yet.toml"},
             1,
             {"SRC001 error"},
             test::kAnything,
             [](Desk& desk) {
                 accepted(desk);
                 desk.write("none-yet.toml", "");
             }},
        Case{"ByPath",
             {"audit", "@/rec/../rec/letter.xml"},
             0,
             {"accepted by"},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander-exceptions.toml", exception("path = 'letter.xml'\n"));
             }},
        Case{"ByPathFromTheirOwnDirectoryWhereThereIsNoConfiguration",
             {"audit", "@/rec", "--no-config", "--exceptions", "@/e.toml"},
             0,
             {"accepted by"},
             {},
             [](Desk& desk) {
                 letter(desk);
                 desk.write("e.toml", exception("path = 'rec/*.xml'\n"));
             }},
        Case{"Expired",
             {"audit", "@/rec", "--as-of", "2029-11-02"},
             1,
             {"@/rec/solander-exceptions.toml:6: EXC001 warning: the exception to SRC001 expired "
              "on 2029-11-01"},
             test::kAnything,
             accepted},
        Case{"OfAnotherValue",
             {"audit", "@/rec"},
             1,
             {"EXC002 note: the exception to SRC001 is for a record that was not audited"},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander-exceptions.toml", exception("record = 'LIN 12/4'\n"));
             }},
        Case{"Invalid",
             {"audit", "@/rec"},
             1,
             {"EXC003 error: the exception to SRC001 is to hold for more than 3 years"},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander-exceptions.toml",
                            exception("record = 'LIN 12/3'\nexpires = 2099-12-31\n"));
             }},
        Case{"WithAPathFromAnotherDirectory",
             {"audit", "@/rec"},
             1,
             {"EXC002 note: the exception to SRC001 has the path 'rec/letter.xml', which fits no "
              "file that was audited; paths begin at the directory of the configuration, as "
              "'letter.xml' does"},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander-exceptions.toml", exception("path = 'rec/letter.xml'\n"));
             }},
        Case{"OfIntegrity",
             {"audit", "@/rec"},
             1,
             {"EXC004 error: REC001 cannot be accepted", "@/rec/notes.txt: REC001 error: "},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/notes.txt",
                            test::read_file(test::source_root() /
                                            "fixtures/captures/frus-notes-alone.txt"));
                 desk.write("rec/solander-exceptions.toml",
                            exception("path = 'notes.txt'\n", "REC001"));
             }},
        Case{"HostileWords",
             {"audit", "@/rec"},
             0,
             {"accepted by Edda \\u{202E}"},
             test::kAnything,
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander-exceptions.toml",
                            "[[exception]]\nrule='SRC001'\nrecord='LIN 12/3'\n"
                            "reason='not-applicable'\ncomment=\"\\u001B[31m\"\n"
                            "by=\"Edda \\u202E\"\non=2026-11-01\n");
             }},
        Case{"Misspelt",
             {"audit", "@/rec"},
             64,
             {},
             {"@/rec/solander-exceptions.toml:2: there is no key 'rul'; did you mean 'rule'?"},
             [](Desk& desk) {
                 letter(desk);
                 desk.write("rec/solander-exceptions.toml", "[[exception]]\nrul = 'SRC001'\n");
             }},
        Case{"NoSuchFile",
             {"audit", "@/rec", "--exceptions", "@/none.toml"},
             66,
             {},
             {"@/none.toml"},
             letter}),
    test::case_name);

/// What a person does: takes the digest from the JSON, and later somebody changes the value.
TEST(AuditExceptionByValue, NoLongerFitsAnotherValue) {
    Desk desk;
    letter(desk);
    const auto padded = [&](const std::string& type) {
        std::string text = desk.read("rec/letter.xml");
        const std::string_view end = "</record>";
        text.insert(text.find(end),
                    "  <dc:source>Harbour Archive</dc:source>\n"
                    "  <dc:type>" +
                        type + "</dc:type>\n");
        desk.write("rec/typed.xml", text);
    };
    padded("N/A");
    const std::vector<std::string> audit{"audit", "@/rec/typed.xml", "-f", "json"};
    std::string digest;
    const auto report = nlohmann::json::parse(desk.run(audit).out);
    for (const auto& finding : report.at("findings"))
        if (finding["rule"] == "REC004") digest = finding["value_sha256"];
    ASSERT_EQ(digest.size(), 64U);
    desk.write("rec/solander-exceptions.toml",
               exception("record = 'LIN 12/3'\nvalue-sha256 = '" + digest + "'\n", "REC004"));
    const auto said = desk.run({"audit", "@/rec/typed.xml"});
    EXPECT_THAT(said.out, HasSubstr("accepted by"));
    padded("TBD");
    EXPECT_THAT(desk.run({"audit", "@/rec/typed.xml"}).out,
                AllOf(HasSubstr("EXC002 warning: the exception to REC004 was for another value: "
                                "it is 'TBD' by now"),
                      testing::Not(HasSubstr("accepted by"))));
}

TEST(AuditExceptionsInAllForms, AreTold) {
    Desk desk;
    accepted(desk);
    desk.write("rec/solander-exceptions.toml",
               exception("record = 'LIN 12/3'\n") + exception("record = 'LIN 12/4'\n"));
    for (const std::string form : {"text", "json", "sarif", "junit", "github", "gitlab", "html"}) {
        const auto said = desk.run({"audit", "@/rec", "-f", form});
        EXPECT_EQ(said.code, 0) << form;
        EXPECT_THAT(said.out, AllOf(HasSubstr("Edda Lindqvist"), HasSubstr("EXC002"))) << form;
    }
}

TEST(AuditExceptionsInJson, AreValid) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    accepted(desk);
    const auto said = desk.run({"audit", "@/rec", "-f", "json"});
    EXPECT_TRUE(test::is_valid(said.out, "audit-1.schema.json"));
    const auto json = nlohmann::json::parse(said.out);
    EXPECT_EQ(json["failed"], false);
    EXPECT_EQ(json["uncounted"]["error"], 1);
    EXPECT_EQ(json["findings"][0]["accepted"]["expires"], "2029-11-01");
    EXPECT_THAT(json["findings"][0]["accepted"]["file"].get<std::string>(),
                HasSubstr("solander-exceptions.toml"));
}

/// A publisher edits a notice that is built in, and in the configuration.
TEST(Boilerplate, OfTheConfigurationIsKnownAndItsChangesAreTold) {
    Desk desk;
    const auto with_rights = [&](const std::string& words) {
        desk.write("rec/letter.xml", R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>Letter</dc:title><dc:source>Harbour Archive, box 1</dc:source>
  <dc:rights>)" + words + "</dc:rights>\n</record>\n");
    };
    const std::string notice =
        "The harbour office lends these papers to all who ask for them and writes down who they "
        "were, on which day they came, what they took away and when they brought it back again.";
    desk.write("rec/texts/harbour.txt", notice + "\n");
    desk.write("rec/solander.toml", "[boilerplate.harbour]\ntext-file = 'texts/harbour.txt'\n");
    with_rights(notice);
    EXPECT_THAT(desk.run({"audit", "@/rec/letter.xml"}).out,
                HasSubstr("RGT009 review: hedged, collection-level text (known: harbour)"));
    std::string changed = notice;
    changed.replace(changed.find("lends"), 5, "shows");
    with_rights(changed);
    EXPECT_THAT(desk.run({"audit", "@/rec/letter.xml"}).out,
                HasSubstr("RGT009 review: changed wording of the known text harbour: 'shows' in "
                          "place of 'lends'"));
}

/// Of the samples, whose texts are not ours: with their words changed, and with the address lost.
TEST(WilsonNotice, IsKnownByDigestsOfItsWords) {
    SOLANDER_NEEDS_SHARED("samples/000_1c106411baa40a7d.txt");
    Desk desk;
    const std::string sample =
        test::read_file(test::shared_root() / "samples/000_1c106411baa40a7d.txt");
    const auto begin = sample.find("The History and Public Policy Program welcomes");
    ASSERT_NE(begin, std::string::npos);
    const auto audited = [&](std::string notice) {
        desk.write("rec/letter.xml", R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>Letter</dc:title><dc:source>Harbour Archive, box 1</dc:source>
  <dc:rights>)" + notice + "</dc:rights>\n</record>\n");
        return desk.run({"audit", "@/rec/letter.xml"}).out;
    };
    std::string notice = sample.substr(begin);
    EXPECT_THAT(audited(notice),
                AllOf(HasSubstr("(known: wilson-happ)"), HasSubstr("Its parts: reuse welcomed")));
    EXPECT_THAT(audited(notice.substr(0, notice.find('\n'))), HasSubstr("(known: wilson-happ)"));
    std::string lost = notice;
    lost.replace(lost.find("HAPP@wilsoncenter.org"), 21, "[email protected]");
    EXPECT_THAT(audited(lost), HasSubstr("(known: wilson-happ)"));
    notice.replace(notice.find("Some documents"), 4, "Most");
    EXPECT_THAT(audited(notice),
                HasSubstr("changed wording of the known text wilson-happ: 'Most' in place of 1 "
                          "word. States no status"));
}

}  // namespace
}  // namespace solander
