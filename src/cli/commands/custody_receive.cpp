// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "cli/custody_options.h"
#include "cli/receipt_file.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    ReceiveRequest request;
    bool refuse = false;
    std::string reason;
    std::string receipt;
};

std::string next(const Options& options, const StepOutcome& outcome) {
    return fmt::format(
        "send the receipt and {}/ back to whoever released it, who runs\n"
        "        solander custody sync {} YOUR_CUSTODY_DIRECTORY --trust THEIR_TRUST_FILE\n",
        base::printable(outcome.directory.string()), shell_word(options.package));
}

Exit go(Io& io, const Options& options) {
    if (options.refuse != !options.reason.empty())
        return fail(io, Error(ErrorCode::usage, options.refuse
                                                    ? "--refuse needs a reason: --reason 'in words'"
                                                    : "--reason goes with --refuse"));
    if (options.refuse && (!options.request.remark.empty() || options.request.accept_unconfirmed))
        return fail(io, Error(ErrorCode::usage,
                              "--remark and --accept-unconfirmed are for what is received; what "
                              "is refused has a --reason"));
    const StepPlan plan{
        .name = options.refuse ? "refuse" : "receive",
        .co_signers = {},
        .act =
            [&options](const CustodyStep& step, const Environment& environment) {
                return options.refuse ? refuse_package(step, options.reason, environment)
                                      : receive_package(step, options.request, environment);
            },
        .next = [&options](const StepOutcome& outcome) { return next(options, outcome); },
        .receipt_file = [&options](const StepOutcome& outcome) -> std::filesystem::path {
            if (!options.receipt.empty()) return options.receipt;
            return receipt_beside(outcome.directory);
        }};
    return take_signed_step(io, options, plan);
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->add_to(app);
    add_text(app, "--remark", "WORDS", options->request.remark, "Words that go with it");
    add_flag(app, "--refuse", options->refuse,
             "Do not take it. The custody directory is enough: a lost or damaged package can "
             "be refused");
    add_text(app, "--reason", "WORDS", options->reason, "Why it is refused");
    add_flag(app, "--accept-unconfirmed", options->request.accept_unconfirmed,
             "Receive although an earlier release was taken back without the word of its "
             "recipient, who may hold a receipt");
    add_text(app, "--receipt", "FILE", options->receipt,
             "Where to write the receipt, behind what is in it (default: NAME.receipt beside "
             "NAME.custody)");
    options->add_signing_to(app);
    return [options](Io& io) { return go(io, *options); };
}

}  // namespace

extern const Command custody_receive;
const Command custody_receive{
    .group = "custody",
    .name = "receive",
    .title = "Check all of a package that was released to you, and sign for it",
    .examples =
        "  solander custody receive letters.tar -k registrar.key --trust allowed_signers\n"
        "  solander custody receive letters.tar --refuse --reason 'the box came open'\n\n"
        "Send the receipt back: `solander verify --receipt` shows with it that you have\nthe "
        "package.\n",
    .setup = setup,
};

}  // namespace solander::cli
