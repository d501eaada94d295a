// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "cli/custody_options.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    std::string from;
};

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->add_to(app);
    require(add_argument(app, "FROM", options->from,
                         "Another custody directory of the same package, or a bundle of it"));
    return [options](Io& io) {
        const StepPlan plan{
            .name = "sync",
            .co_signers = {},
            .act =
                [&options](const CustodyStep& step, const Environment& environment) {
                    return sync_custody(step, options->from, environment);
                },
            .next = {},
            .receipt_file = {}};
        return take_unsigned_step(io, *options, plan);
    };
}

}  // namespace

extern const Command custody_sync;
const Command custody_sync{
    .group = "custody",
    .name = "sync",
    .title = "Take what another copy of the history has more",
    .examples =
        "  solander custody sync letters.tar incoming/letters.custody\n\n"
        "Nothing is signed, and nothing is deleted: events that give way to a recipient's\n"
        "answer are moved to NAME.custody.set-aside-1.\n",
    .setup = setup,
};

}  // namespace solander::cli
