// SPDX-License-Identifier: Apache-2.0
// What a record could try to say to whatever reads an audit, in every form.
#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "made_audits.h"
#include "support/process.h"

namespace solander {
namespace {

using nlohmann::json;
using test::audit_finding;
using test::MadeAudit;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Hostile {
    std::string name;
    std::string words;
};
void PrintTo(const Hostile& hostile, std::ostream* out) {
    *out << hostile.name;
}
std::string hostile_name(const testing::TestParamInfo<Hostile>& info) {
    return info.param.name;
}

/// The words wherever an audit has words from outside.
MadeAudit audit_of(const std::string& words) {
    MadeAudit audit;
    audit.report.as_of = "2026-11-28";
    audit.fail_on = AuditLevel::review;
    audit.add_record(words, words, words);
    for (const auto level :
         {AuditLevel::error, AuditLevel::warning, AuditLevel::review, AuditLevel::note}) {
        AuditFinding finding = audit_finding("RGT009", level);
        finding.file = finding.value = finding.message = finding.fix = words;
        finding.at = finding.field = finding.proposed = words;
        audit.add(finding);
    }
    AuditFinding accepted = audit_finding("RGT009", AuditLevel::review);
    accepted.accepted.emplace();
    accepted.accepted->reason = accepted.accepted->by = accepted.accepted->comment = words;
    audit.add(accepted);
    AuditFinding refused = audit_finding("REC001", AuditLevel::error);
    refused.record.reset();
    refused.file = words;
    audit.add(refused);
    audit.unaudited.push_back({words, words});
    audit.packages.push_back({words, false, words});
    audit.baseline = report::BaselineUse{words, 1, {}};
    return audit;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

auto tags(const std::string& markup) {
    return std::ranges::count(markup, '<');
}

class HostileWords : public testing::TestWithParam<Hostile> {};

TEST_P(HostileWords, BringNoControlCharacterAndNoBadByte) {
    for (const report::AuditEmitter* emitter : report::audit_emitters()) {
        const std::string text = audit_of(GetParam().words).in(emitter->name);
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            const bool is_plain = byte >= 0x20 && byte != 0x7F;
            EXPECT_TRUE(is_plain || c == '\n' || (c == '\r' && emitter->name == "csv"))
                << emitter->name << ": " << static_cast<int>(byte);
        }
        for (const std::string bad : {"\u202E", "\xff", "\u009B", "\u2066", "\u200B", "\u2028",
                                      "\u2029", "z\uFEFF", "a\uFEFF", "##[", "##vso["})
            EXPECT_THAT(text, Not(HasSubstr(bad))) << emitter->name;
        if (std::string_view(emitter->name) == "github") continue;
        for (const std::string& line : lines_of(text)) {
            const auto begin = line.find_first_not_of(' ');
            EXPECT_FALSE(begin != std::string::npos && line.substr(begin).starts_with("::"))
                << emitter->name << ": " << line;
        }
    }
}

TEST_P(HostileWords, GiveGithubNoCommand) {
    MadeAudit audit = audit_of(GetParam().words);
    std::size_t commands = 0;
    for (const std::string& line : lines_of(audit.in("github"))) {
        if (!line.starts_with("::")) {
            EXPECT_THAT(line, testing::AnyOf(StartsWith("solander: "), HasSubstr(" more: ")));
            continue;
        }
        ++commands;
        // `::kind properties::message`: a property cannot end the list of them.
        const auto properties = line.substr(2, line.find("::", 2) - 2);
        EXPECT_THAT(properties,
                    testing::MatchesRegex("(error|warning|notice) file=[^:,]*,(line=3,endLine=3,)?"
                                          "title=[^:,]*"));
    }
    EXPECT_EQ(commands, audit.report.findings.size() + 2);
}

TEST_P(HostileWords, AreTextInXml) {
    SOLANDER_NEEDS("xmllint");
    for (const char* form : {"junit", "html"}) {
        std::string text = audit_of(GetParam().words).in(form);
        const auto done = test::run_program({"xmllint", "--noout", "-"}, {.input = text});
        EXPECT_EQ(done.status, 0) << form << done.err;
        std::string plain = audit_of("words").in(form);
        // Where a path may be broken.
        for (std::string* each : {&text, &plain})
            for (auto at = each->find("<wbr/>"); at != std::string::npos; at = each->find("<wbr/>"))
                each->erase(at, std::string_view("<wbr/>").size());
        EXPECT_EQ(tags(text), tags(plain)) << form;
    }
}

TEST_P(HostileWords, AreTextInJson) {
    for (const char* form : {"json", "sarif", "gitlab"})
        EXPECT_TRUE(json::accept(audit_of(GetParam().words).in(form))) << form;
}

INSTANTIATE_TEST_SUITE_P(
    Words, HostileWords,
    testing::Values(
        Hostile{"Escapes", "a\x1b[2J\x07z"}, Hostile{"Bidi", "a\u202Ez"},
        Hostile{"BadUtf8", "a\xffz"}, Hostile{"EightBitControl", "a\u009B2Jz"},
        Hostile{"Nul", std::string("a\0z", 3)}, Hostile{"Link", "a\x1b]8;;http:x\x07z"},
        Hostile{"Clipboard", "a\x1b]52;c;eA==\x07z"}, Hostile{"Backspace", "good\b\bevil"},
        Hostile{"Delete", "a\x7fz"}, Hostile{"Isolate", "a\u2066z"},
        Hostile{"ZeroWidth", "a\u200Bz"}, Hostile{"LineSeparator", "a\u2028z"},
        Hostile{"ParagraphSeparator", "a\u2029z"}, Hostile{"ByteOrderMark", "a\uFEFFz"},
        Hostile{"CommandBehindABlank", "x\n  ::error::pwned"},
        Hostile{"AnotherCi", "##vso[task.complete]pwned"},
        Hostile{"Command", "x\n::error file=a,line=1::pwned"},
        Hostile{"CommandFirst", "::set-output name=x::y"}, Hostile{"OldCommand", "##[error]pwned"},
        Hostile{"EscapedCommand", "x%0A::error::pwned"}, Hostile{"Properties", "a,line=99:title=x"},
        Hostile{"CarriageReturn", "x\r::error::pwned"},
        Hostile{"Script", "<script>alert(1)</script>"},
        Hostile{"Attribute", "\" onmouseover=\"alert(1)\"><script x='"},
        Hostile{"CloseOfStyle", "</style></title><script>"}, Hostile{"CData", "]]><!--"},
        Hostile{"Entity", "&xxe;<!DOCTYPE x [<!ENTITY "}, Hostile{"Formula", "=cmd|' /C calc'!A0"}),
    hostile_name);

TEST(HostileLinks, AreNoneInSarif) {
    const auto results =
        json::parse(audit_of("[press](https://evil.example/)").in("sarif"))["runs"][0]["results"];
    EXPECT_THAT(results[0]["message"]["text"].get<std::string>(), StartsWith("\\[press\\]("));
}

}  // namespace
}  // namespace solander
