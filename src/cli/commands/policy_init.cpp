// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include <solander/policy.h>

#include "base/escape.h"
#include "cli/common.h"
#include "cli/options.h"
#include "cli/output_file.h"

namespace solander::cli {

namespace {

struct Options {
    std::string output;
    bool force = false;
};

Exit write_starter(Io& io, const Options& options) {
    if (options.output.empty()) {
        io.out << policy_starter();
        return Exit::passed;
    }
    const auto written = write_output_file(io.files, options.output, policy_starter(),
                                           options.force ? Existing::replace : Existing::refuse);
    if (!written) return fail(io, naming(written.error(), options.output));
    io.err << "Next: take the # away from what you want to ask, then: solander policy check "
           << shell_word(options.output) << '\n';
    return Exit::passed;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_text(app, "-o,--output", "FILE", options->output,
             "Where to write it (default: standard output)");
    add_flag(app, "--force", options->force, "Replace the file if it is there");
    return [options](Io& io) { return write_starter(io, *options); };
}

}  // namespace

extern const Command policy_init;
const Command policy_init{
    .group = "policy",
    .name = "init",
    .title = "Write a policy to begin with, which shows what could be asked",
    .examples = "  solander policy init -o policy.toml\n",
    .setup = setup,
};

}  // namespace solander::cli
