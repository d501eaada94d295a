// SPDX-License-Identifier: Apache-2.0
#include "cli/common.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"

namespace solander::cli {

namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/._-+=:@%,").find(c) != std::string_view::npos;
}

}  // namespace

Exit fail(Io& io, const Error& error) {
    io.err << "solander: " << base::printable_lines(error.message()) << '\n';
    return exit_for(error.code());
}

Error naming(const Error& error, const std::filesystem::path& path,
             const std::optional<std::filesystem::path>& other) {
    // The library makes names printable before it puts them into a message.
    const std::string name = base::printable(path.string());
    const auto begins_with = [&error](const std::string& start) {
        const std::string_view message = error.message();
        if (message.starts_with("'" + start + "' ")) return true;
        if (!message.starts_with(start + ":")) return false;
        const auto next = message.substr(start.size() + 1, 1);  // a blank, or the number of a line
        return next.find_first_of(" 0123456789") == 0;
    };
    if (begins_with(name) || (other && begins_with(base::printable(other->string())))) return error;
    return error.in(name);
}

std::string shell_word(const std::filesystem::path& path) {
    std::string text = base::printable(path.string());
    if (text.starts_with('-')) text = "./" + text;  // no option
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string either(const std::vector<std::string_view>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
        text += words[i];
    }
    return text;
}

Work::Work(Io& io, const WorkOptions& options, std::string_view verb)
    : progress_(io.err, io.terminal.shows_progress() && !options.quiet, verb),
      environment_{.files = io.files,
                   .clock = io.clock,
                   .progress = &progress_,
                   .stop = io.stop,
                   .jobs = options.jobs == 0 ? std::max(io.processors, 1U) : options.jobs} {}

std::optional<std::filesystem::path> configuration_directory(const Io& io) {
    if (const auto config = io.variable("XDG_CONFIG_HOME"); config && config->starts_with('/'))
        return std::filesystem::path(*config) / "solander";
    if (const auto home = io.variable("HOME"); home && home->starts_with('/'))
        return std::filesystem::path(*home) / ".config" / "solander";
    return std::nullopt;
}

Result<bool> agrees(Io& io, const std::string& question, std::string_view otherwise) {
    SOLANDER_TRY_ASSIGN(const auto answer, io.terminal.ask(question + " [y/N] "));
    if (!answer)
        return Error(ErrorCode::usage,
                     fmt::format("there is no terminal to ask at: {}", otherwise));
    return *answer == "y" || *answer == "Y" || *answer == "yes";
}

}  // namespace solander::cli
