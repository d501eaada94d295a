// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace solander::test {

/// The root of this source tree.
std::filesystem::path source_root();

/// The directory of real texts and vectors beside the source tree; it is not always there.
std::filesystem::path shared_root();

}  // namespace solander::test

/// Skips the test, saying so, where a file beside the source tree is not there.
#define SOLANDER_NEEDS_SHARED(name)                                         \
    if (!std::filesystem::exists(::solander::test::shared_root() / (name))) \
    GTEST_SKIP() << "../shared/" << (name) << " is not there"
