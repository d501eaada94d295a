// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include <solander/state.h>

#include "base/escape.h"
#include "cli/common.h"

namespace solander::cli {

namespace {

struct Options {
    std::string digest;
    std::string state;
    std::string reason;
};

Exit accept(Io& io, const Options& options) {
    std::string_view hex = options.digest;
    if (hex.starts_with("sha256:")) hex.remove_prefix(7);
    const auto manifest = Sha256::parse(hex);
    if (!manifest)
        return fail(io, Error(ErrorCode::usage,
                              fmt::format("'{}' is not the identity of a package, as `solander "
                                          "verify` and `solander state list` print it",
                                          options.digest)));
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "resetting");
    const auto accepted =
        accept_state(options.state, *manifest, options.reason, work.environment());
    if (!accepted) return fail(io, accepted.error());
    io.out << fmt::format(
        "The next chain of sha256:{} that passes is taken as new. What was known "
        "is in {}\n",
        manifest->hex(), base::printable(options.state + "/set-aside"));
    return Exit::passed;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "DIGEST", options->digest, "The package's identity: sha256:…"));
    require(add_text(app, "--state", "DIR", options->state, "The memory"));
    require(add_text(app, "--reason", "WORDS", options->reason,
                     "Why, for the log: one line that somebody will understand years later"));
    return [options](Io& io) { return accept(io, *options); };
}

}  // namespace

extern const Command state_accept;
const Command state_accept{
    .group = "state",
    .name = "accept",
    .title = "Let another chain take the place of the one you remember",
    .examples =
        "  solander state accept sha256:2c26b46b68ffc68ff99b453c1d30... --state memory \\\n"
        "      --reason 'B gave way and released to C on its own branch, letter of 3 May'\n"
        "  solander verify letters-1919.tar --trust allowed_signers --state memory\n\n"
        "The first takes what is known of the package out of use, the second learns\n"
        "anew. The old chain is kept in DIR/set-aside, time and reason in\n"
        "DIR/accepted.log; when events were first seen stays known. Look at both chains\n"
        "before: this is how a forged one would get in.\n",
    .setup = setup,
};

}  // namespace solander::cli
