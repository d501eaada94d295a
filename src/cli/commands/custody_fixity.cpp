// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "cli/custody_options.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    std::vector<std::string> examiners;
    std::string remark;
};

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->add_to(app);
    add_repeatable(app, "--examiner", "FILE", options->examiners,
                   "The key of somebody from outside who checked it with you, a .key file; "
                   "repeatable");
    add_text(app, "--remark", "WORDS", options->remark, "Words that go with it");
    options->add_signing_to(app);
    return [options](Io& io) {
        const StepPlan plan{
            .name = "fixity",
            .co_signers = options->examiners,
            .act =
                [&options](const CustodyStep& step, const Environment& environment) {
                    return check_fixity(step, options->remark, environment);
                },
            .next = {},
            .receipt_file = {}};
        return take_signed_step(io, *options, plan);
    };
}

}  // namespace

extern const Command custody_fixity;
const Command custody_fixity{
    .group = "custody",
    .name = "fixity",
    .title = "Read all of a package you hold, and record what you found",
    .examples =
        "  solander custody fixity letters.tar -k archivist.key --trust allowed_signers\n"
        "  solander custody fixity letters.tar -k archivist.key --examiner auditor.key\n\n"
        "A package that is not as it was sealed is recorded, too, and the exit code is 1.\n",
    .setup = setup,
};

}  // namespace solander::cli
