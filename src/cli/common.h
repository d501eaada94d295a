// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <solander/verify.h>

#include "cli/command.h"
#include "cli/progress_line.h"

namespace solander::cli {

// What several commands have in common.

/// Says on standard error what went wrong, and gives its exit code.
Exit fail(Io& io, const Error& error);

/// The same error, naming `path` if it does not do so already.
Error naming(const Error& error, const std::filesystem::path& path);

/// `--jobs`, `--quiet`: how to work.
struct WorkOptions {
    unsigned jobs = 0;  ///< 0: as many as there are processors.
    bool quiet = false;

    void add_to(CLI::App& app);
};

/// The library's world for one command, with progress on the terminal where there is one.
class Work {
public:
    Work(Io& io, const WorkOptions& options, std::string_view verb);
    const Environment& environment() const { return environment_; }
    /// Takes the progress line away, so that something else can be written.
    void done() { progress_.clear(); }

private:
    ProgressLine progress_;
    Environment environment_;
};

/// `--trust`, `--custody`, `--max-manifest`: whom to believe and where to look.
struct TrustOptions {
    std::string trust;
    std::string custody;
    std::uint64_t manifest_bytes = std::uint64_t{64} << 20;

    void add_to(CLI::App& app, bool with_custody);
    /// With the trust file of the configuration directory where none is named.
    VerifyOptions resolve(const Io& io) const;
};

/// $XDG_CONFIG_HOME/solander, or ~/.config/solander; nothing if neither variable is set.
std::optional<std::filesystem::path> configuration_directory(const Io& io);

/// `--format` with one of `names`; the first is the default.
void add_format(CLI::App& app, std::string& format, const std::vector<std::string>& names);

}  // namespace solander::cli
