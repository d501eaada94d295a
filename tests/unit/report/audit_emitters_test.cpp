// SPDX-License-Identifier: Apache-2.0
// What each form of an audit says, on the same findings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "made_audits.h"
#include "report/audit_uri.h"
#include "report/audit_words.h"
#include "support/process.h"

namespace solander {
namespace {

using nlohmann::json;
using test::audit_finding;
using test::made_audit;
using test::MadeAudit;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

AuditException legal_advice() {
    AuditException exception;
    exception.reason = "legal-advice";
    exception.comment = "asked in 2025";
    exception.by = "J. Novak";
    exception.on = "2026-01-02";
    exception.expires = "2027-01-01";
    return exception;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

struct Range {
    std::string name;
    std::string at;
    std::string text;
};
void PrintTo(const Range& range, std::ostream* out) {
    *out << range.name;
}
std::string range_name(const testing::TestParamInfo<Range>& info) {
    return info.param.name;
}

class LineRanges : public testing::TestWithParam<Range> {};
TEST_P(LineRanges, AreThoseOfPlacesInLines) {
    const auto range = report::line_range(GetParam().at);
    const std::string text =
        range ? std::to_string(range->first) + "-" + std::to_string(range->last) : "none";
    EXPECT_EQ(text, GetParam().text);
}
INSTANTIATE_TEST_SUITE_P(
    Places, LineRanges,
    testing::Values(Range{"One", "line 3", "3-3"}, Range{"Several", "lines 34-35", "34-35"},
                    Range{"Cell", "cell B2", "none"}, Range{"Nothing", "", "none"},
                    Range{"NoNumber", "line three", "none"}, Range{"Zero", "line 0", "none"},
                    Range{"Backwards", "lines 5-3", "none"},
                    Range{"HalfARange", "lines 5-", "none"}),
    range_name);

class Uris : public testing::TestWithParam<Range> {};
TEST_P(Uris, AreOfPaths) {
    EXPECT_EQ(report::uri_of_path(GetParam().at), GetParam().text);
}
INSTANTIATE_TEST_SUITE_P(
    Paths, Uris,
    testing::Values(Range{"Plain", "a/b-1_2.txt", "a/b-1_2.txt"}, Range{"Here", "./a/./b", "a/b"},
                    Range{"Above", "../a", "../a"}, Range{"Blank", "a b%c", "a%20b%25c"},
                    Range{"NoScheme", "javascript:x", "javascript%3Ax"},
                    Range{"NoQuery", "a?b#c", "a%3Fb%23c"}, Range{"Letters", "\u00e9", "%C3%A9"},
                    Range{"Absolute", "/a/b c", "file:///a/b%20c"}),
    range_name);

TEST(Sentences, BeginAndEndAsSentencesDo) {
    EXPECT_EQ(report::sentence("ask them"), "Ask them.");
    EXPECT_EQ(report::sentence("was it so?"), "Was it so?");
    EXPECT_EQ(report::sentence("rights: blank", "rights"), "rights: blank.");
    EXPECT_EQ(report::sentence("end_date 'x' is none"), "end_date 'x' is none.");
    EXPECT_EQ(report::sentence("'x' is none"), "'x' is none.");
    EXPECT_EQ(report::sentence(""), "");
}

TEST(AuditText, MarksWhatDoesNotCountAndEndsWithClarity) {
    MadeAudit audit = made_audit();
    AuditFinding known = audit_finding("REC010", AuditLevel::error);
    known.in_baseline = true;
    audit.add(known);
    AuditFinding accepted = audit_finding("REC012", AuditLevel::error);
    accepted.accepted = legal_advice();
    audit.add(accepted);
    audit.baseline = report::BaselineUse{"known.txt", 3, {{std::string(64, 'a'), 2}}};
    const std::string text = audit.in("text");
    EXPECT_THAT(text,
                AllOf(HasSubstr("  [known before]  [fix: "),
                      HasSubstr("  [accepted by J. Novak until 2027-01-01 (legal-advice)]  [fix: "),
                      HasSubstr("1 of them known before: not counted\n"),
                      HasSubstr("1 of them accepted: not counted\n"),
                      HasSubstr("1 of the 3 findings in the baseline known.txt were not "
                                "found\n"),
                      HasSubstr("rights:    0 item-level status, 0 boilerplate, 0 text only, "
                                "2 nothing\n"),
                      HasSubstr("answered:  0 rights holder, ")));
}

TEST(AuditText, SaysWhatToDoOnceForARuleOfARecord) {
    MadeAudit audit = made_audit();
    for (const char* at : {"line 25", "line 31"}) {
        AuditFinding blank = audit_finding("REC002", AuditLevel::note);
        blank.at = at;
        blank.message = std::string("blank at ") + at;
        blank.fix = "fill it";
        audit.add(blank);
    }
    const std::string text = audit.in("text");
    EXPECT_THAT(text, HasSubstr("  REC002 note: "));
    EXPECT_THAT(text, HasSubstr(", 2 times  [fix: fill it]\n"
                                "    letters/helena.txt:25: blank at line 25\n"
                                "    letters/helena.txt:31: blank at line 31\n"));
    EXPECT_EQ(count(text, "[fix: fill it]"), 1U);
    EXPECT_LT(text.find("SRC001 error"), text.find("RGT009 review"));
    EXPECT_TRUE(text.ends_with("`solander explain SRC001` tells more\n")) << text;
}

TEST(AuditJson, HasWhatTheReportHas) {
    MadeAudit audit = made_audit();
    audit.report.config_sha256 = std::string(64, '0');
    audit.baseline = report::BaselineUse{"known.txt", 3, {{std::string(64, 'a'), 2}}};
    audit.report.findings[0].in_baseline = true;
    audit.report.findings[3].accepted = legal_advice();
    const auto all = json::parse(audit.in("json"));
    EXPECT_EQ(all["findings"][0]["in_baseline"], true);
    EXPECT_FALSE(all["findings"][1].contains("in_baseline"));
    EXPECT_EQ(all["findings"][1]["proposed"], "http://rightsstatements.org/vocab/InC/1.0/");
    EXPECT_EQ(all["findings"][3]["accepted"]["by"], "J. Novak");
    EXPECT_EQ(all["config_sha256"], std::string(64, '0'));
    EXPECT_EQ(all["baseline"]["absent"][0], std::string(64, 'a'));
    EXPECT_EQ(all["clarity"]["rights"]["nothing"], 2);
}

TEST(AuditSarif, TellsLevelsPlacesAndFingerprints) {
    const auto run = json::parse(made_audit().in("sarif"))["runs"][0];
    EXPECT_EQ(run["tool"]["driver"]["version"], "1.2.3");
    EXPECT_EQ(run["tool"]["driver"]["rules"].size(), audit_rules().size());
    EXPECT_EQ(run["invocations"][0]["executionSuccessful"], true);
    const auto& results = run["results"];
    ASSERT_EQ(results.size(), 4U);
    EXPECT_EQ(results[0]["kind"], "fail");
    EXPECT_EQ(results[0]["level"], "error");
    EXPECT_EQ(results[2]["kind"], "review");
    EXPECT_EQ(results[2]["level"], "none");
    EXPECT_EQ(results[0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"],
              "MS 1/source");
    const auto& place = results[2]["locations"][0]["physicalLocation"];
    EXPECT_EQ(place["artifactLocation"]["uri"], "letters/helena.txt");
    EXPECT_EQ(place["region"], json::parse(R"({"startLine": 34, "endLine": 35})"));
    EXPECT_FALSE(results[1]["locations"][0]["physicalLocation"].contains("region"));
    EXPECT_EQ(results[2]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"],
              "letters/jan%2C%20the%202nd.txt");
    EXPECT_THAT(results[0]["partialFingerprints"]["solander/v1"].get<std::string>(),
                AllOf(StartsWith("f0"), EndsWith("1")));
    for (const char* absent : {"baselineState", "suppressions"})
        EXPECT_FALSE(results[0].contains(absent)) << absent;
}

TEST(AuditSarif, StaysItselfWhereLinesMove) {
    MadeAudit moved = made_audit();
    moved.report.findings[0].at = "line 99";
    const auto before = json::parse(made_audit().in("sarif"))["runs"][0]["results"][0];
    const auto after = json::parse(moved.in("sarif"))["runs"][0]["results"][0];
    EXPECT_EQ(before["partialFingerprints"], after["partialFingerprints"]);
}

TEST(AuditSarif, MarksBaselinesAndExceptions) {
    MadeAudit audit = made_audit();
    audit.report.findings[0].in_baseline = true;
    audit.report.findings[1].accepted = legal_advice();
    audit.baseline = report::BaselineUse{"known.txt", 3, {{std::string(64, 'a'), 2}}};
    const auto results = json::parse(audit.in("sarif"))["runs"][0]["results"];
    ASSERT_EQ(results.size(), 5U);
    EXPECT_EQ(results[0]["baselineState"], "unchanged");
    EXPECT_EQ(results[0]["suppressions"], json::array());
    EXPECT_EQ(results[1]["baselineState"], "new");
    EXPECT_EQ(results[1]["suppressions"][0]["kind"], "external");
    EXPECT_EQ(results[1]["suppressions"][0]["status"], "accepted");
    EXPECT_EQ(results[1]["suppressions"][0]["justification"],
              "legal-advice: asked in 2025 (J. Novak, 2026-01-02, until 2027-01-01)");
    EXPECT_EQ(results[4]["baselineState"], "absent");
    EXPECT_EQ(results[4]["partialFingerprints"]["solander/v1"], std::string(64, 'a'));
    EXPECT_EQ(results[4]["locations"][0]["physicalLocation"],
              json::parse(R"({"artifactLocation": {"uri": "known.txt"},
                              "region": {"startLine": 2}})"));
}

TEST(AuditSarif, SaysThatItCouldNotLook) {
    MadeAudit audit = made_audit();
    audit.unaudited.push_back({"x.tar", "no good signature"});
    audit.packages.push_back({"y.tar", false, "not verified: signed by someone"});
    const auto invocation = json::parse(audit.in("sarif"))["runs"][0]["invocations"][0];
    EXPECT_EQ(invocation["executionSuccessful"], false);
    EXPECT_EQ(invocation["toolExecutionNotifications"].size(), 2U);
}

TEST(UniqueFingerprints, NumberTheSecondOfTwo) {
    MadeAudit audit = made_audit();
    AuditFinding again = audit.report.findings[0];
    again.record_fingerprints.clear();
    audit.add(again);
    const auto all = report::unique_fingerprints(audit.report);
    EXPECT_EQ(all[4], all[0] + ":2");
    const auto issues = json::parse(audit.in("gitlab"));
    EXPECT_NE(issues[0]["fingerprint"], issues[4]["fingerprint"]);
}

TEST(AuditGitlab, IsAListOfIssues) {
    const auto issues = json::parse(made_audit().in("gitlab"));
    ASSERT_EQ(issues.size(), 4U);
    EXPECT_EQ(issues[0]["severity"], "critical");
    EXPECT_EQ(issues[0]["check_name"], "SRC001");
    EXPECT_EQ(issues[0]["location"],
              json::parse(R"({"path": "letters/helena.txt", "lines": {"begin": 3}})"));
    EXPECT_EQ(issues[1]["severity"], "major");
    EXPECT_EQ(issues[1]["location"]["lines"]["begin"], 1) << "a place that is no line";
    EXPECT_EQ(issues[2]["severity"], "minor");
    EXPECT_EQ(issues[2]["location"]["lines"], json::parse(R"({"begin": 34, "end": 35})"));
    EXPECT_EQ(issues[3]["severity"], "info");
}

TEST(AuditGithub, IsOneCommandAFindingTheWorstFirst) {
    EXPECT_EQ(
        made_audit().in("github"),
        "::error file=letters/helena.txt,line=3,endLine=3,title=SRC001 error::It says nothing "
        "of this one. To do: find out, or say that nobody did\n"
        "::warning file=letters/helena.txt,title=RGT005 warning::cell B2: It says nothing of "
        "this one. To do: find out, or say that nobody did\n"
        "::notice file=letters/helena.txt,line=34,endLine=35,title=RGT009 review::It says "
        "nothing of this one (and so of 1 more record). To do: find out, or say that nobody "
        "did\n"
        "::notice file=letters/helena.txt,line=3,endLine=3,title=RGT002 note::It says nothing "
        "of this one. To do: find out, or say that nobody did\n"
        "solander: 2 records audited as of 2026-11-28 (core 1): 1 error, 1 warning, 1 review, "
        "1 note\n");
}

TEST(AuditGithub, ShowsTenOfAKindAndCountsTheOthers) {
    MadeAudit audit = made_audit();
    for (int i = 0; i < 12; ++i) {
        AuditFinding known = audit_finding("REC010", AuditLevel::error);
        known.in_baseline = i < 1;
        audit.add(known);
    }
    const std::string text = audit.in("github");
    EXPECT_EQ(count(text, "::error "), 10U);
    EXPECT_EQ(count(text, "::notice "), 3U);
    EXPECT_THAT(text, HasSubstr("title=REC010 error%2C known before::"));
    EXPECT_THAT(text, HasSubstr("\n2 more: GitHub shows 10 of a kind"));
    EXPECT_EQ(text.find('\n', text.find("2 more: ")), text.size() - 1) << "the last line";
}

TEST(AuditJunit, HasATestCaseForEachRecordAndEachFailingRule) {
    MadeAudit audit = made_audit();
    audit.fail_on = AuditLevel::review;  // which counts all
    const std::string text = audit.in("junit");
    EXPECT_THAT(text, HasSubstr("<testsuite name=\"solander audit\" tests=\"7\" failures=\"5\" "
                                "errors=\"0\" skipped=\"0\">"));
    EXPECT_EQ(count(text, "<failure "), 5U);
    EXPECT_EQ(count(text, "name=\"all other rules\""), 2U);
}

TEST(AuditJunit, TellsWhatIsNoFailureAsOutput) {
    MadeAudit audit = made_audit();
    const std::string text = audit.in("junit");
    EXPECT_EQ(count(text, "<failure "), 1U);
    EXPECT_THAT(text, HasSubstr("<testcase classname=\"letters/jan, the 2nd.txt\" "
                                "name=\"all rules\"/>"));
    EXPECT_THAT(text, HasSubstr("<system-out>letters/helena.txt: cell B2: RGT005 warning: "));
}

TEST(AuditJunit, HasEachTestCaseOnce) {
    MadeAudit audit = made_audit();
    for (const auto level :
         {AuditLevel::error, AuditLevel::error, AuditLevel::note, AuditLevel::note}) {
        AuditFinding of_file = audit_finding("CSV005", level);
        of_file.record.reset();
        of_file.file = "handover/rights.csv";
        audit.add(of_file);
    }
    const std::string text = audit.in("junit");
    std::vector<std::string> cases;
    for (auto at = text.find("<testcase "); at != std::string::npos;
         at = text.find("<testcase ", at + 1))
        cases.push_back(text.substr(at, text.find('>', at) - at));
    std::ranges::sort(cases);
    EXPECT_EQ(std::ranges::adjacent_find(cases), cases.end()) << text;
    EXPECT_EQ(count(text, "classname=\"handover/rights.csv"), 2U);
    EXPECT_THAT(text, HasSubstr("tests=\"" + std::to_string(cases.size()) + "\" failures=\"2\""));
}

TEST(AuditJunit, HasAnErrorWhereNothingWasAudited) {
    MadeAudit audit;
    audit.unaudited.push_back({"x.tar", "no good signature"});
    EXPECT_THAT(audit.in("junit"), HasSubstr("tests=\"2\" failures=\"0\" errors=\"2\""));
}

TEST(AuditHtml, HasHeadingsTablesAndFilters) {
    const std::string page = made_audit().in("html");
    EXPECT_THAT(page, StartsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    EXPECT_EQ(count(page, "<h1>"), 1U);
    EXPECT_EQ(count(page, "<table"), count(page, "<caption>"));
    EXPECT_EQ(count(page, "<th "), count(page, "<th scope=")) << "every heading says of what";
    for (const std::string part :
         {"href=\"#error\"", "id=\"error\"", "href=\"#records\"", "id=\"records\"",
          "id=\"review-RGT009\"", "href=\"#r2\"", "id=\"r2\"", "href=\"#f3\"", "id=\"f3\"",
          "prefers-color-scheme: dark", "@media print"})
        EXPECT_THAT(page, HasSubstr(part));
    for (const std::string part : {"<script", "http:", "https:", "url(", "@import", " src="})
        EXPECT_THAT(page.substr(0, page.find("<main")), Not(HasSubstr(part)));
}

TEST(AuditHtml, HasEachRuleOfARecordOnceTheWorstFirst) {
    MadeAudit audit = made_audit();
    audit.add(audit_finding("REC010", AuditLevel::error));
    audit.add(audit_finding("RGT002", AuditLevel::note));
    const std::string page = audit.in("html");
    const std::string row = page.substr(page.find("id=\"r1\""));
    const std::vector<std::string> order{">REC010<", ">SRC001<", ">RGT005<", ">RGT009<",
                                         ">RGT002 \u00D72<"};
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        EXPECT_LT(row.find(order[i]), row.find(order[i + 1])) << order[i] << '\n' << row;
    EXPECT_NE(row.find(order.back()), std::string::npos) << row;
}

TEST(AuditHtml, HasNumbersBesideBarsAndBreaksPathsAfterASlash) {
    const std::string page = made_audit().in("html");
    EXPECT_THAT(page, HasSubstr("<span style=\"width: 100%\"></span></span>100%</td>"));
    EXPECT_THAT(page, HasSubstr(">letters/<wbr/>helena.txt"));
    EXPECT_THAT(page, HasSubstr("<td class=\"date\">"));
}

TEST(AuditHtml, DoesNotRepeatTitleAndFileAsAName) {
    MadeAudit audit = made_audit();
    audit.records.front().document.identifiers.clear();
    EXPECT_EQ(audit.in("html").find("letters/helena.txt Letter to a brother"), std::string::npos);
}

TEST(AuditHtml, SaysFirstWhatCameOfIt) {
    MadeAudit audit = made_audit();
    EXPECT_THAT(audit.in("html"), HasSubstr("Failed: there are findings at or above error."));
    audit.fail_on = AuditLevel::off;
    EXPECT_THAT(audit.in("html"), HasSubstr("Nothing was to make this audit fail."));
    audit.unaudited.push_back({"x.tar", "no good signature"});
    EXPECT_THAT(audit.in("html"), HasSubstr("Not passed: not all could be audited."));
    EXPECT_THAT(MadeAudit{}.in("html"), HasSubstr("Not passed: no record was audited."));
}

TEST(AuditForms, AreTheSameEachTime) {
    for (const report::AuditEmitter* emitter : report::audit_emitters())
        EXPECT_EQ(made_audit().in(emitter->name), made_audit().in(emitter->name)) << emitter->name;
}

TEST(AuditForms, CanTellOfNothing) {
    for (const report::AuditEmitter* emitter : report::audit_emitters())
        EXPECT_NE(MadeAudit{}.in(emitter->name), "") << emitter->name;
}

TEST(AuditForms, ThatAreXmlAreWellFormed) {
    SOLANDER_NEEDS("xmllint");
    for (const char* form : {"junit", "html"}) {
        const auto done =
            test::run_program({"xmllint", "--noout", "-"}, {.input = made_audit().in(form)});
        EXPECT_EQ(done.status, 0) << form << done.err;
    }
}

}  // namespace
}  // namespace solander
