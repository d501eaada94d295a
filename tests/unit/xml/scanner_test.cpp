// SPDX-License-Identifier: Apache-2.0
#include "xml/scanner.h"

#include <string>

#include <gtest/gtest.h>

#include "support/scratch.h"
#include "support/shared.h"
#include "unit/xml/scanner_cases.h"

namespace solander::xml::test {

namespace {

std::optional<ScanProblem> scan_text(std::string_view text) {
    base::Limits limits;
    limits.xml_depth = 4;
    return scan(base::as_bytes(text), limits);
}

std::string case_name(const testing::TestParamInfo<ScannerCase>& info) {
    return info.param.name;
}

class ScannerProfile : public testing::TestWithParam<ScannerCase> {};

TEST_P(ScannerProfile, IsKept) {
    const auto problem = scan_text(GetParam().text);
    if (!GetParam().problem) {
        EXPECT_FALSE(problem) << problem->message;
        return;
    }
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, *GetParam().problem) << problem->message;
    EXPECT_LE(problem->offset, GetParam().text.size());
    EXPECT_FALSE(problem->message.empty());
}

INSTANTIATE_TEST_SUITE_P(Texts, ScannerProfile, testing::ValuesIn(scanner_cases()), case_name);

TEST(Scanner, SaysWhereInBytesLinesAndCharacters) {
    const std::string text = std::string(kDeclaration) + "\n<a>\n  \xD0\x96\xD0\x96 & x</a>\n";
    const auto problem = scan_text(text);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->offset, text.find('&'));
    EXPECT_EQ(problem->line, 3U);
    EXPECT_EQ(problem->column, 6U);
}

TEST(Scanner, PointsToTheSecondOfTwoAttributes) {
    const std::string text = std::string(kDeclaration) + "\n<a bc=\"1\" bc=\"2\"/>";
    const auto problem = scan_text(text);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->offset, text.rfind("bc"));
    EXPECT_EQ(problem->message, "the element has two attributes 'bc'");
}

TEST(Scanner, RefusesEveryBeginningOfAGoodText) {
    const std::string text =
        std::string(kDeclaration) + "\n<a b=\"&lt;\xC3\xA9\"><c/>\xE2\x82\xAC&#10;<d>x</d></a>";
    ASSERT_FALSE(scan_text(text));
    for (std::size_t size = 0; size < text.size(); ++size) {
        const std::string cut(text, 0, size);  // exactly so many bytes, for the sanitizers' sake
        EXPECT_TRUE(scan_text(cut)) << cut;
    }
}

TEST(Scanner, NeedsNoStackForDepth) {
    constexpr std::size_t kDepth = 200'000;
    std::string text = std::string(kDeclaration) + "\n";
    for (std::size_t i = 0; i < kDepth; ++i) text += "<a>";
    for (std::size_t i = 0; i < kDepth; ++i) text += "</a>";
    base::Limits limits;
    limits.xml_depth = kDepth;
    EXPECT_FALSE(scan(base::as_bytes(text), limits));
    limits.xml_depth = kDepth - 1;
    const auto problem = scan(base::as_bytes(text), limits);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, ScanProblem::Kind::limit);
}

TEST(Scanner, AcceptsTheWorkedExamples) {
    SOLANDER_NEEDS_SHARED("examples");
    for (const auto* name : {"1-first-sample", "2-b03-d02", "3-letter-photograph", "4-completed"}) {
        const auto file = std::string("examples/") + name + ".xml";
        const auto text = solander::test::read_file(solander::test::shared_root() / file);
        const auto problem = scan(base::as_bytes(text), base::Limits{});
        EXPECT_FALSE(problem) << name << ": " << problem->message;
    }
}

}  // namespace

}  // namespace solander::xml::test
