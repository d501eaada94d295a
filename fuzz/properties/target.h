// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace solander::metadata {
struct Reader;
}

namespace solander::fuzz {

/// How an input breaks a property: a sentence. Nothing: it breaks none.
using Broken = std::optional<std::string>;

/// What one fuzzer asks of every input, and the tests of those that were found.
struct Target {
    std::string_view name;  ///< Of the program, after `fuzz_`.
    Broken (*check)(std::string_view input) = nullptr;
    /// Inputs are XML, of which changes of single bytes seldom leave any: see fuzz/mutate_xml.h.
    bool is_xml = false;
};

/// All but those of readers, in the order of fuzz/targets/CMakeLists.txt.
std::span<const Target* const> targets();

/// The name of the target of a reader: `reader_wilson`.
std::string target_of(const metadata::Reader& reader);

/// What a target says of an input, those of readers too. There has to be a target of that name.
Broken check(std::string_view target, std::string_view input);

}  // namespace solander::fuzz
