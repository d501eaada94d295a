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
