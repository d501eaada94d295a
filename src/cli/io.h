// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include <solander/environment.h>
#include <solander/key.h>

namespace solander::cli {

class Sandbox;

/// The person at the other end, if there is one.
class Terminal {
public:
    virtual ~Terminal() = default;
    /// Whether somebody sees standard error as it is written.
    virtual bool shows_progress() const = 0;
    /// Whether standard output goes to a screen: in colours, and beside standard error.
    virtual bool shows_output() const = 0;
    /// Whether standard output is a pipe whose reader has gone, as `head` does: nobody waits for
    /// the rest then.
    virtual bool has_lost_reader() const { return false; }
    /// Shows `prompt` and reads a line without echo; nothing, if there is nobody to ask.
    virtual Result<std::optional<SecretBytes>> ask_secret(std::string_view prompt) = 0;
    /// Shows `prompt` and reads a line, as it is typed; nothing, if there is nobody to ask.
    virtual Result<std::optional<std::string>> ask(std::string_view prompt) = 0;
    /// Reads one line from an open file descriptor. Errors: open, io.
    virtual Result<SecretBytes> read_secret(int descriptor) = 0;
};

/// The tool's world: it is a function of its arguments and this, so that tests can run it in their
/// own process.
struct Io {
    std::ostream& out;
    std::ostream& err;
    FileSystem& files;
    const Clock& clock;
    Terminal& terminal;
    /// An environment variable; nothing if it is not set.
    std::function<std::optional<std::string>(const std::string&)> variable;
    const std::atomic<bool>* stop = nullptr;
    unsigned processors = 1;
    Sandbox* sandbox = nullptr;  ///< None: in a test, whose process goes on.
};

}  // namespace solander::cli
