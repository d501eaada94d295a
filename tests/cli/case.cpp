// SPDX-License-Identifier: Apache-2.0
#include "case.h"

#include <algorithm>
#include <ostream>

#include <gmock/gmock.h>

namespace solander::test {

namespace {

void expect_text(const std::string& text, const std::vector<std::string>& parts) {
    if (parts.empty()) {
        EXPECT_EQ(text, "");
    }
    for (const auto& part : parts) EXPECT_THAT(text, testing::HasSubstr(part));
    const auto control = std::find_if(text.begin(), text.end(), [](char c) {
        return c != '\n' && (static_cast<unsigned char>(c) < 0x20 || c == 0x7f);
    });
    EXPECT_TRUE(control == text.end()) << "a control character in: " << text;
}

}  // namespace

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

std::string case_name(const testing::TestParamInfo<Case>& info) {
    return info.param.name;
}

void expect(Desk& desk, const Case& one) {
    if (one.prepare != nullptr) one.prepare(desk);
    const Said said = desk.run(one.arguments);
    EXPECT_EQ(said.code, one.code) << said.out << said.err;
    expect_text(said.out, one.out);
    expect_text(said.err, one.err);
}

}  // namespace solander::test
