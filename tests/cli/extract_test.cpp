// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;

std::vector<std::string> extract_with(const std::vector<std::string>& more) {
    std::vector<std::string> words{"extract", "@/out/letters.tar", "-o",
                                   "@/to",    "--trust",           "@/trust"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// The files below `@/to`, sorted, in one line.
std::string extracted(const Desk& desk) {
    std::vector<std::string> names;
    if (desk.has("to"))
        for (const auto& entry : fs::recursive_directory_iterator(desk.path("to")))
            if (entry.is_regular_file())
                names.push_back(entry.path().lexically_relative(desk.path("to")).string());
    std::sort(names.begin(), names.end());
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : " ") + name;
    return all;
}

struct ExtractCase {
    Case run;
    std::string files;  ///< What is below `@/to` afterwards.
};

void PrintTo(const ExtractCase& one, std::ostream* out) {
    *out << one.run.name;
}

class Extract : public testing::TestWithParam<ExtractCase> {};

TEST_P(Extract, WritesWhatIsAsSealedAndNothingElse) {
    Desk desk;
    test::expect(desk, GetParam().run);
    EXPECT_EQ(extracted(desk), GetParam().files);
}

void tampered(Desk& desk) {
    desk.pack_letters();
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
}
void spoilt(Desk& desk) {
    desk.pack_letters();
    desk.spoil_signature();
}
void asked_to_stop(Desk& desk) {
    desk.pack_letters();
    desk.stop = true;
}
void file_there(Desk& desk) {
    desk.pack_letters();
    desk.write("to/data/in/letter.txt", "mine");
}

constexpr const char* kAll = "data/in/a/page.txt data/in/letter.txt data/in/telegram.txt";

INSTANTIATE_TEST_SUITE_P(
    Cli, Extract,
    testing::Values(
        ExtractCase{
            {"Everything", extract_with({}), 0, {"3 files, ", "below @/to"}, {}, test::packed},
            kAll},
        ExtractCase{{"Quietly", extract_with({"--quiet"}), 0, {}, {}, test::packed}, kAll},
        ExtractCase{{"Unverified",
                     {"extract", "@/out/letters.tar", "-o", "@/to"},
                     0,
                     {"3 files"},
                     {"not verified: signed by someone who claims"},
                     test::packed},
                    kAll},
        ExtractCase{{"OneFile",
                     extract_with({"data/in/letter.txt"}),
                     0,
                     {"1 file, 13 bytes"},
                     {},
                     test::packed},
                    "data/in/letter.txt"},
        ExtractCase{{"ADirectory", extract_with({"data/in/a"}), 0, {"1 file"}, {}, test::packed},
                    "data/in/a/page.txt"},
        ExtractCase{
            {"ADirectoryWithASlash", extract_with({"data/in/a/"}), 0, {"1 file"}, {}, test::packed},
            "data/in/a/page.txt"},
        ExtractCase{{"ADocument", extract_with({"d1"}), 0, {"1 file"}, {}, test::packed},
                    "data/in/telegram.txt"},
        ExtractCase{{"AFileThatIsCutShortInADirectory",
                     {"extract", "@/unpacked/letters", "--trust", "@/trust", "-o", "@/to"},
                     1,
                     {"2 files"},
                     {"data/in/letter.txt", "so it was not extracted"},
                     [](Desk& desk) {
                         desk.pack_letters();
                         desk.unpack_letters();
                         desk.write("unpacked/letters/data/in/letter.txt", "Dear");
                     }},
                    "data/in/a/page.txt data/in/telegram.txt"},
        ExtractCase{{"NothingFits",
                     extract_with({"data/in/lett\x1b"}),
                     64,
                     {},
                     {"'data/in/lett\\u{1B}'", "solander list"},
                     test::packed},
                    ""},
        ExtractCase{{"AFileThatWasChanged",
                     extract_with({"data/in/letter.txt"}),
                     1,
                     {},
                     {"data/in/letter.txt has the digest", "so it was not extracted",
                      "nothing was extracted"},
                     tampered},
                    ""},
        ExtractCase{
            {"AFileBesideOneThatWasChanged", extract_with({"d1"}), 0, {"1 file"}, {}, tampered},
            "data/in/telegram.txt"},
        ExtractCase{{"ABadSignature", extract_with({}), 1, {}, {"nothing was extracted"}, spoilt},
                    ""},
        ExtractCase{{"AFileThatIsThere",
                     extract_with({"data/in/letter.txt"}),
                     73,
                     {},
                     {"data/in/letter.txt is there already; --force"},
                     file_there},
                    "data/in/letter.txt"},
        ExtractCase{{"AFileThatIsThereByForce",
                     extract_with({"data/in", "--force"}),
                     0,
                     test::kAnything,
                     {},
                     file_there},
                    kAll},
        ExtractCase{{"NoPackage", {"extract", "@/trust", "-o", "@/to"}, 2, {}, {"@/trust: "}}, ""},
        ExtractCase{{"Nothing", {"extract", "@/none.tar", "-o", "@/to"}, 66, {}, {"@/none.tar"}},
                    ""},
        ExtractCase{{"AskedToStop", extract_with({}), 130, {}, {"interrupted"}, asked_to_stop}, ""},
        ExtractCase{{"IntoAFile",
                     {"extract", "@/out/letters.tar", "-o", "@/trust"},
                     73,
                     {},
                     {"@/trust"},
                     test::packed},
                    ""}),
    [](const auto& tested) { return tested.param.run.name; });

TEST(ExtractForce, OverwritesOnlyWhenAsked) {
    Desk desk;
    file_there(desk);
    EXPECT_EQ(desk.run(extract_with({})).code, 73);
    EXPECT_EQ(desk.read("to/data/in/letter.txt"), "mine");
    EXPECT_EQ(desk.run(extract_with({"--force"})).code, 0);
    EXPECT_EQ(desk.read("to/data/in/letter.txt"), "Dear Helena,\n");
}

TEST(ExtractSafety, WritesThroughNoLink) {
    for (const bool force : {false, true}) {
        Desk desk;
        desk.pack_letters();
        fs::create_directories(desk.path("outside"));
        fs::create_directories(desk.path("to/data"));
        fs::create_directory_symlink(desk.path("outside"), desk.path("to/data/in"));
        const auto said = desk.run(force ? extract_with({"--force"}) : extract_with({}));
        EXPECT_EQ(said.code, 73) << said.err;
        EXPECT_TRUE(fs::is_empty(desk.path("outside")));
    }
}

TEST(ExtractSafety, ReplacesALinkAndNotWhatItPointsTo) {
    Desk desk;
    desk.pack_letters();
    desk.write("outside.txt", "mine");
    fs::create_directories(desk.path("to/data/in"));
    fs::create_symlink(desk.path("outside.txt"), desk.path("to/data/in/letter.txt"));
    EXPECT_EQ(desk.run(extract_with({})).code, 73);
    EXPECT_EQ(desk.run(extract_with({"--force"})).code, 0);
    EXPECT_EQ(desk.read("outside.txt"), "mine");
    EXPECT_FALSE(fs::is_symlink(desk.path("to/data/in/letter.txt")));
}

TEST(ExtractSafety, WritesIntoNoPackageAndNoCustody) {
    Desk desk;
    desk.pack_letters();
    for (const std::string place : {"@/out/letters.custody", "@/out/letters.custody/new/deeper"}) {
        const auto said = desk.run({"extract", "@/out/letters.tar", "-t", "@/trust", "-o", place});
        EXPECT_EQ(said.code, 64);
        EXPECT_THAT(said.err, testing::HasSubstr("lies inside the custody @/out/letters.custody"));
    }
    EXPECT_EQ(desk.run({"verify", "@/out/letters.tar", "-t", "@/trust"}).code, 0);
}

TEST(ExtractJson, NamesTheFiles) {
    Desk desk;
    desk.pack_letters();
    const auto said = desk.run(extract_with({"data/in/a", "--format", "json"}));
    ASSERT_EQ(said.code, 0) << said.err;
    const auto json = nlohmann::json::parse(said.out);
    EXPECT_EQ(json["verified"], true);
    EXPECT_EQ(json["bytes"], 8);
    EXPECT_EQ(json["files"], nlohmann::json::array({"data/in/a/page.txt"}));
}

}  // namespace
}  // namespace solander
