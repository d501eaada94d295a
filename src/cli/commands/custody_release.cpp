// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "cli/custody_options.h"

namespace solander::cli {

namespace {

struct Options : StepOptions {
    ReleaseRequest request;
    bool yes = false;
};

std::string question(const Options& options) {
    std::string text =
        fmt::format("Release {} to {}, who has {}\n", base::printable(options.package),
                    base::printable(options.request.to),
                    options.request.recipients.size() == 1 ? "this key:" : "these keys:");
    for (const auto& key : options.request.recipients) text += fmt::format("  {}\n", key);
    return text + "Only they can receive it or refuse it.";
}

std::string next(const Options& options, const StepOutcome& outcome) {
    const std::string package = shell_word(options.package);
    return fmt::format(
        "send {0} and {1}/ to {2}, who runs\n"
        "        solander custody receive {0} -k THEIR_KEY --trust THEIR_TRUST_FILE\n"
        "      and sends back the receipt file and the custody directory. With these:\n"
        "        solander custody sync {0} THEIR_CUSTODY_DIRECTORY --trust YOUR_TRUST_FILE\n",
        package, base::printable(outcome.directory.string()), base::printable(options.request.to));
}

Exit go(Io& io, Options& options) {
    if (!options.yes) {
        // The keys that are agreed to here are those that the release will name, or none.
        const VerifyOptions how = options.trust.resolve(io);
        const Work work(io, options.work, "reading");
        auto keys = recipient_keys(options.request.to, how, work.environment());
        if (!keys) return fail(io, keys.error());
        options.request.recipients = *std::move(keys);
        if (!options.request.recipients.empty()) {
            const auto agreed = agrees(io, question(options), "say --yes if it is to be released");
            if (!agreed) return fail(io, agreed.error());
            if (!*agreed) {
                io.err << "solander: nothing was released\n";
                return Exit::failed;
            }
        }
    }
    const StepPlan plan{
        .name = "release",
        .co_signers = {},
        .recipient = options.request.to,
        .act =
            [&options](const CustodyStep& step, const Environment& environment) {
                return release_package(step, options.request, environment);
            },
        .next = [&options](const StepOutcome& outcome) { return next(options, outcome); },
        .receipt_file = {}};
    return take_signed_step(io, options, plan);
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    options->add_to(app);
    require(add_text(app, "--to", "WHO", options->request.to,
                     "The recipient, by the name that your trust file gives to their keys"));
    add_text(app, "--method", "WORDS", options->request.method, "How it travels");
    add_text(app, "--remark", "WORDS", options->request.remark, "Words that go with it");
    add_flag(app, "-y,--yes", options->yes, "Do not ask");
    options->add_signing_to(app);
    return [options](Io& io) { return go(io, *options); };
}

}  // namespace

extern const Command custody_release;
const Command custody_release{
    .group = "custody",
    .name = "release",
    .title = "Hand a package over to somebody, who may then receive it",
    .examples =
        "  solander custody release letters.tar --to registrar@example.org \\\n"
        "      -k archivist.key\n"
        "  solander custody release letters.tar --to registrar@example.org --yes \\\n"
        "      --method 'courier, sealed box' -k archivist.key\n\n"
        "Until it is received or refused you may take it back: `solander custody cancel`.\n",
    .setup = setup,
};

}  // namespace solander::cli
