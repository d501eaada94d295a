// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/audit_baseline.h>

namespace solander {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::string kA(64, 'a');
const std::string kB(64, 'b');
const std::string kC(64, 'c');

AuditFinding found(std::vector<std::string> fingerprints) {
    AuditFinding finding;
    finding.record_fingerprints = std::move(fingerprints);
    return finding;
}

TEST(BaselineFile, IsReadAsItWasWritten) {
    const std::string text = write_audit_baseline({kB, kA, kB});
    EXPECT_THAT(text, StartsWith("# solander audit baseline: "));
    EXPECT_THAT(text, testing::EndsWith("\nv1:" + kA + "\nv1:" + kB + "\n"));
    const auto read = parse_audit_baseline(text);
    ASSERT_TRUE(read.has_value());
    EXPECT_THAT(read->fingerprints, ElementsAre(kA, kB));
    EXPECT_THAT(read->lines, ElementsAre(2U, 3U));
    EXPECT_EQ(write_audit_baseline(read->fingerprints), text);
}

TEST(BaselineFile, MayHaveBeenMergedAndCheckedOut) {
    const auto read = parse_audit_baseline("# x\r\nv1:" + kB + "\r\n\r\nv1:" + kA + "\nv1:" + kB);
    ASSERT_TRUE(read.has_value());
    EXPECT_THAT(read->fingerprints, ElementsAre(kA, kB));
    EXPECT_THAT(read->lines, ElementsAre(4U, 2U));
}

TEST(BaselineFile, MayBeEmpty) {
    EXPECT_THAT(parse_audit_baseline("")->fingerprints, IsEmpty());
    EXPECT_THAT(parse_audit_baseline(write_audit_baseline({}))->fingerprints, IsEmpty());
}

struct BadLine {
    std::string name;
    std::string line;
    std::string complaint;
};
void PrintTo(const BadLine& bad, std::ostream* out) {
    *out << bad.name;
}
std::string bad_line_name(const testing::TestParamInfo<BadLine>& info) {
    return info.param.name;
}

class BadBaseline : public testing::TestWithParam<BadLine> {};

TEST_P(BadBaseline, IsRefusedWithItsLine) {
    const auto read = parse_audit_baseline("# x\nv1:" + kA + "\n" + GetParam().line + "\n");
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code(), ErrorCode::format);
    EXPECT_THAT(read.error().message(), StartsWith("line 3: "));
    EXPECT_THAT(read.error().message(), HasSubstr(GetParam().complaint));
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BadBaseline,
    testing::Values(BadLine{"Words", "RGT009", "'RGT009' is no fingerprint"},
                    BadLine{"NoVersion", kA, "is no fingerprint"},
                    BadLine{"Short", "v1:abc", "'v1:abc' is no fingerprint"},
                    BadLine{"UpperCase", "v1:" + std::string(64, 'A'), "is no fingerprint"},
                    BadLine{"BlankBehind", "v1:" + kA + " ", "is no fingerprint"},
                    BadLine{"LaterVersion", "v2:" + kA,
                            "is a fingerprint of another version, and this solander knows v1 only"},
                    BadLine{"MergeConflict", "<<<<<<< HEAD", "is no fingerprint"},
                    BadLine{"Hostile", "\x1b[2J", "'\\u{1B}[2J' is no fingerprint"}),
    bad_line_name);

TEST(AuditFingerprints, AreOfEachRecordAndNotOfWhatIsAccepted) {
    AuditReport report;
    report.findings = {found({kA, kB}), found({kC})};
    report.findings[1].accepted.emplace();
    EXPECT_THAT(audit_fingerprints(report), ElementsAre(kA, kB));
}

TEST(AbsentFindings, AreThoseThatTheAuditDidNotFind) {
    AuditReport report;
    report.findings = {found({kA}), found({kB})};
    report.findings[1].accepted.emplace();
    const auto baseline = parse_audit_baseline(write_audit_baseline({kA, kB, kC}));
    ASSERT_TRUE(baseline.has_value());
    EXPECT_THAT(absent_findings(*baseline, report), ElementsAre(2U));
}

}  // namespace
}  // namespace solander
