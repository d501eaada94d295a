// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <solander/audit.h>

namespace solander::test {

/// A record, and what one rule must say of it.
struct RuleCase {
    std::string name;
    std::string rule;
    void (*change)(AuditRecord& record) = nullptr;  ///< Of the invented letter.
    /// The findings of that rule, in order: level, place, and words of the sentence. None: none.
    std::vector<std::string> findings = {};
    std::vector<std::string> profiles = {};
};

void PrintTo(const RuleCase& one, std::ostream* out);
std::string rule_case_name(const testing::TestParamInfo<RuleCase>& info);

/// Audits the changed letter as of 2026-11-28 and compares. A finding is written
/// `error line 31: sentence`, and holds at least what the case has of it.
void expect_findings(const RuleCase& one);

/// The findings of a rule in a report, written so.
std::vector<std::string> findings_of(const AuditReport& report, const std::string& rule);

/// All cases. Each rule that looks at one record has some that find and some that do not.
const std::vector<RuleCase>& record_cases();
const std::vector<RuleCase>& contradiction_cases();
const std::vector<RuleCase>& custody_cases();
const std::vector<RuleCase>& rights_cases();
const std::vector<RuleCase>& source_cases();
const std::vector<RuleCase>& status_cases();
const std::vector<RuleCase>& licence_cases();
const std::vector<RuleCase>& access_cases();
const std::vector<RuleCase>& funding_cases();
const std::vector<RuleCase>& made_cases();

/// A remark on a hand-over file, and what one rule must say of it.
struct RemarkCase {
    std::string name;
    std::string rule;
    ReadRemark remark;
    std::vector<std::string> findings = {};  ///< As those of a RuleCase.
    std::vector<std::string> profiles = {};
};

void PrintTo(const RemarkCase& one, std::ostream* out);
const std::vector<RemarkCase>& remark_cases();

}  // namespace solander::test
