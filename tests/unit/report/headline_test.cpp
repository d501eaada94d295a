// SPDX-License-Identifier: Apache-2.0
#include "report/headline.h"

#include <ostream>

#include <gtest/gtest.h>

#include "made_reports.h"

namespace solander {
namespace {

using test::failed_report;
using test::finding;
using test::undecided_report;

struct Case {
    std::string name;
    Report (*make)();
    std::string line;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

class Headline : public testing::TestWithParam<Case> {};

TEST_P(Headline, SaysWhatTheVerdictMeans) {
    EXPECT_EQ(report::headline(GetParam().make()), GetParam().line);
}

Report undecided_by(Code code) {
    Report report = undecided_report();
    report.findings.push_back(finding(code, "", "x"));
    return report;
}

constexpr const char* kWhole = "whole, and unchanged since it was signed; but ";

INSTANTIATE_TEST_SUITE_P(
    Report, Headline,
    testing::Values(
        Case{"Passed", test::passed_report,
             "sealed by archivist@example.org on 2026-11-24; 1 file, 1.2 kB, all as sealed"},
        Case{"FailedOnce", [] { return failed_report(1); },
             "it is not as it was sealed: data/0.txt has other bytes"},
        Case{"FailedOften", [] { return failed_report(3); },
             "it is not as it was sealed, in 3 places: data/0.txt has other bytes"},
        Case{"FailedAfterAWarning",
             [] {
                 Report report = failed_report(0);
                 report.findings.push_back(finding(Code::trust_missing, "", "nobody said"));
                 report.findings.push_back(finding(Code::signature_bad, "", "it is bad"));
                 return report;
             },
             "it is not as it was sealed: it is bad"},
        Case{"FailedAtAHostileName",
             [] {
                 Report report = failed_report(0);
                 report.findings.push_back(
                     finding(Code::entry_unlisted, "data/\x1b[2J", "is \xe2\x80\xae not listed"));
                 return report;
             },
             "it is not as it was sealed: data/\\u{1B}[2J is \\u{202E} not listed"},
        Case{"NoPackage", [] { return undecided_by(Code::package_unrecognised); },
             "this is not a solander package"},
        Case{"TooLarge",
             [] {
                 Report report = undecided_by(Code::limit_exceeded);
                 report.form.clear();
                 return report;
             },
             "it is larger than the limit for reading"},
        Case{"Newer", [] { return undecided_by(Code::format_newer); },
             "it was made by a newer version of the format"},
        Case{"WithoutTrust", [] { return undecided_by(Code::trust_missing); },
             std::string(kWhole) + "nobody said whom to believe (--trust)"},
        Case{"UnknownSigner", [] { return undecided_by(Code::signer_unknown); },
             std::string(kWhole) + "the signer is not in your trust file"},
        Case{"NotYetBelieved", [] { return undecided_by(Code::signer_pattern); },
             std::string(kWhole) + "the signer cannot be believed yet"},
        Case{"TimeUnproven", [] { return undecided_by(Code::key_unproven_time); },
             std::string(kWhole) +
                 "the signer's key is no longer valid, and nothing proves that it "
                 "signed in time"},
        Case{"NotValidThen", [] { return undecided_by(Code::key_not_valid_then); },
             std::string(kWhole) + "the signer's key was not valid at the time that it claims"},
        Case{"ForOtherUses", [] { return undecided_by(Code::signer_namespace); },
             std::string(kWhole) + "your trust file does not let the signer's key sign this"},
        Case{"NotAllRead",
             [] {
                 Report report = undecided_by(Code::payload_unreadable);
                 report.layers.at(static_cast<std::size_t>(Layer::integrity)) =
                     Verdict::indeterminate;
                 return report;
             },
             "not all of it could be looked at"},
        Case{"CustodyUndecided",
             [] {
                 Report report = undecided_by(Code::custody_missing);
                 report.layers = {};
                 report.layers.at(static_cast<std::size_t>(Layer::custody)) =
                     Verdict::indeterminate;
                 return report;
             },
             "sealed by archivist, whole and unchanged; but its custody could not be decided"}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace solander
