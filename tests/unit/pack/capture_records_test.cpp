// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/pack.h>
#include <solander/verify.h>

#include "packing.h"
#include "support/shared.h"

namespace solander {
namespace {

using testing::HasSubstr;

using PackRecords = test::Packing;

std::filesystem::path capture(const std::string& name) {
    return test::source_root() / "fixtures" / "captures" / (name + ".txt");
}

TEST_F(PackRecords, SaysWhyARecognisedTextGaveNone) {
    request_.inputs = {capture("frus-notes-alone")};
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value());
    EXPECT_THAT(notes(*packed),
                HasSubstr("no record was read from it: holds 2 source notes, and not a heading"));
}

TEST_F(PackRecords, PassesOnWhatAReaderRemarks) {
    request_.inputs = {capture("frus-ibid")};
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value());
    EXPECT_THAT(notes(*packed), HasSubstr("(frus.ibid)"));
}

TEST_F(PackRecords, MakesADocumentOfEachEntryOfAList) {
    request_.inputs = {capture("frus-list"), capture("page-2016"), capture("export-one-line")};
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    const auto report =
        verify_package(packed->package, {.trust = scratch_ / "trust"}, world_.environment);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->verdict, Verdict::passed) << "each quoted word is looked up again";
    EXPECT_EQ(report->manifest()->documents.size(), 6U);
}

}  // namespace
}  // namespace solander
