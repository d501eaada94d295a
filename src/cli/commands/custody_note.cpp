// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "cli/custody_options.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    std::string words;
    std::string argument;
};

Exit go(Io& io, const Options& options) {
    if (options.words.empty() == options.argument.empty())
        return fail(io,
                    Error(ErrorCode::usage,
                          options.words.empty()
                              ? "say what to note: --words 'as many as you like'"
                              : "the words are there twice: leave out --words or the argument"));
    const StepPlan plan{.name = "note",
                        .co_signers = {},
                        .act =
                            [&options](const CustodyStep& step, const Environment& environment) {
                                return add_note(
                                    step, options.words.empty() ? options.argument : options.words,
                                    environment);
                            },
                        .next = {},
                        .receipt_file = {}};
    return take_signed_step(io, options, plan);
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->add_to(app);
    add_argument(app, "WORDS", options->argument, "What to note, unless --words says it");
    add_text(app, "--words", "WORDS", options->words, "What to note");
    options->add_signing_to(app);
    return [options](Io& io) { return go(io, *options); };
}

}  // namespace

extern const Command custody_note;
const Command custody_note{
    .group = "custody",
    .name = "note",
    .title = "Add your words, as the holder, to the history of a package",
    .examples =
        "  solander custody note letters.tar -k archivist.key 'moved to shelf 12'\n"
        "  solander custody note letters.tar --words \"$(cat report.txt)\"\n",
    .setup = setup,
};

}  // namespace solander::cli
