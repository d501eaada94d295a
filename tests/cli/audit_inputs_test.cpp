// SPDX-License-Identifier: Apache-2.0
// What `solander audit` takes for a record, beyond single files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Desk;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

void telegram(Desk& desk) {
    desk.write("rec/telegram.txt", test::read_file(test::source_root() /
                                                   "fixtures/captures/harbour-telegram-1962.txt"));
}

TEST(AuditOfDirectories, OpensThePackagesInThem) {
    Desk desk;
    desk.pack_letters();
    const auto said = desk.run({"audit", "@/out", "-t", "@/trust", "--fail-on", "never"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out,
                AllOf(HasSubstr("@/out/letters.tar: verified: the signed word of "),
                      HasSubstr("@/out/letters.tar/data/in/"), HasSubstr("1 record audited")));
    EXPECT_EQ(desk.run({"audit", "@/out", "--fail-on", "never"}).code, 2) << "nobody is trusted";
}

TEST(AuditOfDirectories, TakesAnUnpackedPackageByItsManifestAndNotByItsFiles) {
    Desk desk;
    desk.pack_letters();
    desk.unpack_letters();
    const auto said = desk.run({"audit", "@/unpacked", "-t", "@/trust", "--fail-on", "never"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out,
                AllOf(HasSubstr("@/unpacked/letters: verified: "), HasSubstr("1 record audited")));
}

struct UnpackableCase {
    std::string name;
    void (*prepare)(Desk& desk) = nullptr;
    std::vector<std::string> inputs;
    int code = 0;
    std::string err;
};

TEST(AuditOfTexts, DoesNotSpeakOfPacking) {
    const std::vector<UnpackableCase> cases{
        {"a hard link",
         [](Desk& desk) {
             telegram(desk);
             std::filesystem::create_hard_link(desk.path("rec/telegram.txt"), desk.path("other"));
         },
         {"@/rec"},
         0,
         ""},
        {"a name that a package cannot have",
         [](Desk& desk) {
             telegram(desk);
             desk.write("rec/a:b.txt", "no record");
         },
         {"@/rec"},
         0,
         ""},
        {"names that differ in case",
         [](Desk& desk) {
             telegram(desk);
             desk.write("rec/Telegram.txt", "no record");
         },
         {"@/rec"},
         0,
         ""},
    };
    for (const UnpackableCase& one : cases) {
        Desk desk;
        one.prepare(desk);
        std::vector<std::string> arguments{"audit", "--fail-on", "never"};
        arguments.insert(arguments.end(), one.inputs.begin(), one.inputs.end());
        const auto said = desk.run(arguments);
        EXPECT_EQ(said.code == 0, one.code == 0) << one.name << ": " << said.err;
        EXPECT_THAT(said.err, AllOf(HasSubstr(one.err), Not(HasSubstr("pack")))) << one.name;
    }
}

TEST(AuditOfRecordTables, IsThatOfTheRecordAsItIsWithThem) {
    Desk desk;
    telegram(desk);
    EXPECT_THAT(desk.run({"audit", "@/rec"}).out, HasSubstr("SRC001 error"));
    desk.write("records.csv",
               "document,source\r\nrec/telegram.txt,\"Harbour Archive, box 12, folder 3\"\r\n");
    const auto said = desk.run({"audit", "@/rec", "@/records.csv"});
    EXPECT_THAT(said.out, AllOf(HasSubstr("1 record audited"), Not(HasSubstr("SRC001"))));
}

TEST(AuditOfRecordTables, IsThatOfTheirRowsWhereNothingElseIsNamed) {
    Desk desk;
    telegram(desk);
    ASSERT_EQ(desk.run({"describe", "@/rec", "-o", "@/records.csv", "-q"}).code, 0);
    const auto said = desk.run({"audit", "@/records.csv"});
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.out, AllOf(HasSubstr("@/records.csv: cell "), HasSubstr("SRC001 error"),
                                HasSubstr("1 record audited")));
}

TEST(AuditOfRecordTables, ThatCannotBeTakenSaysWhichCell) {
    Desk desk;
    desk.write("records.csv", "document,rights-uri\r\nmap.tif,in copyright\r\n");
    const auto said = desk.run({"audit", "@/records.csv"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, AllOf(HasSubstr("@/records.csv: the record table cannot be taken as it "
                                          "is:\n  cell B2: "),
                                HasSubstr("(records.rights-uri)")));
}

/// What somebody may name, of which nothing is packed.
class AuditOf : public testing::TestWithParam<test::Case> {};

TEST_P(AuditOf, ReadsWhatThereIs) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, AuditOf,
    testing::Values(
        test::Case{"ADirectoryWithoutANameOfItsOwn",
                   {"audit", "@/rec/below/.."},
                   1,
                   {"@/rec/below/../telegram.txt", "1 record audited"},
                   {},
                   [](Desk& desk) {
                       telegram(desk);
                       std::filesystem::create_directory(desk.path("rec/below"));
                   }},
        test::Case{"AnEmptyDirectory",
                   {"audit", "@/none"},
                   2,
                   {"there was nothing to audit"},
                   {"nothing was audited: no record was found among the inputs"},
                   [](Desk& desk) { std::filesystem::create_directory(desk.path("none")); }},
        test::Case{"FilesOfOneNameInSeveralPlaces",
                   {"audit", "@/rec/telegram.txt", "@/other/telegram.txt", "@/rec", "@/other"},
                   1,
                   {"2 records audited"},
                   {},
                   [](Desk& desk) {
                       telegram(desk);
                       std::filesystem::copy(desk.path("rec"), desk.path("other"));
                   }},
        test::Case{"ALinkInADirectory",
                   {"audit", "@/rec"},
                   1,
                   {"1 record audited"},
                   {"note: @/rec/link.txt: a symbolic link, which is not read"},
                   [](Desk& desk) {
                       telegram(desk);
                       std::filesystem::create_symlink("telegram.txt", desk.path("rec/link.txt"));
                   }},
        test::Case{"ALinkThatIsNamed",
                   {"audit", "@/rec/link.txt"},
                   66,
                   {},
                   {"@/rec/link.txt: a symbolic link; only regular files and directories are read"},
                   [](Desk& desk) {
                       telegram(desk);
                       std::filesystem::create_symlink("telegram.txt", desk.path("rec/link.txt"));
                   }}),
    test::case_name);

TEST(AuditInJson, PassesOnlyWhereTheToolExitsWithZero) {
    Desk desk;
    desk.pack_letters();
    std::filesystem::create_directory(desk.path("none"));
    const std::vector<std::vector<std::string>> rows{
        {"@/out/letters.tar", "-t", "@/trust", "--fail-on", "never"},
        {"@/out/letters.tar", "-t", "@/trust", "--fail-on", "review"},
        {"@/out/letters.tar", "--fail-on", "never"},
        {"@/none", "--fail-on", "never"}};
    for (const auto& row : rows) {
        std::vector<std::string> arguments{"audit", "-f", "json"};
        arguments.insert(arguments.end(), row.begin(), row.end());
        const auto said = desk.run(arguments);
        const auto json = nlohmann::json::parse(said.out);
        EXPECT_EQ(json["passed"].get<bool>(), said.code == 0) << testing::PrintToString(row);
    }
}

}  // namespace
}  // namespace solander
