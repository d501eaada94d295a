// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <solander/finding.h>

#include "case.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Case;
using test::Desk;
using testing::HasSubstr;

class Explain : public testing::TestWithParam<Case> {};

TEST_P(Explain, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Explain,
    testing::Values(Case{"OneCode",
                         {"explain", "payload.digest"},
                         0,
                         {"payload.digest: ", "Layer:      integrity (failed)", "What to do: "}},
                    Case{"AllCodes", {"explain"}, 0, {"payload.digest", "quote.differs"}},
                    Case{"AnUnknownCodeNamesTheNearest",
                         {"explain", "payload.digset"},
                         64,
                         {},
                         {"'payload.digset'; did you mean 'payload.digest'? `solander explain` "
                          "lists them\n"}},
                    Case{"AnUnknownCodeInOtherLetters",
                         {"explain", "Payload.Digest"},
                         64,
                         {},
                         {"'Payload.Digest'; did you mean 'payload.digest'? "}},
                    Case{"AnUnknownCodeFarFromAll",
                         {"explain", "foo"},
                         64,
                         {},
                         {"no finding code 'foo'; `solander explain` lists them\n"}},
                    Case{"AnEndlessCodeIsNoMistyping",
                         {"explain", std::string(100, 'p')},
                         64,
                         {},
                         {"p'; `solander explain` lists"}},
                    Case{"AnUnknownCodeIsMadeFitForATerminal",
                         {"explain", "\x1b[2J"},
                         64,
                         {},
                         {"'\\u{1B}[2J'"}}),
    test::case_name);

TEST(ExplainEvery, CodeInText) {
    Desk desk;
    const auto list = desk.run({"explain"}).out;
    for (const CodeInfo& info : all_codes()) {
        const auto said = desk.run({"explain", std::string(info.id)});
        EXPECT_EQ(said.code, 0) << info.id;
        for (const auto text : {info.id, info.title, info.meaning, info.why, info.example,
                                info.remedy, layer_name(info.layer)})
            EXPECT_THAT(said.out, HasSubstr(std::string(text)));
        EXPECT_THAT(list, HasSubstr(std::string(info.id) + " "));
    }
}

TEST(ExplainEvery, CodeInMarkdown) {
    Desk desk;
    for (const CodeInfo& info : all_codes()) {
        const auto said = desk.run({"explain", std::string(info.id), "-f", "markdown"});
        EXPECT_EQ(said.code, 0) << info.id;
        EXPECT_THAT(said.out, HasSubstr("## " + std::string(info.id) + "\n"));
    }
}

TEST(ExplainEvery, CodeInJson) {
    Desk desk;
    const auto all = nlohmann::json::parse(desk.run({"explain", "-f", "json"}).out);
    ASSERT_EQ(all.size(), all_codes().size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const CodeInfo& info = all_codes()[i];
        EXPECT_EQ(all[i]["code"], std::string(info.id));
        EXPECT_EQ(all[i]["remedy"], std::string(info.remedy));
        const auto said = desk.run({"explain", std::string(info.id), "--format", "json"});
        EXPECT_EQ(nlohmann::json::parse(said.out), all[i]);
    }
}

TEST(FindingsPage, IsWhatExplainPrints) {
    Desk desk;
    const auto page = test::source_root() / "docs/findings.md";
    const auto said = desk.run({"explain", "--format", "markdown"});
    ASSERT_EQ(said.code, 0);
    if (std::getenv("SOLANDER_ACCEPT") != nullptr) {  // NOLINT(concurrency-mt-unsafe): one thread
        test::write_file(page, said.out);
        GTEST_SKIP() << "docs/findings.md was written anew";
    }
    EXPECT_EQ(test::read_file(page), said.out) << "run this test with SOLANDER_ACCEPT=1";
}

}  // namespace
}  // namespace solander
