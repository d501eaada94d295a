// SPDX-License-Identifier: Apache-2.0
#include "rule_case.h"

#include <algorithm>
#include <ostream>

#include "invented.h"

namespace solander::test {

void PrintTo(const RuleCase& one, std::ostream* out) {
    *out << one.name;
}

std::string rule_case_name(const testing::TestParamInfo<RuleCase>& info) {
    return info.param.rule + info.param.name;
}

std::vector<std::string> findings_of(const AuditReport& report, const std::string& rule) {
    std::vector<std::string> found;
    for (const AuditFinding& finding : report.findings)
        if (finding.rule == rule)
            found.push_back(std::string(audit_level_name(finding.level)) + ' ' + finding.at + ": " +
                            finding.message + " [" + finding.fix + "]");
    return found;
}

void expect_findings(const RuleCase& one) {
    AuditRecord record{invented_letter()};
    one.change(record);
    const std::vector<AuditRecord> records{record};
    AuditRequest request{.records = records};
    request.profiles = one.profiles;
    request.as_of = "2026-11-28";
    const auto report = audit_records(request);
    ASSERT_TRUE(report.has_value()) << report.error().message();
    const auto found = findings_of(*report, one.rule);
    ASSERT_EQ(found.size(), one.findings.size()) << testing::PrintToString(found);
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_NE(found[i].find(one.findings[i]), std::string::npos) << found[i];
    for (const AuditFinding& finding : report->findings)
        EXPECT_FALSE(finding.fix.empty()) << finding.rule;
    // Notes have the names of columns: grant_end_date.
    const auto fields = audit_fields();
    for (const AuditFinding& finding : report->findings)
        EXPECT_TRUE(finding.field.find('_') != std::string::npos || finding.field.empty() ||
                    std::ranges::find(fields, finding.field) != fields.end())
            << finding.rule << " is about " << finding.field << ", which audit_fields() lacks";
}

}  // namespace solander::test
