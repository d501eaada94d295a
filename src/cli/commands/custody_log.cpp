// SPDX-License-Identifier: Apache-2.0
#include "report/custody_log.h"

#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include <solander/read.h>

#include "base/escape.h"
#include "cli/common.h"
#include "cli/reading.h"
#include "cli/sandbox_option.h"
#include "custody/receipt.h"

namespace solander::cli {

namespace {

struct Options {
    std::string package;
    std::string format;
    TrustOptions trust;
    KnownOptions known;
    SandboxOption sandbox;
};

/// The receipt over the last event again, for who has lost it.
Exit tell_receipt(Io& io, const Options& options, const Report& report, Verdict verdict) {
    tell_findings(io, options.package, report, Verdict::indeterminate);
    const Manifest* manifest = report.manifest();
    if (verdict != Verdict::passed || manifest == nullptr || report.events.empty()) {
        io.err << "solander: " << base::printable(options.package)
               << ": no receipt is written over a chain that does not pass\n";
        return exit_for(verdict);
    }
    const EventReport& head = report.events.back();
    io.out << custody::receipt_text({manifest->name, *report.manifest_digest, head.seq, head.type},
                                    head.digest);
    return Exit::passed;
}

Exit tell(Io& io, const Options& options) {
    VerifyOptions how = options.trust.resolve(io);
    options.known.apply_to(how);
    if (const auto entered = options.sandbox.enter(io, how); !entered)
        return fail(io, entered.error());
    Work work(io, WorkOptions{.jobs = 0, .quiet = true}, "reading");
    const auto report = read_custody(options.package, how, work.environment());
    if (!report) return fail(io, naming(report.error(), options.package, how.trust));
    const Verdict verdict = report::custody_verdict(*report);
    if (report->form.empty())
        io.err << "solander: " << base::printable(options.package)
               << ": the package is not there: only its chain was read\n";
    if (options.format == "receipt") return tell_receipt(io, options, *report, verdict);
    if (options.format == "premis") {
        tell_findings(io, options.package, *report, Verdict::indeterminate);
        if (verdict == Verdict::failed || !report->manifest_digest) {
            io.err << "solander: " << base::printable(options.package)
                   << ": a chain that does not hold is not passed on as PREMIS\n";
            return exit_for(verdict);
        }
        io.out << report::custody_premis(*report);
    } else {
        io.out << (options.format == "json" ? report::custody_log_json(*report)
                                            : report::custody_log_text(*report));
    }
    return exit_for(verdict);
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    require(add_argument(app, "PACKAGE", options->package,
                         "A tar, a bundle or an unpacked directory, whose custody is to be told"));
    options->trust.add_to(app, true);
    options->known.add_to(
        app,
        "Your policy: whose claimed times you believe. Nothing else of it is asked "
        "here: `solander verify` tells whether a package meets it");
    options->sandbox.add_to(app);
    add_format(app, options->format, {"text", "json", "premis", "receipt"});
    return [options](Io& io) { return tell(io, *options); };
}

}  // namespace

extern const Command custody_log;
const Command custody_log{
    .group = "custody",
    .name = "log",
    .title = "Tell who held a package when, and on whose word",
    .examples =
        "  solander custody log letters-1919.tar --trust allowed_signers\n"
        "  solander custody log letters-1919.tar --trust allowed_signers --format json\n"
        "  solander custody log letters-1919.tar --trust allowed_signers \\\n"
        "      --format premis > letters-1919.premis.xml\n\n"
        "Checks the manifest, its signatures and the chain; reads none of the payload,\n"
        "which solander verify does. Exits 0 if they pass, 1 or 2 if not:\ndocs/exit-codes.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
