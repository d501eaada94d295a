// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <solander/timestamp.h>

namespace solander {
namespace {

TEST(Timestamp, ReadsAndWritesOneForm) {
    for (const std::string_view text : {"1970-01-01T00:00:00Z", "2000-02-29T23:59:59Z",
                                        "2026-11-24T00:00:00Z", "2242-03-16T12:56:31Z"}) {
        const auto timestamp = Timestamp::parse(text);
        ASSERT_TRUE(timestamp.has_value()) << text;
        EXPECT_EQ(timestamp->text(), text);
    }
    EXPECT_EQ(Timestamp::parse("1970-01-01T00:00:00Z")->seconds(), 0);
    EXPECT_EQ(Timestamp::parse("2242-03-16T12:56:31Z")->seconds(), Timestamp::kMax);
    EXPECT_EQ(Timestamp::parse("2026-11-24T10:00:00Z")->date(), "2026-11-24");
}

TEST(Timestamp, RefusesEverythingElse) {
    for (const std::string_view text :
         {"", "1969-12-31T23:59:59Z", "2242-03-16T12:56:32Z", "2026-02-30T00:00:00Z",
          "2026-13-01T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T00:60:00Z",
          "2026-11-24T00:00:60Z", "2026-11-24T00:00:00", "2026-11-24 00:00:00Z",
          "2026-11-24T00:00:00z", "2026-11-24T00:00:00+00:00", "+026-11-24T00:00:00Z"})
        EXPECT_FALSE(Timestamp::parse(text).has_value()) << text;
}

}  // namespace
}  // namespace solander
