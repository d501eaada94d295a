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
using testing::HasSubstr;

/// `@/letters.bundle.tar`, and nothing yet at `@/to`.
void bundled(Desk& desk) {
    desk.pack_letters();
    const auto said = desk.run({"bundle", "@/out/letters.tar", "-o", "@/letters.bundle.tar"});
    if (said.code != 0) throw std::runtime_error(said.err);
}

/// And taken apart below `@/to`.
void unbundled(Desk& desk) {
    bundled(desk);
    if (desk.run({"unbundle", "@/letters.bundle.tar", "-o", "@/to"}).code != 0)
        throw std::runtime_error("cannot be taken apart");
}

/// The bundle has an event more than the custody at `@/to`.
void longer_bundle(Desk& desk) {
    unbundled(desk);
    desk.write("out/letters.custody/0002-note.xml", "an event");
    desk.run({"bundle", "@/out/letters.tar", "-o", "@/letters.bundle.tar", "--force"});
}

void longer_custody_there(Desk& desk) {
    unbundled(desk);
    desk.write("to/letters.custody/0002-note.xml", "an event");
    desk.write("to/letters.custody/0003-note.xml", "another");
}

void other_custody_there(Desk& desk) {
    longer_bundle(desk);
    desk.write("to/letters.custody/0002-note.xml", "AN EVENT");
}

void other_package_there(Desk& desk) {
    unbundled(desk);
    desk.change("to/letters.tar", "Dear Helena", "Dear Helene");
}

void shorter_package_there(Desk& desk) {
    bundled(desk);
    desk.write("to/letters.tar", "mine");
}

void no_custody(Desk& desk) {
    desk.pack_letters();
    fs::remove_all(desk.path("out/letters.custody"));
}

void litter_in_the_custody(Desk& desk) {
    desk.pack_letters();
    desk.write("out/letters.custody/.DS_Store", "x");
}

void custody_of_another(Desk& desk) {
    desk.pack_letters();
    desk.run({"pack", "@/in/letter.txt", "-k", "@/keys/archivist.key", "-o", "@/out", "--name",
              "others", "--no-sync"});
}

void unpacked(Desk& desk) {
    desk.pack_letters();
    desk.unpack_letters();
}

void cut_package(Desk& desk) {
    desk.pack_letters();
    fs::resize_file(desk.path("out/letters.tar"), fs::file_size(desk.path("out/letters.tar")) - 1);
}

void cut_bundle(Desk& desk) {
    bundled(desk);
    fs::resize_file(desk.path("letters.bundle.tar"),
                    fs::file_size(desk.path("letters.bundle.tar")) - 1);
}

void asked_to_stop(Desk& desk) {
    bundled(desk);
    desk.stop = true;
}

class Bundle : public testing::TestWithParam<Case> {};

TEST_P(Bundle, IsMadeOrRefusedWithoutATrace) {
    Desk desk;
    test::expect(desk, GetParam());
    for (const auto& entry : fs::recursive_directory_iterator(desk.path("")))
        EXPECT_THAT(entry.path().filename().string(), testing::Not(HasSubstr(".partial")));
    if (GetParam().code != 0) {
        EXPECT_FALSE(desk.has("made.tar"));
        EXPECT_FALSE(desk.has("there/letters.bundle.tar"));
    }
}

