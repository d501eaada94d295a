// SPDX-License-Identifier: Apache-2.0
// docs/threats.md says what the matrix shows, and the matrix has what docs/threats.md says.
#include "threats_page.h"

#include <cstdlib>
#include <set>

#include "attacks.h"
#include "matrix.h"
#include "support/shared.h"

namespace solander::test {
namespace {

constexpr std::string_view kFrom = "## Answered\n";
constexpr std::string_view kTo = "## Not answered yet\n";

TEST(ThreatsPage, SaysWhatTheMatrixShows) {
    const auto path = source_root() / "docs/threats.md";
    const std::string page = read_file(path);
    const auto from = page.find(kFrom);
    const auto to = page.find(kTo);
    ASSERT_LT(from, to);
    ASSERT_NE(to, std::string::npos);
    if (std::getenv("SOLANDER_ACCEPT") != nullptr) {  // NOLINT(concurrency-mt-unsafe): one thread
        write_file(path, page.substr(0, from) + threats_tables() + page.substr(to));
        GTEST_SKIP() << path << " was written anew";
    }
    EXPECT_EQ(page.substr(from, to - from), threats_tables())
        << "run this test with SOLANDER_ACCEPT=1";
}

TEST(Attacks, AreEachShownByARowOrAnotherTest) {
    std::set<std::string> shown;
    for (const Row& row : rows()) shown.insert(row.flaw->attack);
    for (const DirectoryFlaw& flaw : directory_flaws()) shown.insert(flaw.attack);
    for (const Attack& attack : attacks())
        EXPECT_TRUE(!attack.tests.empty() || shown.count(std::string(attack.slug)) == 1)
            << attack.slug;
}

TEST(Attacks, AreKnownToEveryRow) {
    std::set<std::string_view> slugs;
    for (const Attack& attack : attacks())
        EXPECT_TRUE(slugs.insert(attack.slug).second) << attack.slug << " is there twice";
    for (const Row& row : rows())
        EXPECT_EQ(slugs.count(row.flaw->attack), 1U) << row.name << ": " << row.flaw->attack;
    for (const DirectoryFlaw& flaw : directory_flaws())
        EXPECT_EQ(slugs.count(flaw.attack), 1U) << flaw.name << ": " << flaw.attack;
}

TEST(Attacks, NameTestsThatAreThere) {
    for (const Attack& attack : attacks())
        for (const OtherTest& test : attack.tests)
            EXPECT_NE(read_file(source_root() / test.file).find(test.name), std::string::npos)
                << test.file << ": " << test.name;
}

TEST(Rows, HaveNamesOfTheirOwn) {
    std::set<std::string> names;
    for (const Row& row : rows()) EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_GE(names.size(), 300U);
}

}  // namespace
}  // namespace solander::test
