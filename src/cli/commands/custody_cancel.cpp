// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "cli/custody_options.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    std::string reason;
};

std::string next(const Options& options, const StepOutcome& outcome) {
    return fmt::format(
        "send {0}/ to {1}, who confirms that nothing was received:\n"
        "        solander custody cancel-confirm {2} -k THEIR_KEY --trust THEIR_TRUST_FILE\n"
        "      or has a receipt, which then stands: take it with\n"
        "        solander custody sync {2} THEIR_CUSTODY_DIRECTORY --trust YOUR_TRUST_FILE\n",
        base::printable(outcome.directory.string()), base::printable(outcome.custody.to),
        shell_word(options.package));
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->add_to(app);
    add_text(app, "--reason", "WORDS", options->reason, "Why it is taken back");
    options->add_signing_to(app);
    return [options](Io& io) {
        const StepPlan plan{
            .name = "cancel",
            .co_signers = {},
            .act =
                [&options](const CustodyStep& step, const Environment& environment) {
                    return cancel_release(step, options->reason, environment);
                },
            .next = [&options](const StepOutcome& outcome) { return next(*options, outcome); },
            .receipt_file = {}};
        return take_signed_step(io, *options, plan);
    };
}

}  // namespace

extern const Command custody_cancel;
const Command custody_cancel{
    .group = "custody",
    .name = "cancel",
    .title = "Take back a release that was not answered",
    .examples =
        "  solander custody cancel letters.tar -k archivist.key --reason 'it came back'\n\n"
        "The package need not be at hand: NAME.custody is enough.\n",
    .setup = setup,
};

}  // namespace solander::cli
