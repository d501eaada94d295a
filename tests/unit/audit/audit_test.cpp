// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/profile.h"
#include "audit/rule.h"
#include "invented.h"
#include "rule_case.h"

namespace solander {
namespace {

using test::RuleCase;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(InventedLetter, HasNoFinding) {
    const std::vector<AuditRecord> records{{test::invented_letter()}};
    for (const std::string profile : {"core", "dpla", "europeana", "dacs", "wilson", "strict",
                                      "isadg", "openaire", "archivematica", "dspace-saf"}) {
        AuditRequest request{.records = records};
        request.profiles = {profile};
        request.as_of = "2026-11-28";
        const auto report = audit_records(request);
        ASSERT_TRUE(report.has_value());
        for (const auto& finding : report->findings)
            // That In Copyright has a ceiling at Europeana is true of the best of records.
            if (finding.rule != "AGG002")
                ADD_FAILURE() << profile << ": " << finding.rule << ' ' << finding.message;
    }
}

TEST(Rules, NameTheCommandWhoseOptionTheyName) {
    for (const AuditRuleInfo& rule : audit_rules()) {
        const std::string fix(rule.fix);
        for (auto at = fix.find("--set"); at != std::string::npos; at = fix.find("--set", at + 1))
            EXPECT_EQ(fix.substr(at < 5 ? 0 : at - 5, 5), "pack ") << rule.id;
    }
}

TEST(Rules, EachHaveAFailingAndAPassingCase) {
    // set_rules_test.cpp, funding_rules_test.cpp, known_funders_test.cpp, exceptions_test.cpp
    std::set<std::string> failing{"REC001", "REC011", "RGT010", "FND003", "FND006",
                                  "EXC001", "EXC002", "EXC003", "EXC004"};
    std::set<std::string> passing = failing;
    for (const auto* cases : {&test::record_cases(), &test::custody_cases(), &test::rights_cases(),
                              &test::source_cases(), &test::status_cases(), &test::licence_cases(),
                              &test::access_cases(), &test::funding_cases(), &test::made_cases(),
                              &test::contradiction_cases()})
        for (const RuleCase& one : *cases)
            (one.findings.empty() ? passing : failing).insert(one.rule);
    for (const test::RemarkCase& one : test::remark_cases())
        (one.findings.empty() ? passing : failing).insert(one.rule);
    for (const AuditRuleInfo& rule : audit_rules()) {
        EXPECT_TRUE(failing.contains(std::string(rule.id))) << rule.id;
        EXPECT_TRUE(passing.contains(std::string(rule.id))) << rule.id;
    }
}

TEST(Rules, EachAreToldInFullAndStandInOrder) {
    std::string before;
    for (const audit::Rule* rule : audit::rules()) {
        const AuditRuleInfo& info = rule->info;
        EXPECT_LT(before, info.id);
        before = info.id;
        EXPECT_EQ(info.id.size(), 6U);
        for (const auto text : {info.title, info.why, info.fix, info.example, info.source})
            EXPECT_FALSE(text.empty()) << info.id;
        const int checks = (rule->check != nullptr ? 1 : 0) + (rule->check_set != nullptr ? 1 : 0) +
                           (rule->check_refused != nullptr ? 1 : 0) +
                           (rule->check_remark != nullptr ? 1 : 0) +
                           (rule->check_exception != nullptr ? 1 : 0);
        EXPECT_EQ(checks, 1) << info.id;
    }
}

TEST(Rules, AreFoundInLettersOfEitherCase) {
    ASSERT_TRUE(find_audit_rule("rgt009"));
    EXPECT_EQ(find_audit_rule("rgt009")->id, "RGT009");
    EXPECT_FALSE(find_audit_rule("RGT"));
    EXPECT_FALSE(find_audit_rule(""));
}

TEST(Profiles, SpeakOfRulesAndFieldsThatThereAre) {
    std::set<std::string_view> fields;
    const AuditRecord letter{test::invented_letter()};
    const audit::Record record(letter);
    for (const auto& answer : record.answers()) fields.insert(answer.field);
    for (const auto* more : {"subject", "subject-agent", "subject-place", "relation",
                             "publication-date", "grant-restriction"})
        fields.insert(more);
    for (const audit::Profile* profile : audit::profiles()) {
        for (const auto& each : profile->levels) {
            EXPECT_TRUE(find_audit_rule(each.rule)) << profile->info.name << ' ' << each.rule;
            const bool is_field = each.field.empty() || fields.contains(each.field);
            EXPECT_TRUE(is_field) << each.field;
        }
        for (std::string_view required : profile->required)
            while (true) {
                const auto bar = required.find('|');
                EXPECT_TRUE(fields.contains(required.substr(0, bar))) << required;
                if (bar == std::string_view::npos) break;
                required.remove_prefix(bar + 1);
            }
        for (const auto text : {profile->info.version, profile->info.title, profile->info.source})
            EXPECT_FALSE(text.empty()) << profile->info.name;
    }
}

/// A letter with a rights text and no URI: RGT002 is a warning, a note for DPLA, an error for
/// Europeana.
AuditLevel level_of_text_alone(const std::vector<std::string>& profiles,
                               const std::vector<AuditLevelChange>& levels = {}) {
    AuditRecord record{test::invented_letter()};
    test::with_text(record.document, "In copyright.");
    test::make_absent(record.document.rights.front().standard_statements);
    const std::vector<AuditRecord> records{record};
    AuditRequest request{.records = records};
    request.profiles = profiles;
    request.levels = levels;
    request.as_of = "2026-11-28";
    const auto report = audit_records(request);
    EXPECT_TRUE(report.has_value());
    for (const auto& finding : report->findings)
        if (finding.rule == "RGT002") return finding.level;
    return AuditLevel::off;
}

struct LevelCase {
    std::string name;
    std::vector<std::string> profiles;
    std::vector<AuditLevelChange> levels;
    AuditLevel level;
};

TEST(Levels, AreTheStrictestThatAProfileStatesUnlessTheRequestSaysOtherwise) {
    using enum AuditLevel;
    const std::vector<LevelCase> cases{
        {"no profile", {}, {}, warning},
        {"core states the defaults", {"core", "dpla"}, {}, warning},
        {"dpla alone", {"dpla"}, {}, note},
        {"one that says nothing", {"wilson", "dpla"}, {}, note},
        {"one that tightens", {"dpla", "europeana"}, {}, error},
        {"one that would loosen", {"europeana", "dpla"}, {}, error},
        {"strict", {"strict"}, {}, error},
        {"strict raises warnings only", {"dpla", "strict"}, {}, note},
        {"a rule of the request", {"europeana"}, {{"RGT002", note}}, note},
        {"a group of the request", {"europeana"}, {{"RGT", off}}, off},
        {"the later of two", {}, {{"RGT", off}, {"RGT002", review}}, review},
        {"a group behind a rule", {}, {{"RGT002", review}, {"RGT", off}}, off},
        {"its field", {}, {{"RGT002", note, {"rights"}}}, note},
        {"other fields", {}, {{"RGT002", note, {"source", "rights-uri"}}}, warning},
        {"a field behind all", {}, {{"RGT002", note}, {"RGT002", error, {"rights"}}}, error},
        {"all behind a field", {}, {{"RGT002", error, {"rights"}}, {"RGT002", note}}, note},
        {"its path", {}, {{"RGT002", note, {}, "letters/*"}}, note},
        {"another path", {}, {{"RGT002", note, {}, "mirror/**"}}, warning},
        {"path and field", {}, {{"RGT", off, {"rights"}, "**/helena.txt"}}, off},
        {"path and other field", {}, {{"RGT", off, {"title"}, "**/helena.txt"}}, warning},
        {"a path behind a rule", {}, {{"RGT002", off}, {"RGT002", note, {}, "**"}}, note},
        {"a rule behind a path", {}, {{"RGT002", note, {}, "**"}, {"RGT002", off}}, off}};
    for (const auto& one : cases)
        EXPECT_EQ(level_of_text_alone(one.profiles, one.levels), one.level) << one.name;
}

TEST(Levels, NameWhereProfilesDisagree) {
    const std::vector<AuditRecord> records{{test::invented_letter()}};
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    request.profiles = {"europeana", "dpla"};
    EXPECT_THAT(audit_records(request)->notes,
                ElementsAre("profile dpla has RGT002 at note, europeana has it at error: the "
                            "stricter holds"));
    request.profiles = {"wilson", "dpla"};
    EXPECT_THAT(audit_records(request)->notes, IsEmpty());
}

struct RefusalCase {
    std::string name;
    std::vector<std::string> profiles;
    std::vector<AuditLevelChange> levels;
    std::string as_of;
    std::string words;
};

TEST(Request, IsRefusedWithTheNearestName) {
    const std::vector<RefusalCase> cases{
        {"profile", {"dlpa"}, {}, "2026-11-28", "there is no profile 'dlpa'; did you mean 'dpla'?"},
        {"rule", {}, {{"RGT902", AuditLevel::note}}, "2026-11-28", "there is no rule 'RGT902'"},
        {"group", {}, {{"RG", AuditLevel::note}}, "2026-11-28", "there is no rule 'RG'"},
        {"field",
         {},
         {{"RGT002", AuditLevel::note, {"right"}}},
         "2026-11-28",
         "there is no field 'right'; did you mean 'rights'?"},
        {"no date", {}, {}, "", "'' is not a day"},
        {"no day", {}, {}, "2026-02-30", "'2026-02-30' is not a day, such as"}};
    for (const auto& one : cases) {
        AuditRequest request{.records = {}};
        request.profiles = one.profiles;
        request.levels = one.levels;
        request.as_of = one.as_of;
        const auto report = audit_records(request);
        ASSERT_FALSE(report.has_value()) << one.name;
        EXPECT_EQ(report.error().code(), ErrorCode::usage);
        EXPECT_THAT(report.error().message(), HasSubstr(one.words));
    }
}

TEST(Report, HasTheWorstFirstWithinEachRecordInTheOrderGiven) {
    AuditRecord bad{test::invented_letter()};
    bad.document.types.front().words = "Letter ";  // warning
    test::make_absent(bad.document.sources);
    test::make_absent(bad.document.original_archives);  // error
    test::with_text(bad.document, "In Copyright.");     // note
    AuditRecord mild{test::invented_letter()};
    mild.document.titles.front().words = "Another letter";
    mild.document.types.front().words = " Letter";
    const std::vector<AuditRecord> records{mild, bad};
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    const auto report = audit_records(request);
    ASSERT_TRUE(report.has_value());
    std::vector<std::string> order;
    for (const auto& finding : report->findings)
        order.push_back(std::to_string(*finding.record) + ' ' + std::string(finding.rule));
    EXPECT_THAT(order, ElementsAre("0 REC005", "1 SRC001", "1 REC005", "1 RGT008"));
    EXPECT_THAT(report->counts, ElementsAre(1U, 2U, 0U, 1U));
    EXPECT_EQ(report->records, 2U);
    EXPECT_EQ(report->as_of, "2026-11-28");
    EXPECT_EQ(report->profiles.front().name, "core");
    EXPECT_EQ(report->findings[1].file, "letters/helena.txt");
    EXPECT_EQ(report->findings[1].document, "d1");
}

struct ThresholdCase {
    AuditLevel threshold;
    std::vector<AuditLevel> reached;
};

TEST(Threshold, IsReachedByReviewsOnlyWhereAsked) {
    using enum AuditLevel;
    const std::vector<ThresholdCase> cases{{error, {error}},
                                           {warning, {error, warning}},
                                           {note, {error, warning, note}},
                                           {review, {error, warning, review, note}},
                                           {off, {}}};
    for (const auto& one : cases)
        for (const AuditLevel level : {error, warning, review, note, off}) {
            const bool is_reached = std::ranges::find(one.reached, level) != one.reached.end();
            EXPECT_EQ(audit_level_reaches(level, one.threshold), is_reached)
                << audit_level_name(one.threshold) << ' ' << audit_level_name(level);
        }
    EXPECT_EQ(parse_audit_level("review"), review);
    EXPECT_EQ(parse_audit_level("fatal"), std::nullopt);
}

}  // namespace
}  // namespace solander
