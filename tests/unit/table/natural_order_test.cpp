// SPDX-License-Identifier: Apache-2.0
#include "table/natural_order.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace solander::table {
namespace {

TEST(NaturalOrder, IsThatOfAPerson) {
    const std::vector<std::string> ordered = {"",
                                              "Z",
                                              "a",
                                              "p",
                                              "p01",
                                              "p1",
                                              "p2",
                                              "p2.tif",
                                              "p10",
                                              "p10.tif",
                                              "p10a",
                                              "p10b1",
                                              "p10b02",
                                              "p010b3",
                                              "p11",
                                              "p99999999999999999999999998",
                                              "p99999999999999999999999999",
                                              "page 2",
                                              "page 10",
                                              "\u00E9"};
    std::vector<std::string> sorted = ordered;
    std::mt19937 random(1);
    for (int i = 0; i < 50; ++i) {
        std::ranges::shuffle(sorted, random);
        std::ranges::sort(sorted, comes_before);
        EXPECT_EQ(sorted, ordered);
    }
}

TEST(NaturalOrder, IsAStrictWeakOrder) {
    std::mt19937 random(7);
    std::vector<std::string> names;
    for (int i = 0; i < 60; ++i) {
        std::string name;
        for (auto n = random() % 5; n > 0; --n) name += "019ab."[random() % 6];
        names.push_back(name);
    }
    for (const auto& a : names) {
        EXPECT_FALSE(comes_before(a, a));
        for (const auto& b : names) {
            EXPECT_EQ(comes_before(a, b) || comes_before(b, a), a != b) << a << ' ' << b;
            for (const auto& c : names) {
                const bool in_order = comes_before(a, b) && comes_before(b, c);
                EXPECT_TRUE(!in_order || comes_before(a, c)) << a << ' ' << b << ' ' << c;
            }
        }
    }
}

}  // namespace
}  // namespace solander::table
