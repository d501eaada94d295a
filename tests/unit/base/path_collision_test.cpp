// SPDX-License-Identifier: Apache-2.0
#include "base/path_collision.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include <gtest/gtest.h>

namespace solander::base {
namespace {

struct Row {
    std::string name;
    std::vector<std::string> paths;
    std::string first;  ///< Empty: there is no collision.
    std::string second;
    std::string reason;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::optional<PathCollision> collision_of(const std::vector<std::string>& texts) {
    std::vector<EntryPath> paths;
    for (const auto& text : texts) paths.push_back(*EntryPath::parse(text));
    std::vector<const EntryPath*> pointers;
    for (const auto& path : paths) pointers.push_back(&path);
    return find_collision(pointers);
}

constexpr const char* kSpelling = "they differ only by case or Unicode normalisation";

const std::vector<Row> kRows{
    {"None", {"a/b", "a/c", "b"}, "", "", ""},
    {"NoneOfNoPaths", {}, "", "", ""},
    {"NoneOfNamesWithOneBeginning", {"a", "a b", "a-b", "a.b", "a0/x", "ab"}, "", "", ""},
    {"NoneOfOneNameInTwoDirectories", {"a/x", "b/x"}, "", "", ""},
    {"FilesByCase", {"a/README", "a/readme"}, "a/README", "a/readme", kSpelling},
    {"FilesByFullCaseFolding", {"stra\u00DFe", "strasse"}, "strasse", "stra\u00DFe", kSpelling},
    {"FilesFarApart", {"B", "a", "b", "c"}, "B", "b", kSpelling},
    {"FileTwice", {"a/b", "a/b"}, "a/b", "a/b", "it is there twice"},
    {"DirectoriesByCase", {"Scans/1", "scans/2"}, "Scans", "scans", kSpelling},
    {"DirectoriesByCaseBelowOne", {"a/Scans/1", "a/scans/2"}, "a/Scans", "a/scans", kSpelling},
    {"DirectoriesByCaseFarApart", {"a/x", "A/y/z", "a-b", "a0"}, "A", "a", kSpelling},
    {"FileAndItsDirectory", {"a", "a/b"}, "a", "a", "one is a file, the other its directory"},
    {"FileAndItsDirectoryWithOthersBetween",
     {"a", "a b", "a-b/c", "a.txt", "a/b"},
     "a",
     "a",
     "one is a file, the other its directory"},
    {"FileAndItsDirectoryByCase", {"A", "a/b"}, "A", "a", kSpelling},
    {"FileAndADirectoryDeepDown",
     {"a/b/c", "a/b/c/d/e"},
     "a/b/c",
     "a/b/c",
     "one is a file, the other its directory"},
};

class Collision : public testing::TestWithParam<Row> {};

TEST_P(Collision, IsFoundInAnyOrder) {
    auto paths = GetParam().paths;
    std::ranges::sort(paths);
    do {
        const auto found = collision_of(paths);
        ASSERT_EQ(found.has_value(), !GetParam().first.empty());
        if (!found) continue;
        EXPECT_EQ(found->first, GetParam().first);
        EXPECT_EQ(found->second, GetParam().second);
        EXPECT_EQ(found->reason, GetParam().reason);
    } while (std::ranges::next_permutation(paths).found);
}

INSTANTIATE_TEST_SUITE_P(Paths, Collision, testing::ValuesIn(kRows),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace solander::base
