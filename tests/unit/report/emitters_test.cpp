// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <sstream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "made_reports.h"
#include "report/custody_log.h"
#include "report/emitter.h"
#include "report/record.h"

namespace solander {
namespace {

using report::Outcome;
using report::Style;
using test::failed_report;
using test::finding;
using test::undecided_report;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string emitted(const std::string& form, const std::vector<Outcome>& outcomes,
                    const Style& style = {}) {
    return report::find_emitter(form)->emit(outcomes, style);
}

std::string emitted(const std::string& form, const Report& report, const Style& style = {}) {
    return emitted(form, std::vector<Outcome>{{report.package, &report, nullptr}}, style);
}

/// What a hostile package could try to say to a terminal, everywhere where it has a say.
Report hostile_report(const std::string& bad) {
    Report report = undecided_report();
    report.package = "a" + bad + ".tar";
    report.signers.front().claimed_name = bad;
    EventReport event;
    event.file = event.type = event.premis = event.sentence = event.rests_on = bad;
    event.signers.push_back({bad, "SHA256:x", false});
    event.details.emplace_back("words", bad);
    report.events.push_back(event);
    CustodyReport custody;
    custody.to = custody.summary = bad;
    custody.holder = PartyReport{bad, "SHA256:x", false};
    custody.gaps = custody.confirmed_by = custody.known_otherwise = {bad};
    report.custody = custody;
    report.findings.push_back(finding(Code::signer_unknown, bad, bad));
    report.unverified->documents.front().titles.front().words = bad;
    report.unverified->files.front().media_type = bad;
    return report;
}

/// Nothing that acts on a terminal, and no line that a CI system would obey.
void expect_quiet(const std::string& text) {
    for (const std::string bad : {"\x1b", "\a", "\b", "\x7f", "\r", "\u009B", "\u202E", "\u2066",
                                  "\u200B", "\u2028", "\u2029", "\uFEFF", "\xff", "##["})
        EXPECT_THAT(text, Not(HasSubstr(bad)));
    EXPECT_EQ(text.find('\0'), std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(' ');
        EXPECT_FALSE(begin != std::string::npos && line.substr(begin).starts_with("::")) << line;
    }
}

TEST(TextReport, LeadsWithVerdictPathAndHeadline) {
    EXPECT_THAT(emitted("text", failed_report(1)),
                StartsWith("FAILED a.tar: it is not as it was sealed: data/0.txt has other "
                           "bytes\n  container     PASSED\n  integrity     FAILED\n"));
}

TEST(TextReport, ShowsFiftyFindingsOfACodeAndCountsTheOthers) {
    const auto some = emitted("text", failed_report(50));
    EXPECT_THAT(some, HasSubstr("data/49.txt has other bytes\n"));
    EXPECT_THAT(some, Not(HasSubstr("more\n")));
    const auto many = emitted("text", failed_report(1050));
    EXPECT_THAT(many, HasSubstr("data/49.txt has other bytes\n    and 1000 more\n"));
    EXPECT_THAT(many, Not(HasSubstr("data/50.txt")));
}

TEST(TextReport, PutsTheGravestCodesFirst) {
    Report report = undecided_report();
    report.findings.push_back(finding(Code::signer_name_differs, "x", "a warning"));
    report.findings.push_back(finding(Code::signer_unknown, "x", "undecided"));
    report.findings.push_back(finding(Code::payload_digest, "x", "wrong"));
    report.verdict = Verdict::failed;
    const auto text = emitted("text", report);
    EXPECT_LT(text.find("    x wrong"), text.find("    x undecided"));
    EXPECT_LT(text.find("    x undecided"), text.find("    x a warning"));
}

TEST(TextReport, SaysOfASignerOnlyWhatIsKnown) {
    Report report = undecided_report();
    EXPECT_THAT(emitted("text", report), HasSubstr("by someone who claims to be 'archivist'"));
    report.signers.front().signature_good = false;
    EXPECT_THAT(emitted("text", report),
                HasSubstr("declares the signer 'archivist', of whom there is no good signature"));
    report.signers.front().signature_good = true;
    report.signers.front().name = "helena";
    EXPECT_THAT(emitted("text", report), HasSubstr("signed by helena, which does not count"));
}

TEST(TextReport, HasColoursOnlyIfAsked) {
    EXPECT_THAT(emitted("text", failed_report(1)), Not(HasSubstr("\x1b")));
    EXPECT_THAT(emitted("text", failed_report(1), {.color = true}),
                StartsWith("\x1b[1;31mFAILED\x1b[0m a.tar"));
    EXPECT_THAT(emitted("text", undecided_report(), {.color = true}),
                StartsWith("\x1b[1;33mINDETERMINATE\x1b[0m a.tar"));
}

TEST(TextReport, IsOneLineIfBrief) {
    const auto text = emitted("text", failed_report(9), {.brief = true});
    EXPECT_EQ(text.find('\n'), text.size() - 1);
}

TEST(TextReport, OfManyTellsDetailsOfWhatDidNotPassUnlessVerbose) {
    const Report good = test::passed_report();
    const Report bad = failed_report(1);
    const std::vector<Outcome> both{{good.package, &good, nullptr}, {bad.package, &bad, nullptr}};
    const auto text = emitted("text", both);
    EXPECT_THAT(text, HasSubstr("  integrity     FAILED"));
    EXPECT_THAT(text, Not(HasSubstr("  custody       PASSED\n\n  Identity sha256:")));
    EXPECT_THAT(text, HasSubstr("\n2 packages: 1 passed, 1 failed, 0 indeterminate, 0 errors\n"));
    EXPECT_GT(emitted("text", both, {.verbose = true}).size(), text.size());
}

TEST(TextReport, TellsWhyThereIsNone) {
    const Error error(ErrorCode::open, "gone\x1b");
    EXPECT_EQ(emitted("text", std::vector<Outcome>{{"a.tar", nullptr, &error}}),
              "ERROR a.tar: gone\\u{1B}\n");
}

struct Spoken {
    std::string name;
    std::string words;
    std::string shown;  ///< A part of what is shown instead.
};
void PrintTo(const Spoken& spoken, std::ostream* out) {
    *out << spoken.name;
}

class Reports : public testing::TestWithParam<Spoken> {};

TEST_P(Reports, AreFitForATerminalAndALog) {
    const Report report = hostile_report(GetParam().words);
    std::vector<std::string> texts;
    for (const report::Emitter* emitter : report::emitters())
        texts.push_back(emitter->emit(std::vector<Outcome>{{report.package, &report, nullptr}},
                                      Style{.verbose = true}));
    texts.insert(texts.end(), {report::standing(report), report::show_text(report, ""),
                               report::show_json(report, ""), report::list_text(report, true),
                               report::list_json(report), report::custody_log_text(report),
                               report::custody_log_json(report)});
    for (const auto& text : texts) {
        expect_quiet(text);
        EXPECT_THAT(text, HasSubstr(GetParam().shown));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Words, Reports,
    testing::Values(Spoken{"Screen", "\x1b[2J", "u{1B}[2J"}, Spoken{"Bell", "a\a", "u{7}"},
                    Spoken{"Link", "\x1b]8;;http:x\a", "u{1B}]8;;http:x"},
                    Spoken{"Clipboard", "\x1b]52;c;eA==\a", "u{1B}]52"},
                    Spoken{"Overwriting", "good\revil", "u{D}evil"},
                    Spoken{"Backspace", "good\b\bevil", "u{8}"}, Spoken{"Delete", "\x7f", "u{7F}"},
                    Spoken{"EightBitControl", "\u009B31m", "u{9B}31m"},
                    Spoken{"RightToLeft", "\u202E", "u{202E}"},
                    Spoken{"Isolate", "\u2066", "u{2066}"},
                    Spoken{"ZeroWidth", "\u200B", "u{200B}"},
                    Spoken{"LineSeparator", "\u2028", "u{2028}"},
                    Spoken{"ParagraphSeparator", "\u2029", "u{2029}"},
                    Spoken{"ByteOrderMark", "\uFEFF", "u{FEFF}"}, Spoken{"BadUtf8", "\xff", "xFF"},
                    Spoken{"Nul", std::string("a\0b", 3), "u{0}b"},
                    Spoken{"Command", "::error::x", ":error::x"},
                    Spoken{"CommandOnALine", "a\n ::error::x", ":error::x"},
                    Spoken{"OldCommand", "##[error]x", "#[error]x"}),
    [](const auto& test) { return test.param.name; });

TEST(JsonReport, HasEveryFindingWithItsCode) {
    const auto json = nlohmann::json::parse(emitted("json", failed_report(120)));
    EXPECT_EQ(json["schema"], "urn:solander:report:1");
    const auto& package = json["packages"][0];
    EXPECT_EQ(package["verdict"], "failed");
    EXPECT_EQ(package["layers"]["integrity"], "failed");
    EXPECT_EQ(package["layers"]["container"], "passed");
    ASSERT_EQ(package["findings"].size(), 120U);
    const auto& first = package["findings"][0];
    EXPECT_EQ(first["code"], "payload.digest");
    EXPECT_EQ(first["severity"], "failed");
    EXPECT_EQ(first["subject"], "data/0.txt");
    EXPECT_FALSE(package.contains("verified"));
    EXPECT_EQ(package["unverified"]["documents"][0]["title"], "Letters");
    EXPECT_EQ(json["summary"]["failed"], 1);
}

TEST(JsonReport, HasVerifiedOnlyIfItPassed) {
    const auto json = nlohmann::json::parse(emitted("json", test::passed_report()));
    EXPECT_TRUE(json["packages"][0].contains("verified"));
    EXPECT_FALSE(json["packages"][0].contains("unverified"));
}

TEST(JsonReport, TellsWhyThereIsNone) {
    const Error error(ErrorCode::limit, "too much");
    const auto json =
        nlohmann::json::parse(emitted("json", std::vector<Outcome>{{"a.tar", nullptr, &error}}));
    EXPECT_EQ(json["packages"][0]["error"]["code"], "limit");
    EXPECT_EQ(json["packages"][0]["error"]["message"], "too much");
    EXPECT_EQ(json["summary"]["errors"], 1);
}

TEST(JsonReport, OfNothingIsEmpty) {
    const auto json = nlohmann::json::parse(emitted("json", std::vector<Outcome>{}));
    EXPECT_EQ(json["packages"], nlohmann::json::array());
    EXPECT_EQ(json["summary"]["packages"], 0);
}

}  // namespace
}  // namespace solander
