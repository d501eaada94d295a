// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <solander/proof.h>
#include <solander/verify.h>

#include "base/escape.h"
#include "cli/common.h"
#include "cli/sandbox_option.h"
#include "report/emitter.h"
#include "report/proof.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> packages;
    std::string format;
    std::string color = "auto";
    bool verbose = false;
    std::string proof;
    TrustOptions trust;
    KnownOptions known;
    SandboxOption sandbox;
    WorkOptions work;
};

/// Checks a proof of equivocation, and says in one line what it comes to.
Exit check_proof(Io& io, const Options& options) {
    const VerifyOptions how = options.trust.resolve(io);
    if (const auto entered = options.sandbox.enter(io, {}, options.verbose); !entered)
        return fail(io, entered.error());
    Work work(io, WorkOptions{.jobs = 1, .quiet = true}, "verifying");
    const auto report = verify_proof(options.proof, how.trust, work.environment());
    if (!report) return fail(io, naming(report.error(), options.proof, how.trust));
    if (options.format == "json")
        io.out << report::proof_json(options.proof, *report);
    else
        io.out << report::proof_text(options.proof, *report);
    return exit_for(report->verdict);
}

Exit verdict_of(const Result<Report>& result) {
    if (!result) return exit_for(result.error().code());
    const bool is_met = !result->policy || result->policy->met();
    return graver(exit_for(result->verdict), is_met ? Exit::passed : Exit::policy);
}

Exit check(Io& io, const Options& options) {
    const std::vector<std::filesystem::path> paths(options.packages.begin(),
                                                   options.packages.end());
    VerifyOptions how = options.trust.resolve(io);
    options.known.apply_to(how);
    if (options.verbose && how.trust && options.trust.trust.empty())
        io.err << "solander: trusting " << base::printable(how.trust->string()) << '\n';
    if (const auto entered = options.sandbox.enter(io, how, options.verbose); !entered)
        return fail(io, entered.error());
    Work work(io, options.work, "verifying");
    const auto results = verify_packages(paths, how, work.environment());
    work.done();
    if (!results) return fail(io, results.error());

    std::vector<report::Outcome> outcomes;
    Exit code = Exit::passed;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Result<Report>& result = (*results)[i];
        outcomes.push_back(
            {paths[i], result ? &*result : nullptr, result ? nullptr : &result.error()});
        code = graver(code, verdict_of(result));
        // On a screen the report's own line is beside this one, and one of the two is enough.
        if (!result && options.format == "text" && !io.terminal.shows_output())
            fail(io, naming(result.error(), paths[i]));
    }
    const bool color =
        options.color == "always" ||
        (options.color == "auto" && io.terminal.shows_output() && !io.variable("NO_COLOR"));
    const report::Style style{color, options.work.quiet, options.verbose};
    io.out << report::find_emitter(options.format)->emit(outcomes, style);
    return code;
}

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const report::Emitter* emitter : report::emitters()) names.emplace_back(emitter->name);
    return names;
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_arguments(app, "PACKAGE", options->packages,
                  "Packages: a tar, a bundle, an unpacked directory, or - for standard input");
    options->trust.add_to(app, true);
    options->known.add_to(app);
    add_text(app, "--proof", "FILE", options->proof,
             "Check a proof that a signer made two histories, and no package");
    add_format(app, options->format, formats());
    add_choice(app, "--color", "WHEN", options->color, {"auto", "always", "never"},
               "Write in colours");
    add_flag(app, "-v,--verbose", options->verbose, "Tell also what passed");
    options->sandbox.add_to(app);
    options->work.add_jobs(app);
    options->work.add_quiet(app);
    return [options](Io& io) {
        if (options->proof.empty() == options->packages.empty())
            return fail(io, Error(ErrorCode::usage,
                                  options->proof.empty()
                                      ? "PACKAGE is required; `solander verify --help` tells more"
                                      : "--proof FILE is checked by itself, without a PACKAGE"));
        return options->proof.empty() ? check(io, *options) : check_proof(io, *options);
    };
}

}  // namespace

extern const Command verify;
const Command verify{
    .group = "",
    .name = "verify",
    .title = "Check packages: every byte, every signature, their custody",
    .examples =
        "  solander verify letters-1919.tar --trust allowed_signers\n"
        "  solander verify incoming/*.tar --trust allowed_signers --format json\n"
        "  zstd -dc letters-1919.tar.zst | solander verify - --trust allowed_signers \\\n"
        "      --custody letters-1919.custody\n"
        "  solander verify letters-1919.tar --trust allowed_signers --state memory \\\n"
        "      --receipt receipts.txt --compare from-the-depositor/letters-1919.custody\n"
        "  solander verify letters-1919.tar --trust allowed_signers \\\n"
        "      --attestation letters-1919.attest-2c26b46b68ffc68f.sig\n"
        "  solander verify --proof equivocation-2c26b46b68ffc68f-3.tar\n\n"
        "Exits 0 if all passed, 1 if one failed, 2 if one could not be decided, 3 if one\ndoes not "
        "meet the policy, 66 if one is not there: docs/exit-codes.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
