// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include <solander/verify.h>

namespace solander::report {

/// What came of one package: a report, or the reason why there is none.
struct Outcome {
    std::filesystem::path package;
    const Report* report = nullptr;
    const Error* error = nullptr;
};

struct Style {
    bool color = false;
    bool brief = false;    ///< Only the line that leads each package.
    bool verbose = false;  ///< Also what passed.
};

/// Writes reports in one form. Sees what the public report says, and can judge nothing anew. To add
/// one: CONTRIBUTING.md, "A report emitter".
struct Emitter {
    std::string_view name;  ///< As `--format` takes it.
    std::string_view title;
    std::string (*emit)(std::span<const Outcome> outcomes, const Style& style) = nullptr;
};

/// All emitters, in the order of src/report/emitters/CMakeLists.txt.
std::span<const Emitter* const> emitters();

/// Null if there is none of that name.
const Emitter* find_emitter(std::string_view name);

/// How many packages came out how.
struct Tally {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t indeterminate = 0;
    std::size_t errors = 0;
    std::size_t unmet = 0;  ///< Of those that passed, such as do not meet the policy.
};
Tally tally(std::span<const Outcome> outcomes);

/// `failed`, `indeterminate` or `warning`: what one finding does to its layer.
std::string_view severity(Code code);

std::string_view error_name(ErrorCode code);

/// `1.2 MB`, `17 bytes`
std::string size_text(std::uint64_t bytes);

/// `1 file`, `2 files`
std::string count_text(std::uint64_t count, std::string_view noun);

}  // namespace solander::report
