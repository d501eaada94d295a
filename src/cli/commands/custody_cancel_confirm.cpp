// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "cli/custody_options.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    std::string remark;
};

std::string next(const Options& options, const StepOutcome& outcome) {
    return fmt::format(
        "send {}/ back to whoever cancelled, who runs\n"
        "        solander custody sync {} YOUR_CUSTODY_DIRECTORY --trust THEIR_TRUST_FILE\n",
        base::printable(outcome.directory.string()), shell_word(options.package));
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->add_to(app);
    add_text(app, "--remark", "WORDS", options->remark, "Words that go with it");
    options->add_signing_to(app);
    return [options](Io& io) {
        const StepPlan plan{
            .name = "cancel-confirm",
            .co_signers = {},
            .act =
                [&options](const CustodyStep& step, const Environment& environment) {
                    return confirm_cancel(step, options->remark, environment);
                },
            .next = [&options](const StepOutcome& outcome) { return next(*options, outcome); },
            .receipt_file = {}};
        return take_signed_step(io, *options, plan);
    };
}

}  // namespace

extern const Command custody_cancel_confirm;
const Command custody_cancel_confirm{
    .group = "custody",
    .name = "cancel-confirm",
    .title = "Confirm that you did not receive what was released to you and taken back",
    .examples =
        "  solander custody cancel-confirm letters.tar -k registrar.key\n\n"
        "The package need not be at hand: NAME.custody is enough.\n",
    .setup = setup,
};

}  // namespace solander::cli
