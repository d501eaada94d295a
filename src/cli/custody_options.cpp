// SPDX-License-Identifier: Apache-2.0
#include "cli/custody_options.h"

#include <ostream>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/custody_report.h"
#include "cli/journal_place.h"
#include "cli/receipt_file.h"
#include "cli/role_warning.h"

namespace solander::cli {

namespace {

/// The actor's key, then those of the co-signers.
Result<std::vector<OwnKey>> keys_of(Io& io, const StepOptions& options,
                                    const std::vector<std::string>& co_signers) {
    SOLANDER_TRY_ASSIGN(const auto own_file, key_to_sign_with(io, options.key));
    std::vector<OwnKey> keys;
    SOLANDER_TRY_ASSIGN(OwnKey own, read_own_key(io, own_file, options.passphrase));
    if (!options.principal.empty()) own.principal = options.principal;
    keys.push_back(std::move(own));
    for (const auto& file : co_signers) {
        SOLANDER_TRY_ASSIGN(OwnKey other, read_own_key(io, file, options.passphrase));
        keys.push_back(std::move(other));
    }
    return keys;
}

Result<std::optional<std::filesystem::path>> journal_of(Io& io, const StepOptions& options) {
    std::optional<std::filesystem::path> journal;
    if (options.no_journal && !options.journal.empty())
        return Error(ErrorCode::usage,
                     "--journal and --no-journal contradict each other: leave one of them out");
    if (options.no_journal) {
        io.err << "solander: warning: without a journal nothing keeps you from signing a second, "
                  "contradicting event after a crash, or on a restored backup\n";
        return journal;
    }
    if (!options.journal.empty()) {
        journal = options.journal;
        return journal;
    }
    SOLANDER_TRY_ASSIGN(journal, default_journal(io));
    return journal;
}

VerifyOptions judged_by(const Io& io, const StepOptions& options) {
    VerifyOptions how = options.trust.resolve(io);
    if (!options.state.empty()) how.state = options.state;
    if (!options.policy.empty()) how.policy = options.policy;
    return how;
}

/// Of the actor, who is the first signer, and of whoever is to receive.
Result<void> warn_of_roles(const Io& io, const VerifyOptions& how, const StepPlan& plan,
                           const std::vector<OwnKey>& keys) {
    if (!keys.empty())
        SOLANDER_TRY(warn_of_role(io, how, plan.name, keys.front().key->public_key()));
    if (!plan.recipient.empty()) SOLANDER_TRY(warn_of_recipient(io, how, plan.recipient));
    return {};
}

Exit take(Io& io, const StepOptions& options, const StepPlan& plan, const CustodyStep& step) {
    Work work(io, options.work, "verifying");
    const auto outcome = plan.act(step, work.environment());
    work.done();
    if (!outcome) return fail(io, naming(outcome.error(), options.package, step.how.trust));
    Exit code = exit_for(outcome->verdict);
    ToldStep told{.name = plan.name, .package = options.package, .outcome = *outcome};
    if (!outcome->written.empty()) {
        if (plan.next) told.next = plan.next(*outcome);
        if (plan.receipt_file) {
            told.prints_receipt = true;
            const auto file = plan.receipt_file(*outcome);
            // The event is in place whatever becomes of this; the lines are printed, too.
            if (const auto added = add_receipt(io, file, outcome->receipt); added)
                told.receipt_file = file;
            else
                code = graver(code, fail(io, naming(added.error(), file)));
        }
    }
    if (options.format == "json")
        tell_json(io, told);
    else
        tell_text(io, told, options.work.quiet);
    return code;
}

}  // namespace

void StepOptions::add_to(CLI::App& app) {
    require(add_argument(app, "PACKAGE", package, "A tar or an unpacked directory"));
    trust.add_to(app, true);
    add_text(app, "--state", "DIR", state,
             "Your memory: what it had in time shows that a key which is lost or has expired "
             "since had signed; see verify");
    add_text(
        app, "--policy", "FILE", policy,
        "Your policy: whose claimed times show the same, and who has which role: you are warned "
        "of a step that is for others. Nothing else of it is asked here");
    add_format(app, format, {"text", "json"});
    work.add_jobs(app);
    work.add_quiet(app);
}

void StepOptions::add_signing_to(CLI::App& app) {
    add_text(app, "-k,--key", kKeyValue, key,
             "The key to sign with, a key file or agent:FINGERPRINT, a key of your ssh-agent "
             "(default: the key that `solander key new --default` made)");
    add_text(app, "--principal", "WHO", principal,
             "The signer's name (default: the comment in the .pub file beside the key, else the "
             "name of its file)");
    add_text(app, "--journal", "DIR", journal,
             "The directory that remembers what you have signed, so that you never contradict "
             "yourself (default: ~/.local/state/solander/journal)");
    add_flag(app, "--no-journal", no_journal, "Keep no such memory");
    passphrase.add_to(app,
                      "Read passphrases from this open file descriptor: one line for each "
                      "encrypted key");
}

Exit take_signed_step(Io& io, const StepOptions& options, const StepPlan& plan) {
    const auto keys = keys_of(io, options, plan.co_signers);
    if (!keys) return fail(io, keys.error());
    const auto journal = journal_of(io, options);
    if (!journal) return fail(io, journal.error());
    CustodyStep step{.package = options.package,
                     .how = judged_by(io, options),
                     .signers = {},
                     .journal = *journal};
    if (const auto told = warn_of_roles(io, step.how, plan, *keys); !told)
        return fail(io, told.error());
    for (const OwnKey& own : *keys) step.signers.push_back({*own.key, own.principal});
    return take(io, options, plan, step);
}

Exit take_unsigned_step(Io& io, const StepOptions& options, const StepPlan& plan) {
    return take(
        io, options, plan,
        {.package = options.package, .how = judged_by(io, options), .signers = {}, .journal = {}});
}

}  // namespace solander::cli
