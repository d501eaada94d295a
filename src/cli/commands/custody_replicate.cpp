// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "cli/custody_options.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    std::string place;
    std::string remark;
};

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->add_to(app);
    require(
        add_text(app, "--at", "PLACE", options->place, "Where the copy is: an address, or words"));
    add_text(app, "--remark", "WORDS", options->remark, "Words that go with it");
    options->add_signing_to(app);
    return [options](Io& io) {
        const StepPlan plan{
            .name = "replicate",
            .co_signers = {},
            .act =
                [&options](const CustodyStep& step, const Environment& environment) {
                    return record_replica(step, options->place, options->remark, environment);
                },
            .next = {},
            .receipt_file = {}};
        return take_signed_step(io, *options, plan);
    };
}

}  // namespace

extern const Command custody_replicate;
const Command custody_replicate{
    .group = "custody",
    .name = "replicate",
    .title = "Record that you have placed a copy of a package somewhere",
    .examples =
        "  solander custody replicate letters.tar -k archivist.key --at 'tape 7, vault B'\n",
    .setup = setup,
};

}  // namespace solander::cli
