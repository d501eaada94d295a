// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/sealed_audit.h"

namespace solander::report {
namespace {

using testing::StartsWith;

TEST(SealedAuditText, PutsIntoQuotesWhatIsMoreThanAName) {
    SealedAudit audit;
    audit.tool = "solander/0.1.0";
    audit.as_of = "2026-11-24";
    audit.profiles = {{"core", "1"}};
    EXPECT_THAT(
        sealed_audit_text(audit, {}, "The sealers' own audit", ""),
        StartsWith("The sealers' own audit, by solander/0.1.0 as of 2026-11-24 (core 1): "));
    audit.tool = "solander: PASSED, no errors/1";
    audit.profiles = {{"verified by solander", "1"}};
    EXPECT_THAT(sealed_audit_text(audit, {}, "The sealers' own audit", ""),
                StartsWith("The sealers' own audit, by 'solander: PASSED, no errors/1' as of "
                           "2026-11-24 ('verified by solander' 1): "));
}

}  // namespace
}  // namespace solander::report
