// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace solander::test {

/// A test that is no row of the matrix: where it is, and a name that stands there.
struct OtherTest {
    std::string_view file;
    std::string_view name;
};

/// What somebody may try, and what comes of it: a row of docs/threats.md, which is made of these.
/// The slug is permanent; a flaw names the attack that it belongs to by it.
struct Attack {
    std::string_view slug;
    std::string_view attack;
    std::string_view answer;
    std::string_view codes = {};  ///< Of findings that no row of the matrix gives.
    std::string_view stock = {};  ///< What can be said of stock tools in general.
    std::vector<OtherTest> tests = {};
};

const std::vector<Attack>& attacks_on_packages();
const std::vector<Attack>& attacks_on_keys();
const std::vector<Attack>& attacks_on_custody();

/// All of them, in this order.
std::vector<Attack> attacks();

}  // namespace solander::test
