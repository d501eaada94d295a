// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/progress_line.h"

namespace solander::cli {

// What several commands have in common.

/// Says on standard error what went wrong, and gives its exit code.
Exit fail(Io& io, const Error& error);

/// The same error with `path` in front, unless its message begins with that, a line of it even, or
/// with `other`, such as the trust file.
Error naming(const Error& error, const std::filesystem::path& path,
             const std::optional<std::filesystem::path>& other = {});

/// A path as somebody can type it into a shell; fit for a terminal.
std::string shell_word(const std::filesystem::path& path);

/// `a, b or c`
std::string either(const std::vector<std::string_view>& words);

/// The library's world for one command, with progress on the terminal where there is one.
class Work {
public:
    Work(Io& io, const WorkOptions& options, std::string_view verb);
    const Environment& environment() const { return environment_; }
    /// Takes the progress line away, so that something else can be written.
    void done() { progress_.clear(); }
    ProgressLine& progress() { return progress_; }

private:
    ProgressLine progress_;
    Environment environment_;
};

/// $XDG_CONFIG_HOME/solander, or ~/.config/solander; nothing if neither variable is set.
std::optional<std::filesystem::path> configuration_directory(const Io& io);

/// A question with yes or no for an answer. Errors: usage, if nobody can be asked; `otherwise` says
/// what to do then.
Result<bool> agrees(Io& io, const std::string& question, std::string_view otherwise);

}  // namespace solander::cli
