// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace solander::test {

struct Finished {
    int status = -1;  ///< The exit code, or 128 + the signal that ended it.
    std::string out;
    std::string err;
};

struct Run {
    std::filesystem::path directory = {};                 ///< Where to run; empty = here.
    std::string input = {};                               ///< Standard input.
    std::map<std::string, std::string> environment = {};  ///< Added to the test's own.
};

/// Runs a program (found on PATH) without a shell and waits for it.
Finished run_program(const std::vector<std::string>& command, const Run& how = {});

/// Whether a program is on PATH.
bool has_program(std::string_view name);

/// The path of the solander tool that this build made.
std::string solander_tool();

}  // namespace solander::test

/// Skips the test, saying so, where a program that it needs is not installed.
#define SOLANDER_NEEDS(program) \
    if (!::solander::test::has_program(program)) GTEST_SKIP() << program << " is not installed"
