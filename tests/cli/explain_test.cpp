// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <solander/finding.h>
#include <solander/key_check.h>
#include <solander/remark.h>
#include <solander/trust.h>

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
    testing::Values(
        Case{"OneCode",
             {"explain", "payload.digest"},
             0,
             {"payload.digest: ", "Layer:      integrity (failed)", "What to do: "}},
        Case{"ARefusal",
             {"explain", "records.zeros-lost"},
             0,
             {"records.zeros-lost\n\nStands in:  the refusal of a record table; "
              "nothing is packed\nMeaning:    A number has lost the zeros"}},
        Case{"ANote", {"explain", "text.encoding"}, 0, {"Stands in:  a note of"}},
        Case{"ANoteOrRefusal",
             {"explain", "table.ragged-row"},
             0,
             {"Stands in:  a note on a record; in a record table a refusal"}},
        Case{"ARule", {"explain", "wilson.head"}, 0, {"Stands in:  the rule of a"}},
        Case{"AnUnknownNoteNamesTheNearest",
             {"explain", "record.zeros-lost"},
             64,
             {},
             {"did you mean 'records.zeros-lost'?"}},
        Case{"AllCodes",
             {"explain"},
             0,
             {"payload.digest", "quote.differs", "text.encoding", "body.mark", "store.empty",
              "weak-point"}},
        Case{"NoOtherKind",
             {"explain", "--only", "notes"},
             64,
             {},
             {"takes all, findings, remarks, trust or keys, not 'notes'"}},
        Case{"AFindingOfTrustCheck",
             {"explain", "store.local-time"},
             0,
             {"store.local-time: A date has no Z", "Stands in:  `solander trust check` (warning)",
              "What to do: Write Z"}},
        Case{"AFindingOfKeyCheck",
             {"explain", "open-to-others"},
             0,
             {"Stands in:  `solander key check` (weakness)", "What to do: chmod 600"}},
        Case{"AGroup", {"explain", "custody"}, 0, {"custody.missing ", "custody.fork "}},
        Case{"AGroupWithItsDot", {"explain", "store."}, 0, {"store.empty ", "store.two-names "}},
        Case{"AGroupInJson",
             {"explain", "store", "--format", "json"},
             0,
             {"\"code\": \"store.empty\",\n    \"kind\": \"trust-check\""}},
        Case{
            "AGroupAsAPage", {"explain", "store", "--format", "markdown"}, 0, {"## store.empty\n"}},
        Case{"OnlyThoseOfKeys", {"explain", "--only", "keys"}, 0, {"weak-point "}},
        Case{"AnUnknownCodeNamesTheNearest",
             {"explain", "payload.digset"},
             64,
             {},
             {"'payload.digset'; did you mean 'payload.digest'? `solander explain` "
              "lists them\n"}},
        Case{"AnUnknownRuleNamesTheNearest",
             {"explain", "RTG009"},
             64,
             {},
             {"'RTG009'; did you mean 'RGT009'? `solander explain rules` lists"}},
        Case{"AnUnknownCodeInOtherLetters",
             {"explain", "Payload.Digest"},
             64,
             {},
             {"'Payload.Digest'; did you mean 'payload.digest'? "}},
        Case{"AnUnknownCodeFarFromAll",
             {"explain", "foo"},
             64,
             {},
             {"no code 'foo'; `solander explain` lists them\n"}},
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

TEST(ExplainEvery, RemarkInText) {
    Desk desk;
    const auto list = desk.run({"explain", "--only", "remarks"}).out;
    EXPECT_THAT(list, testing::Not(HasSubstr("payload.digest")));
    for (const RemarkInfo& info : all_remarks()) {
        const auto said = desk.run({"explain", std::string(info.id)});
        EXPECT_EQ(said.code, 0) << info.id;
        for (const auto text : {info.id, info.meaning, info.why, info.remedy})
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
    const auto findings = all_codes().size();
    const auto remarks = all_remarks().size();
    ASSERT_EQ(all.size(), findings + remarks + trust_rules().size() + key_rules().size());
    for (std::size_t i = findings + remarks; i < all.size(); ++i) {
        const auto said = desk.run({"explain", all[i]["code"], "--format", "json"});
        EXPECT_EQ(nlohmann::json::parse(said.out), all[i]);
    }
    for (std::size_t i = 0; i < findings + remarks; ++i) {
        const bool is_finding = i < findings;
        const auto id = is_finding ? all_codes()[i].id : all_remarks()[i - findings].id;
        const auto remedy = is_finding ? all_codes()[i].remedy : all_remarks()[i - findings].remedy;
        const auto kind =
            is_finding ? "finding" : remark_kind_name(all_remarks()[i - findings].kind);
        EXPECT_EQ(all[i]["code"], std::string(id));
        EXPECT_EQ(all[i]["kind"], std::string(kind));
        EXPECT_EQ(all[i]["remedy"], std::string(remedy));
        const auto said = desk.run({"explain", std::string(id), "--format", "json"});
        EXPECT_EQ(nlohmann::json::parse(said.out), all[i]);
    }
    const auto only = desk.run({"explain", "-f", "json", "--only", "findings"}).out;
    EXPECT_EQ(nlohmann::json::parse(only).size(), findings);
}

struct Page {
    const char* name;
    const char* path;
    const char* only;
};
void PrintTo(const Page& page, std::ostream* out) {
    *out << page.name;
}
std::string page_name(const testing::TestParamInfo<Page>& test) {
    return test.param.name;
}

class PageOfCodes : public testing::TestWithParam<Page> {};

TEST_P(PageOfCodes, IsWhatExplainPrints) {
    Desk desk;
    const auto page = test::source_root() / GetParam().path;
    const auto said = desk.run({"explain", "--only", GetParam().only, "--format", "markdown"});
    ASSERT_EQ(said.code, 0);
    if (std::getenv("SOLANDER_ACCEPT") != nullptr) {  // NOLINT(concurrency-mt-unsafe): one thread
        test::write_file(page, said.out);
        GTEST_SKIP() << page << " was written anew";
    }
    EXPECT_EQ(test::read_file(page), said.out) << "run this test with SOLANDER_ACCEPT=1";
}

INSTANTIATE_TEST_SUITE_P(All, PageOfCodes,
                         testing::Values(Page{"Findings", "docs/findings.md", "findings"},
                                         Page{"Remarks", "docs/remarks.md", "remarks"}),
                         page_name);

}  // namespace
}  // namespace solander
