// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include <gtest/gtest.h>

#include "report/emitter.h"

namespace solander {
namespace {

struct SizeCase {
    std::string name;
    std::uint64_t bytes;
    std::string text;
};

void PrintTo(const SizeCase& one, std::ostream* out) {
    *out << one.name;
}

class SizeText : public testing::TestWithParam<SizeCase> {};

TEST_P(SizeText, IsShort) {
    EXPECT_EQ(report::size_text(GetParam().bytes), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(Report, SizeText,
                         testing::Values(SizeCase{"None", 0, "0 bytes"},
                                         SizeCase{"One", 1, "1 byte"},
                                         SizeCase{"Bytes", 999, "999 bytes"},
                                         SizeCase{"Kilobyte", 1000, "1.0 kB"},
                                         SizeCase{"BelowMegabyte", 999'949, "999.9 kB"},
                                         SizeCase{"RoundedUpToMegabyte", 999'950, "1.0 MB"},
                                         SizeCase{"Gigabytes", 12'345'678'901, "12.3 GB"},
                                         SizeCase{"Largest", UINT64_MAX, "18446.7 PB"}),
                         [](const auto& tested) { return tested.param.name; });

TEST(Severity, OfEveryCodeIsItsEffect) {
    for (const CodeInfo& info : all_codes()) {
        const auto word = report::severity(info.code);
        EXPECT_EQ(word == "failed", info.effect == Verdict::failed) << info.id;
        EXPECT_EQ(word == "indeterminate", info.effect == Verdict::indeterminate) << info.id;
        EXPECT_EQ(word == "warning", info.effect == Verdict::passed) << info.id;
    }
}

TEST(Emitters, AreFoundByTheirNames) {
    for (const report::Emitter* emitter : report::emitters())
        EXPECT_EQ(report::find_emitter(emitter->name), emitter);
    EXPECT_EQ(report::find_emitter("yaml"), nullptr);
}

}  // namespace
}  // namespace solander
