// SPDX-License-Identifier: Apache-2.0
// This source tree keeps the rules that CONTRIBUTING.md gives the reasons for.
#include <gtest/gtest.h>

#include "arch/checks.h"

namespace solander::arch {
namespace {

class Architecture : public testing::TestWithParam<Check> {};

std::string check_name(const testing::TestParamInfo<Check>& info) {
    return std::string(info.param.name);
}

TEST_P(Architecture, IsKept) {
    const auto tree = read_tree(SOLANDER_SOURCE_DIR);
    const auto layers = parse_layers(tree.at("docs/layers.txt"));
    for (const auto& complaint : GetParam().run(tree, layers)) ADD_FAILURE() << complaint;
}

INSTANTIATE_TEST_SUITE_P(Rules, Architecture, testing::ValuesIn(kChecks), check_name);

}  // namespace
}  // namespace solander::arch
