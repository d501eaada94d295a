// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "desk.h"

namespace solander::test {

/// One run of the tool and what must come of it.
struct Case {
    std::string name;
    std::vector<std::string> arguments;
    int code = 0;
    std::vector<std::string> out = {};  ///< Each stands somewhere in standard output; none: empty.
    std::vector<std::string> err = {};  ///< Likewise.
    void (*prepare)(Desk& desk) = nullptr;
};

void PrintTo(const Case& one, std::ostream* out);
std::string case_name(const testing::TestParamInfo<Case>& info);

/// Runs the case and compares. Never may a control character but the line end be written.
void expect(Desk& desk, const Case& one);

/// The one word that `out` holds for any text at all.
inline const std::vector<std::string> kAnything = {""};

/// Letters that were packed before the case begins.
inline void packed(Desk& desk) {
    desk.pack_letters();
}

}  // namespace solander::test
