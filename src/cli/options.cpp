// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "cli/cli11.h"
#include "cli/common.h"
#include "cli/own_store.h"

namespace solander::cli {

namespace {

/// More arguments than a command line can hold. CLI11's own "any number" would take an argument
/// such as `[a,b]` for a list of two.
constexpr int kManyArguments = 1 << 28;

constexpr unsigned kMostJobs = 1024;
constexpr std::uint64_t kMostManifestBytes = std::uint64_t{1} << 30;

}  // namespace

void add_flag(CLI::App& app, const std::string& name, bool& value, const std::string& description) {
    app.add_flag(name, value, description);
}

CLI::Option* add_argument(CLI::App& app, const std::string& name, std::string& value,
                          const std::string& description) {
    return app.add_option(name, value, description);
}

void require(CLI::Option* option) {
    option->required();
}

void add_check(CLI::Option* option, std::function<std::string(const std::string&)> complaint) {
    option->check(std::move(complaint));
}

CLI::Option* add_text(CLI::App& app, const std::string& name, const std::string& value_name,
                      std::string& value, const std::string& description) {
    return app.add_option(name, value, description)->type_name(value_name);
}

CLI::Option* add_repeatable(CLI::App& app, const std::string& name, const std::string& value_name,
                            std::vector<std::string>& values, const std::string& description) {
    return app.add_option(name, values, description)
        ->type_name(value_name)
        ->type_size(1)
        ->allow_extra_args(false);
}

CLI::Option* add_arguments(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                           const std::string& description) {
    return app.add_option(name, values, description)
        ->type_size(1)
        ->expected(kManyArguments)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
}

CLI::Option* add_choice(CLI::App& app, const std::string& name, const std::string& value_name,
                        std::string& value, const std::vector<std::string>& names,
                        const std::string& description) {
    const std::string choices = either({names.begin(), names.end()});
    const auto check = [names, choices](const std::string& text) {
        if (std::find(names.begin(), names.end(), text) != names.end()) return std::string();
        return fmt::format("takes {}, not '{}'", choices, base::printable(text));
    };
    return add_text(app, name, value_name, value,
                    fmt::format("{}: {} (default: {})", description, choices, value))
        ->check(check);
}

void add_format(CLI::App& app, std::string& format, const std::vector<std::string>& names) {
    format = names.front();
    add_choice(app, "-f,--format", "FORM", format, names, "How to write the answer");
}

CLI::Validator whole_number(std::uint64_t least, std::uint64_t most, const std::string& what) {
    return {[least, most, what](const std::string& text) {
                const auto number = base::parse_decimal(text);
                if (number && *number >= least && *number <= most) return std::string();
                return fmt::format("takes {}, not '{}'", what, base::printable(text));
            },
            ""};
}

void add_manifest_limit(CLI::App& app, std::uint64_t& bytes) {
    app.add_option("--max-manifest", bytes,
                   fmt::format("The largest manifest that is read, in bytes (default: {}, which is "
                               "{} MiB)",
                               bytes, bytes >> 20))
        ->type_name("N")
        ->check(whole_number(1, kMostManifestBytes,
                             fmt::format("a number of bytes from 1 to {}", kMostManifestBytes)));
}

void WorkOptions::add_jobs(CLI::App& app) {
    app.add_option("-j,--jobs", jobs, "Threads to work with (default: one for each processor)")
        ->type_name("N")
        ->check(whole_number(1, kMostJobs, fmt::format("a number from 1 to {}", kMostJobs)));
}

void WorkOptions::add_quiet(CLI::App& app) {
    add_flag(app, "-q,--quiet", quiet, "Say as little as possible");
}

void TrustOptions::add_to(CLI::App& app, bool with_custody) {
    add_text(app, "-t,--trust", "FILE", trust,
             "Whom you believe: a file in OpenSSH allowed_signers form (default: allowed_signers "
             "in the configuration directory, ~/.config/solander, if it is there)");
    revoked.add_to(app);
    if (with_custody)
        add_text(app, "--custody", "DIR", custody,
                 "The custody directory (default: NAME.custody beside the package)");
    add_manifest_limit(app, manifest_bytes);
}

void KnownOptions::add_to(CLI::App& app, const std::string& policy_use) {
    add_repeatable(app, "--receipt", "FILE", receipts,
                   "Receipts that you have: how far the chain is known to go. May be repeated");
    add_text(app, "--state", "DIR", state,
             "Your memory: a directory, made with mkdir, that learns from each package that "
             "passes, and tells when a chain is shown shorter or otherwise");
    add_text(app, "--policy", "FILE", policy,
             policy_use.empty()
                 ? "What you ask of a package beyond that it is sound, and whose claimed times you "
                   "believe: `solander policy init` writes one to begin with"
                 : policy_use);
    add_repeatable(app, "--compare", "PATH", compare,
                   "Another custody directory of the package, from somebody else. May be repeated");
    add_repeatable(app, "--attestation", "FILE", attestations,
                   "A further signature over the manifest, as `solander attest` makes it. May be "
                   "repeated");
    add_text(app, "--write-proof", "DIR", write_proof,
             "Where to write a proof if a signer made two histories (default: proofs in the "
             "directory of --state)");
}

void KnownOptions::apply_to(VerifyOptions& options) const {
    options.receipts.assign(receipts.begin(), receipts.end());
    options.compare.assign(compare.begin(), compare.end());
    options.attestations.assign(attestations.begin(), attestations.end());
    if (!state.empty()) options.state = state;
    if (!policy.empty()) options.policy = policy;
    if (!write_proof.empty()) options.write_proof = write_proof;
}

VerifyOptions TrustOptions::resolve(const Io& io) const {
    VerifyOptions options;
    options.manifest_bytes = manifest_bytes;
    if (!custody.empty()) options.custody = custody;
    options.trust = named_or_own(io, trust, own_trust_file(io));
    options.revoked = named_or_own(io, revoked.revoked, own_revocations(io));
    if (options.trust) warn_of_others(io, *options.trust, StoreOption{trust}.words());
    return options;
}

}  // namespace solander::cli
