// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "cli/command.h"

namespace CLI {  // NOLINT(readability-identifier-naming): its own name
class ParseError;
}

namespace solander::cli {

// What is wrong with a command line, each in a sentence that names the word or the option and says
// where to read more; fit for a terminal. `app` is the tool's grammar after it has parsed the line,
// with or without success.

/// A verb or an option that there is none of, or an argument too many; nothing if each word was
/// understood. CLI11 does not look for these where --help is among the words.
std::optional<std::string> unknown_word(const CLI::App& app);

/// An option with an empty value, such as a variable that is not set, or one that was given the
/// next option for a value; nothing if there is none.
std::optional<std::string> missing_value(const CLI::App& app);

/// Why `app` threw `error`.
std::string misuse(const CLI::App& app, const CLI::ParseError& error);

}  // namespace solander::cli
