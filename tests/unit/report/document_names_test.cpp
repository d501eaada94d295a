// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "report/sealed_audit.h"

namespace solander::report {
namespace {

struct NameCase {
    const char* name;
    std::string title;
    std::string file;
    std::string text;
};
void PrintTo(const NameCase& c, std::ostream* out) {
    *out << c.name;
}

class DocumentText : public testing::TestWithParam<NameCase> {};

TEST_P(DocumentText, SaysWhatPeopleKnowItBy) {
    Document document;
    document.id = "d9";
    if (!GetParam().title.empty()) document.titles.emplace_back().words = GetParam().title;
    if (!GetParam().file.empty()) document.origins.emplace_back().file = GetParam().file;
    EXPECT_EQ(document_text("d9", names_of({&document, 1})), GetParam().text);
}

const std::string kUmlauts = "Überörtliche Überprüfungsausschüsse, Ölgemälde, Übergabe";

INSTANTIATE_TEST_SUITE_P(All, DocumentText,
                         testing::Values(NameCase{"Title", "Letter", "data/a.txt", "d9 (Letter)"},
                                         NameCase{"FileOfNoTitle", "", "data/a.txt",
                                                  "d9 (data/a.txt)"},
                                         NameCase{"Neither", "", "", "d9"},
                                         NameCase{"LongTitle", kUmlauts, "",
                                                  "d9 (Überörtliche Überprüfungsausschüsse, …)"},
                                         NameCase{"OneLongWord", std::string(60, 'x'), "",
                                                  "d9 (" + std::string(50, 'x') + " …)"},
                                         NameCase{"Control", "a\x1bz", "", "d9 (a\\u{1B}z)"}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(DocumentTextOf, AnIdThatNobodyKnowsIsTheId) {
    EXPECT_EQ(document_text("d3", {}), "d3");
}

}  // namespace
}  // namespace solander::report
