// SPDX-License-Identifier: Apache-2.0
#include "cli/common.h"

#include <algorithm>
#include <ostream>

#include "base/escape.h"

namespace solander::cli {

Exit fail(Io& io, const Error& error) {
    io.err << "solander: " << base::printable(error.message()) << '\n';
    return exit_for(error.code());
}

void WorkOptions::add_to(CLI::App& app) {
    app.add_option("-j,--jobs", jobs, "Threads to work with (default: one for each processor)")
        ->check(CLI::Range(1U, 1024U));
    app.add_flag("-q,--quiet", quiet, "Say as little as possible");
}

Work::Work(Io& io, const WorkOptions& options, std::string_view verb)
    : progress_(io.err, io.terminal.shows_progress() && !options.quiet, verb),
      environment_{.files = io.files,
                   .clock = io.clock,
                   .progress = &progress_,
                   .stop = io.stop,
                   .jobs = options.jobs == 0 ? std::max(io.processors, 1U) : options.jobs} {}

void TrustOptions::add_to(CLI::App& app, bool with_custody) {
    app.add_option("-t,--trust", trust,
                   "Whom you believe: a file in OpenSSH allowed_signers form (default: "
                   "allowed_signers in the configuration directory, if it is there)");
    if (with_custody)
        app.add_option("--custody", custody,
                       "The custody directory (default: NAME.custody beside the package)");
    app.add_option("--max-manifest", manifest_bytes, "The largest manifest that is read, in bytes")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 30));
}

VerifyOptions TrustOptions::resolve(const Io& io) const {
    VerifyOptions options;
    options.manifest_bytes = manifest_bytes;
    if (!custody.empty()) options.custody = custody;
    if (!trust.empty()) {
        options.trust = trust;
    } else if (const auto directory = configuration_directory(io)) {
        const auto file = *directory / "allowed_signers";
        if (io.files.info(file)) options.trust = file;
    }
    return options;
}

std::optional<std::filesystem::path> configuration_directory(const Io& io) {
    if (const auto config = io.variable("XDG_CONFIG_HOME"); config && config->starts_with('/'))
        return std::filesystem::path(*config) / "solander";
    if (const auto home = io.variable("HOME"); home && home->starts_with('/'))
        return std::filesystem::path(*home) / ".config" / "solander";
    return std::nullopt;
}

void add_format(CLI::App& app, std::string& format, const std::vector<std::string>& names) {
    format = names.front();
    app.add_option("-f,--format", format, "How to write the answer")
        ->check(CLI::IsMember(names))
        ->capture_default_str();
}

Error naming(const Error& error, const std::filesystem::path& path) {
    return error.message().find(path.string()) == std::string::npos ? error.in(path.string())
                                                                    : error;
}

}  // namespace solander::cli
