// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack/package_name.h"
#include "pack/safe_names.h"
#include "packing.h"

namespace solander::pack {
namespace {

using testing::HasSubstr;

TEST(PackageName, BeginsWithALetterADigitOrAnUnderscore) {
    const std::string longest(64, 'x');
    for (const std::string_view name : {"p", "P-1.2_3", "_draft", "1963", longest.c_str()})
        EXPECT_TRUE(check_name(name).has_value()) << name;
    const std::pair<std::string, std::string> rows[] = {
        {"", "letters-1963"}, {".", "letters-1963"},          {"..", "letters-1963"},
        {"-rf", "rf"},        {".hidden", "hidden"},          {"a/b", "a-b"},
        {"ä", "a"},           {std::string(65, 'x'), "xxxx"}, {"a b", "a-b"}};
    for (const auto& [name, proposal] : rows) {
        const auto checked = check_name(name);
        ASSERT_FALSE(checked.has_value()) << name;
        EXPECT_EQ(checked.error().code(), ErrorCode::usage);
        EXPECT_THAT(checked.error().message(), HasSubstr("--name " + proposal)) << name;
    }
}

struct Named {
    std::string name;
    std::string input;
    std::string taken;     ///< The name; empty, if there is none by default.
    std::string proposed;  ///< Then this one is proposed.
};

void PrintTo(const Named& row, std::ostream* out) {
    *out << row.name;
}
std::string row_name(const testing::TestParamInfo<Named>& row) {
    return row.param.name;
}

class DefaultName : public testing::TestWithParam<Named> {};

TEST_P(DefaultName, IsThatOfTheInputOrOneThatReadsLikeIt) {
    const auto name = default_name({GetParam().input});
    if (!GetParam().taken.empty()) {
        ASSERT_TRUE(name.has_value()) << name.error().message();
        EXPECT_EQ(*name, GetParam().taken);
        return;
    }
    ASSERT_FALSE(name.has_value());
    EXPECT_EQ(name.error().code(), ErrorCode::usage);
    const std::string& message = name.error().message();
    ASSERT_TRUE(message.ends_with("--name " + GetParam().proposed)) << message;
    EXPECT_TRUE(check_name(GetParam().proposed).has_value());
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Inputs, DefaultName, testing::Values(
    Named{"Directory", "letters", "letters", ""},
    Named{"TrailingSlash", "a/letters/", "letters", ""},
    Named{"Here", "letters/.", "letters", ""},
    Named{"WithoutItsExtension", "a/telegram.txt", "telegram", ""},
    Named{"Umlaut", "Übersicht — 日本.pdf", "", "Ubersicht"},
    Named{"UmlautInTwoCodePoints", "U\u0308bersicht.pdf", "", "Ubersicht"},
    Named{"Czech", "Příloha č. 1.pdf", "", "Priloha-c.1"},
    Named{"OnlyOtherScripts", "日本.pdf", "", "letters-1963"},
    Named{"Hidden", ".hidden", "", "hidden"},
    Named{"LikeAnOption", "-n.txt", "", "n"},
    Named{"Blanks", "  two  words  ", "", "two-words"},
    Named{"NotUtf8", "a\xFF\xFE" "b.txt", "", "a-b"},
    Named{"Long", std::string(63, 'x') + " y" + std::string(30, 'z'), "", std::string(63, 'x')}
), row_name);
// clang-format on

TEST(DefaultName, OfWhatHasNoNameIsNotProposed) {
    for (const std::string input : {".", "./", "..", "a/..", "/"}) {
        const auto name = default_name({input});
        ASSERT_FALSE(name.has_value()) << input;
        EXPECT_THAT(name.error().message(), HasSubstr("no name of its own"));
    }
}

TEST(SafeNames, KeepApartWhatWasApart) {
    SafeNames names;
    names.keep(*EntryPath::parse("data/in/a_.txt"));
    names.keep(*EntryPath::parse("data/in/Sub_/x.txt"));
    const std::pair<std::string, std::string> rows[] = {
        {"in/a?.txt", "data/in/a__2.txt"},
        {"in/a*.txt", "data/in/a__3.txt"},
        {"in/a*.txt", "data/in/a__3.txt"},  // the same file, the same name
        {"in/A?.TXT", "data/in/A__4.TXT"},  // only case would keep it apart
        {"in/sub?/x.txt", "data/in/sub__2/x.txt"},
        {"in/sub?/y?.txt", "data/in/sub__2/y_.txt"},
        {"in/Sub_/x?.txt", "data/in/Sub_/x_.txt"},
        {"in/sub*/x.txt", "data/in/sub__3/x.txt"},
        {"in/sub_/y?", "data/in/sub__4/y_"},
        {"in/noext?", "data/in/noext_"},
        {"in/noext*", "data/in/noext__2"},
        {"?", "data/_"},
        {"*", "data/__2"},
        {"in/e\u0301", "data/in/\u00E9"},
    };
    for (const auto& [found, given] : rows) {
        const auto path = names.rename(found);
        ASSERT_TRUE(path.has_value()) << path.error().message();
        EXPECT_EQ(path->str(), given) << found;
    }
}

TEST(SafeNames, FitAlsoWithANumber) {
    SafeNames names;
    std::string deep;
    for (int i = 0; i < 40; ++i) deep += std::string(100, 'd') + "/";
    for (const std::string& name :
         {std::string(253, 'x') + "?", std::string(253, 'x') + "*", std::string(300, 'x') + ".pdf",
          std::string(301, 'x') + ".pdf", deep + "a?", deep + "a*", deep + std::string(300, 'y'),
          deep + std::string(301, 'y')}) {
        const auto path = names.rename(name);
        ASSERT_TRUE(path.has_value()) << path.error().message();
        if (name.ends_with(".pdf")) {
            EXPECT_TRUE(path->str().ends_with(".pdf"));
        }
    }
}

class RenameSafe : public test::Packing {};

TEST_F(RenameSafe, GivesCollidingNamesNumbers) {
    for (const std::string name : {"a?.txt", "a*.txt", "a_.txt", "b?/x.txt", "b*/x.txt", "con"})
        test::write_file(scratch_ / ("in/" + name), name);
    request_.inputs = {scratch_ / "in"};
    request_.rename_safe = true;
    EXPECT_EQ(packed_files(),
              "data/in/_con was in/con\n"
              "data/in/a_.txt\n"
              "data/in/a__2.txt was in/a*.txt\n"
              "data/in/a__3.txt was in/a?.txt\n"
              "data/in/b_/x.txt was in/b*/x.txt\n"
              "data/in/b__2/x.txt was in/b?/x.txt\n");
}

TEST_F(RenameSafe, StillRefusesTwoInputsOfOneName) {
    test::write_file(scratch_ / "d1/what?", "one");
    test::write_file(scratch_ / "d2/what?", "two");
    request_.inputs = {scratch_ / "d1/what?", scratch_ / "d2/what?"};
    request_.rename_safe = true;
    const std::string message = refused(ErrorCode::open);
    EXPECT_THAT(message, HasSubstr("d1/what?' and '"));
    EXPECT_THAT(message, HasSubstr("each would be 'data/what_'"));
}

TEST_F(RenameSafe, TakesPathsThatAreTooLong) {
    // Below the limit of the system, and above that of a package once data/in is in front.
    std::string path = (scratch_ / "in").string();
    while (path.size() + 201 < 4000) path += "/" + std::string(200, 'd');
    test::write_file(path + "/what?.txt", "x");
    request_.inputs = {scratch_ / "in"};
    request_.rename_safe = true;
    EXPECT_THAT(packed_files(), HasSubstr("/what_.txt was in/ddd"));
}

}  // namespace
}  // namespace solander::pack
