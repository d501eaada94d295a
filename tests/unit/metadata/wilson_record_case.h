// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "properties/quoted_words.h"
#include "reading.h"
#include "sketch.h"

namespace solander::test {

/// All that a Wilson Center record says, and all that it does not say.
struct WilsonCase {
    std::string name;
    std::string file;
    std::string form;
    std::vector<Drop> drops;
    std::vector<std::string> statements;  ///< As sketch() has them.
    std::string absences;                 ///< As absences() has them.
};

inline void PrintTo(const WilsonCase& one, std::ostream* out) {
    *out << one.file;
}

inline std::string wilson_case_name(const testing::TestParamInfo<WilsonCase>& info) {
    return info.param.name;
}

/// Holds a text to what its case says.
inline void expect_record(const WilsonCase& one, const std::string& text) {
    const auto d = read_record(text);
    EXPECT_EQ(d.origins.front().reader, "wilson/1");
    EXPECT_EQ(d.origins.front().form, one.form);
    EXPECT_EQ(d.origins.front().drops, one.drops);
    EXPECT_THAT(sketch(d), testing::ElementsAreArray(one.statements));
    EXPECT_EQ(absences(d), one.absences);
    EXPECT_THAT(fuzz::misquotations(d, text), testing::IsEmpty());
}

}  // namespace solander::test
