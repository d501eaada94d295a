// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "custody_desk.h"
#include "worklist_desk.h"

namespace solander {
namespace {

using test::answered;
using test::capture;
using test::Desk;
using test::fill_in;
using test::kUnd;
using test::must;
using test::sealed;
using test::to_package;
using test::to_table;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(WorklistLoop, EndsInAPackageThatSaysWhoDecided) {
    Desk desk;
    capture(desk);
    fill_in(desk, "rec", {{"rights", "set", kUnd}, {"original-archive", "unknown"}});
    must(desk, to_table());
    const auto again = desk.run({"audit", "@/rec", "@/new.csv", "--fail-on", "never"});
    EXPECT_THAT(again.out, AllOf(Not(HasSubstr("RGT")), Not(HasSubstr("SRC001"))));
    must(desk, {"pack", "@/rec", "--records", "@/new.csv", "-k", "@/keys/archivist.key", "-o",
                "@/sealed"});
    must(desk, {"verify", "@/sealed/rec.tar", "-t", "@/trust"});
    const auto shown = desk.run({"show", "@/sealed/rec.tar", "-t", "@/trust"});
    EXPECT_THAT(shown.out, AllOf(HasSubstr("determination: register of deaths  (by J. Novak, date "
                                           "2026-11-20)"),
                                 HasSubstr(kUnd), HasSubstr("Some documents may be subject"),
                                 HasSubstr("J. Novak: register of deaths  (type decision "
                                           "original-archive, origin t1")));
    const auto audited = desk.run({"audit", "@/sealed/rec.tar", "-t", "@/trust"});
    EXPECT_THAT(audited.out, Not(HasSubstr("RGT")));
}

TEST(WorklistLoop, MakesNoDocumentOfTheWorklist) {
    Desk desk;
    answered(desk);
    desk.write("rec/questions.csv", desk.read("questions.csv"));
    for (const std::string input : {"@/rec", "@/rec/"}) {
        const auto said = desk.run({"audit", input, "--apply", "@/rec/questions.csv",
                                    "--write-records", "@/new.csv", "--force"});
        ASSERT_EQ(said.code, 0) << said.err;
        EXPECT_THAT(said.out, StartsWith("@/new.csv  1 document, 2 decisions\n"));
    }
}

TEST(WorklistLoop, GoesRoundOnAnEditedTable) {
    Desk desk;
    answered(desk);
    must(desk, to_table());
    const auto stale = desk.run({"audit", "@/rec", "@/new.csv", "--apply", "@/questions.csv",
                                 "--write-records", "@/newer.csv"});
    EXPECT_EQ(stale.code, 2) << "what was decided is not asked again";
    const auto said =
        desk.run({"audit", "@/rec", "--apply", "@/questions.csv", "--write-records", "@/new.toml"});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(desk.read("new.toml"), StartsWith("[[document]]\n"));
}

TEST(WorklistLoop, EndsInAChainThatIsNotAskedAgain) {
    Desk desk;
    sealed(desk);
    const auto asks = desk.run({"audit", "@/out/letters.tar", "-t", "@/trust"});
    EXPECT_THAT(asks.out, HasSubstr("RGT009"));
    must(desk, to_package({"-k", "@/keys/archivist.key"}));
    must(desk, {"verify", "@/out/letters.tar", "-t", "@/trust"});
    const auto told = desk.run({"audit", "@/out/letters.tar", "-t", "@/trust"});
    EXPECT_THAT(told.out, Not(HasSubstr("RGT")));
    const auto again = desk.run(to_package({"-k", "@/keys/archivist.key"}));
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_THAT(again.err, HasSubstr("has all of these decisions already"));
    EXPECT_FALSE(desk.has("out/letters.custody/0003-rights-determination.xml"));
}

/// A package of a record that says nothing on rights, at `@/out/bare.tar`.
void seal_without_rights(Desk& desk) {
    desk.write("bare/letter.xml",
               "<record xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
               "  <dc:title>Letter to a brother</dc:title>\n  <dc:date>1919-03-04</dc:date>\n"
               "</record>\n");
    desk.write("trust", test::trust_lines({"archivist"}));
    desk.variables["XDG_STATE_HOME"] = desk.path("state");
    must(desk, {"pack", "@/bare", "-k", "@/keys/archivist.key", "-o", "@/out"});
}

class DecidedOnce : public testing::TestWithParam<test::Answer> {};

/// What was decided on rights of which nothing was said is asked no more.
TEST_P(DecidedOnce, EndsTheQuestionOfASealedPackage) {
    Desk desk;
    seal_without_rights(desk);
    fill_in(desk, "out/bare.tar", {GetParam()});
    const auto asks = desk.run({"audit", "@/out/bare.tar", "-t", "@/trust"});
    EXPECT_THAT(asks.out, HasSubstr("RGT001"));
    must(desk, {"audit", "@/out/bare.tar", "-t", "@/trust", "--apply", "@/questions.csv", "-k",
                "@/keys/archivist.key"});
    const auto told = desk.run({"audit", "@/out/bare.tar", "-t", "@/trust"});
    EXPECT_THAT(told.out, Not(HasSubstr("RGT001")));
}

INSTANTIATE_TEST_SUITE_P(All, DecidedOnce,
                         testing::Values(test::Answer{"rights", "unknown", "asked the ministry"},
                                         test::Answer{"rights", "set", "In the public domain"},
                                         test::Answer{"rights", "set", "CNE"},
                                         test::Answer{"rights", "set", kUnd}));

}  // namespace
}  // namespace solander
