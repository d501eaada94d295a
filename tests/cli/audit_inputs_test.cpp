// SPDX-License-Identifier: Apache-2.0
// What `solander audit` takes for a record, beyond single files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
        {"nothing there",
         [](Desk& desk) { std::filesystem::create_directory(desk.path("rec")); },
         {"@/rec"},
         1,
         "there is no file to read: name one, or a directory that has some"},
        {"no regular file",
         [](Desk& desk) { std::filesystem::create_symlink("there", desk.path("rec")); },
         {"@/rec"},
         1,
         "@/rec: a symbolic link; only regular files can be read"},
        {"two of one name",
         [](Desk& desk) {
             telegram(desk);
             desk.write("more/telegram.txt", desk.read("rec/telegram.txt"));
         },
         {"@/rec/telegram.txt", "@/more/telegram.txt"},
         1,
         "have one name, and would be taken for one file; name the directories that they are in"},
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

}  // namespace
}  // namespace solander
