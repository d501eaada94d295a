// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "made_reports.h"
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
Report hostile_report() {
    static constexpr const char* kBad = "\x1b[2J\x07\xe2\x80\xae\xff";
    Report report = undecided_report();
    report.package = std::string("a") + kBad + ".tar";
    report.signers.front().claimed_name = kBad;
    EventReport event;
    event.file = event.type = event.premis = event.sentence = event.rests_on = kBad;
    event.signers.push_back({kBad, "SHA256:x", false});
    event.details.emplace_back("words", kBad);
    report.events.push_back(event);
    CustodyReport custody;
    custody.to = custody.summary = kBad;
    custody.holder = PartyReport{kBad, "SHA256:x", false};
    custody.gaps = custody.confirmed_by = custody.known_otherwise = {kBad};
    report.custody = custody;
    report.findings.push_back(finding(Code::signer_unknown, kBad, kBad));
    report.unverified->documents.front().titles.front().words = kBad;
    report.unverified->files.front().media_type = kBad;
    return report;
}

void expect_printable(const std::string& text) {
    for (const std::string bad : {"\x1b", "\x07", "\xe2\x80\xae", "\xff"})
        EXPECT_THAT(text, Not(HasSubstr(bad)));
    EXPECT_THAT(text, HasSubstr("u{1B}[2J"));
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
    EXPECT_THAT(emitted("text", report), HasSubstr("(no good signature)"));
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

TEST(Reports, AreFitForATerminal) {
    const Report report = hostile_report();
    for (const report::Emitter* emitter : report::emitters())
        expect_printable(emitter->emit(std::vector<Outcome>{{report.package, &report, nullptr}},
                                       Style{.verbose = true}));
    expect_printable(report::standing(report));
    expect_printable(report::show_text(report, ""));
    expect_printable(report::show_json(report, ""));
    expect_printable(report::list_text(report, true));
    expect_printable(report::list_json(report));
}

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