std::vector<std::string> bundle_with(const std::vector<std::string>& more) {
    std::vector<std::string> words{"bundle", "@/out/letters.tar"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Bundle,
    testing::Values(
        Case{"OfATar",
             bundle_with({"-o", "@/made.tar"}),
             0,
             {"@/made.tar: letters.tar and 1 event of its custody, "},
             {},
             test::packed},
        Case{"IntoADirectory",
             bundle_with({"-o", "@/in"}),
             0,
             {"@/in/letters.bundle.tar: "},
             {},
             test::packed},
        Case{"IntoADirectoryToBeMade",
             bundle_with({"-o", "@/there/"}),
             0,
             {"@/there/letters.bundle.tar: "},
             {},
             test::packed},
        Case{"Quietly", bundle_with({"-o", "@/made.tar", "-q"}), 0, {}, {}, test::packed},
        Case{"Json",
             bundle_with({"-o", "@/made.tar", "-f", "json"}),
             0,
             {"\"bundle\": \"@/made.tar\"", "\"name\": \"letters\"", "\"events\": 1"},
             {},
             test::packed},
        Case{"OfNothing", {"bundle", "@/none.tar"}, 66, {}, {"@/none.tar: "}},
        Case{"OfNoPackage", {"bundle", "@/in/letter.txt"}, 2, {}, {"not a solander package"}},
        Case{"OfABundle",
             {"bundle", "@/letters.bundle.tar", "-o", "@/made.tar"},
             64,
             {},
             {"is a bundle already"},
             bundled},
        Case{"OfAPackageThatIsCut",
             bundle_with({"-o", "@/made.tar"}),
             2,
             {},
             {"its manifest implies"},
             cut_package},
        Case{"WithoutCustody",
             bundle_with({"-o", "@/made.tar"}),
             66,
             {},
             {"there is no @/out/letters.custody", "--custody"},
             no_custody},
        Case{"WithLitterInTheCustody",
             bundle_with({"-o", "@/made.tar"}),
             2,
             {},
             {"letters.custody/.DS_Store", "belongs to no event"},
             litter_in_the_custody},
        Case{"WithTheCustodyOfAnother",
             bundle_with({"-o", "@/made.tar", "--custody", "@/out/others.custody"}),
             2,
             {},
             {"others.custody is the custody of another package"},
             custody_of_another},
        Case{"WithNoCustodyAtAll",
             bundle_with({"-o", "@/made.tar", "--custody", "@/keys/.."}),
             2,
             {},
             {"belongs to no event"},
             test::packed},
        Case{"ThatIsThere",
             bundle_with({"-o", "@/letters.bundle.tar"}),
             73,
             {},
             {"letters.bundle.tar exists already; --force"},
             bundled},
        Case{"ThatIsReplaced",
             bundle_with({"-o", "@/letters.bundle.tar", "--force"}),
             0,
             {"@/letters.bundle.tar"},
             {},
             bundled},
        Case{"InThePlaceOfThePackage",
             bundle_with({"-o", "@/out/letters.tar", "--force"}),
             64,
             {},
             {"is the package itself"},
             test::packed},
        Case{"IntoItsCustody",
             bundle_with({"-o", "@/out/letters.custody"}),
             64,
             {},
             {"lies inside"},
             test::packed},
        Case{"IntoNoDirectory",
             bundle_with({"-o", "@/none/made.tar"}),
             66,
             {},
             {"@/none"},
             test::packed},
        Case{"AskedToStop",
             bundle_with({"-o", "@/made.tar"}),
             130,
             {},
             {"interrupted"},
             asked_to_stop}),
    test::case_name);

TEST(BundleOfADirectory, IsThatOfTheTar) {
    Desk desk;
    bundled(desk);
    desk.unpack_letters();
    desk.write("unpacked/letters/data/.DS_Store", "x");
    const auto said = desk.run({"bundle", "@/unpacked/letters", "--custody",
                                "@/out/letters.custody", "-o", "@/other.tar"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("data/.DS_Store is not in the manifest"));
    EXPECT_EQ(desk.read("other.tar"), desk.read("letters.bundle.tar"));
}

TEST(BundleOfADirectory, ThatWasChangedIsNotMade) {
    Desk desk;
    unpacked(desk);
    desk.write("unpacked/letters/data/in/letter.txt", "Dear Helene,\n");
    const auto said = desk.run({"bundle", "@/unpacked/letters", "--custody",
                                "@/out/letters.custody", "-o", "@/other.tar"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, HasSubstr("data/in/letter.txt is not as the manifest lists it"));
    EXPECT_FALSE(desk.has("other.tar"));
}

struct UnbundleCase {
    Case run;
    bool changes;  ///< Whether anything is put at `@/to`.
};

void PrintTo(const UnbundleCase& one, std::ostream* out) {
    *out << one.run.name;
}

class Unbundle : public testing::TestWithParam<UnbundleCase> {};

TEST_P(Unbundle, RestoresBothAndOverwritesNothing) {
    Desk desk;
    Case one = GetParam().run;
    one.prepare(desk);
    one.prepare = nullptr;
    const auto before = desk.has("to") ? test::snapshot(desk.path("to")) : std::string();
    test::expect(desk, one);
    const auto after = desk.has("to") ? test::snapshot(desk.path("to")) : std::string();
    EXPECT_EQ(after != before, GetParam().changes);
    if (GetParam().changes) {
        EXPECT_EQ(after, test::snapshot(desk.path("out")));
    }
}

std::vector<std::string> unbundle_with(const std::vector<std::string>& more) {
    std::vector<std::string> words{"unbundle", "@/letters.bundle.tar", "-o", "@/to"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Unbundle,
    testing::Values(
        UnbundleCase{{"Both",
                      unbundle_with({}),
                      0,
                      {"@/to/letters.custody: restored, 1 event\n@/to/letters.tar: restored\n",
                       "solander verify @/to/letters.tar"},
                      {},
                      bundled},
                     true},
        UnbundleCase{{"Quietly", unbundle_with({"-q"}), 0, {}, {}, bundled}, true},
        UnbundleCase{{"Json",
                      unbundle_with({"-f", "json"}),
                      0,
                      {"\"name\": \"letters\"", "\"state\": \"restored\"", "\"events\": 1"},
                      {},
                      bundled},
                     true},
        UnbundleCase{{"TheCustodyOnly",
                      unbundle_with({}),
                      0,
                      {"letters.custody: restored", "letters.tar: is there already"},
                      {},
                      [](Desk& desk) {
                          unbundled(desk);
                          fs::remove_all(desk.path("to/letters.custody"));
                      }},
                     true},
        UnbundleCase{{"ThePackageOnly",
                      unbundle_with({}),
                      0,
                      {"letters.custody: is there already", "letters.tar: restored"},
                      {},
                      [](Desk& desk) {
                          unbundled(desk);
                          fs::remove(desk.path("to/letters.tar"));
                      }},
                     true},
        UnbundleCase{{"WhatIsThere",
                      unbundle_with({}),
                      0,
                      {"letters.custody: is there already, the same", "letters.tar: is there"},
                      {},
                      unbundled},
                     false},
        UnbundleCase{{"OverALongerCustody",
                      unbundle_with({}),
                      1,
                      {},
                      {"custody.would-rewind: @/to/letters.custody has 3 events, the bundle has "
                       "1 event: it is kept"},
                      longer_custody_there},
                     false},
        UnbundleCase{{"OverALongerCustodyInJson",
                      unbundle_with({"-f", "json"}),
                      1,
                      {"\"refused\": \"custody.would-rewind\"", "\"events_there\": 3",
                       "\"state\": \"untouched\""},
                      {"custody.would-rewind"},
                      longer_custody_there},
                     false},
        UnbundleCase{{"OverAShorterCustody",
                      unbundle_with({}),
                      73,
                      {},
                      {"letters.custody here has 1 event, the bundle has 2 events",
                       "solander custody sync letters.tar BUNDLE"},
                      longer_bundle},
                     false},
        UnbundleCase{{"OverAnotherCustody",
                      unbundle_with({}),
                      73,
                      {},
                      {"another history", "0002-note.xml"},
                      other_custody_there},
                     false},
        UnbundleCase{{"OverAnotherPackage",
                      unbundle_with({}),
                      73,
                      {},
                      {"letters.tar is there with other bytes"},
                      other_package_there},
                     false},
        UnbundleCase{{"OverAPackageOfAnotherSize",
                      unbundle_with({}),
                      73,
                      {},
                      {"letters.tar is there with other bytes"},
                      shorter_package_there},
                     false},
        UnbundleCase{{"OverADirectory",
                      unbundle_with({}),
                      73,
                      {},
                      {"letters.tar is there, and no regular file"},
                      [](Desk& desk) {
                          bundled(desk);
                          fs::create_directories(desk.path("to/letters.tar"));
                      }},
                     false},
        UnbundleCase{{"OverAFile",
                      unbundle_with({}),
                      73,
                      {},
                      {"letters.custody is there, and no directory"},
                      [](Desk& desk) {
                          bundled(desk);
                          desk.write("to/letters.custody", "mine");
                      }},
                     false},
        UnbundleCase{{"ThroughALink",
                      unbundle_with({}),
                      73,
                      {},
                      {"letters.custody is there, and no directory"},
                      [](Desk& desk) {
                          bundled(desk);
                          fs::create_directories(desk.path("to"));
                          fs::create_directory_symlink(desk.path("in"),
                                                       desk.path("to/letters.custody"));
                      }},
                     false},
        UnbundleCase{{"OfAPackage",
                      {"unbundle", "@/out/letters.tar", "-o", "@/to"},
                      2,
                      {},
                      {"@/out/letters.tar: is no bundle"},
                      bundled},
                     false},
        UnbundleCase{{"OfNothing",
                      {"unbundle", "@/none.tar", "-o", "@/to"},
                      66,
                      {},
                      {"@/none.tar"},
                      bundled},
                     false},
        UnbundleCase{{"ThatIsCut",
                      unbundle_with({}),
                      2,
                      {},
                      {"is cut off", "nothing was taken out"},
                      cut_bundle},
                     false},
        UnbundleCase{{"AskedToStop", unbundle_with({}), 130, {}, {"interrupted"}, asked_to_stop},
                     false}),
    [](const auto& tested) { return tested.param.run.name; });

class ReadBundle : public testing::TestWithParam<Case> {};

TEST_P(ReadBundle, AsThePackageInIt) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, ReadBundle,
    testing::Values(
        Case{"Verify",
             {"verify", "@/letters.bundle.tar", "-t", "@/trust"},
             0,
             {"PASSED @/letters.bundle.tar"},
             {},
             bundled},
        Case{"VerifyJson",
             {"verify", "@/letters.bundle.tar", "-t", "@/trust", "-f", "json"},
             0,
             {"\"form\": \"bundle\""},
             {},
             bundled},
        Case{"VerifyOneThatIsCut",
             {"verify", "@/letters.bundle.tar", "-t", "@/trust"},
             1,
             {"bundle.form"},
             {},
             cut_bundle},
        Case{"VerifyWithAnotherCustody",
             {"verify", "@/letters.bundle.tar", "--custody", "@/out/letters.custody"},
             64,
             test::kAnything,
             {"a bundle comes with its custody"},
             bundled},
        Case{
            "Show", {"show", "@/letters.bundle.tar", "-t", "@/trust"}, 0, {"letters"}, {}, bundled},
        Case{"List",
             {"list", "@/letters.bundle.tar", "-t", "@/trust"},
             0,
             {"data/in/letter.txt"},
             {},
             bundled},
        Case{"Extract",
             {"extract", "@/letters.bundle.tar", "-t", "@/trust", "-o", "@/files"},
             0,
             {"3 files"},
             {},
             bundled}),
    test::case_name);

}  // namespace
}  // namespace solander
