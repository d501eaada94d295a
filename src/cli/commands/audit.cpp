// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <solander/audit.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/audit_apply.h"
#include "cli/audit_baseline_option.h"
#include "cli/audit_inputs.h"
#include "cli/audit_outputs.h"
#include "cli/common.h"
#include "cli/encoding_option.h"
#include "cli/notes.h"
#include "cli/version.h"
#include "report/rule_help.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> paths;
    std::vector<std::string> profiles;
    std::string as_of;
    std::string fail_on = "error";
    std::string format;
    bool list_profiles = false;
    AuditApply apply;
    AuditOutputs outputs;
    AuditBaselineOption baseline;
    EncodingOption encoding;
    NotesOption notes;
    TrustOptions trust;
    WorkOptions work;
};

/// The day, in UTC, by the clock of whoever runs the tool.
std::string today(const Io& io) {
    constexpr std::size_t kDayLength = 10;
    return io.clock.now().text().substr(0, kDayLength);
}

/// What keeps an audit from being one, said on standard error.
Exit tell_unaudited(Io& io, const Options& options, const AuditInputs& inputs) {
    if (inputs.records.empty() && inputs.refused.empty() && inputs.unaudited.empty()) {
        io.err << "solander: nothing was audited: no record was found among the inputs. `solander "
                  "describe` shows what is read of them\n";
    }
    if (options.format == "text" && io.terminal.shows_output()) return inputs.code;
    for (const report::Unaudited& each : inputs.unaudited)
        io.err << fmt::format("solander: {}: not audited: {}\n", base::printable(each.path),
                              base::printable(each.reason));
    for (const report::AuditedPackage& package : inputs.packages)
        if (!package.verified)
            io.err << fmt::format("solander: {}: {}\n", base::printable(package.path),
                                  base::printable(package.standing));
    return inputs.code;
}

/// Looks at all files that are to be written, and reads the baseline, before anything else is read.
Result<void> prepare(const Io& io, Options& options) {
    SOLANDER_TRY(options.outputs.check(io, options.paths));
    std::vector<std::filesystem::path> others = options.outputs.paths();
    others.insert(others.end(), options.paths.begin(), options.paths.end());
    return options.baseline.read(io, others);
}

Result<Exit> run(Io& io, Options& options) {
    // Asked first with no record at all: a misspelt profile is told before anything is read.
    AuditRequest request{.records = {}};
    request.profiles = options.profiles;
    request.as_of = options.as_of.empty() ? today(io) : options.as_of;
    SOLANDER_TRY(audit_records(request));
    SOLANDER_TRY_ASSIGN(const auto encoding, options.encoding.value());
    SOLANDER_TRY(prepare(io, options));
    SOLANDER_TRY(
        options.apply.check(!options.outputs.paths().empty() || options.baseline.writes()));

    Work work(io, options.work, "reading");
    const VerifyOptions trust = options.trust.resolve(io);
    auto read = read_audit_inputs(
        options.paths, trust, encoding, work.environment(),
        options.apply.is_asked() ? Determinations::left_out : Determinations::added);
    work.done();
    if (!read) return std::move(read).error();
    const AuditInputs inputs = *std::move(read);
    if (!options.work.quiet) options.notes.tell(io, inputs.notes);

    SOLANDER_TRY(options.outputs.spare(inputs.records));
    request.records = inputs.records;
    request.refused = inputs.refused;
    request.baseline = options.baseline.fingerprints();
    SOLANDER_TRY_ASSIGN(const AuditReport report, audit_records(request));
    if (!options.work.quiet)
        for (const std::string& note : report.notes) io.err << "solander: note: " << note << '\n';
    const report::AuditOutcome outcome{report,
                                       inputs.records,
                                       inputs.packages,
                                       inputs.unaudited,
                                       inputs.files_without_record,
                                       parse_audit_level(options.fail_on).value_or(AuditLevel::off),
                                       options.baseline.compare(report),
                                       kVersion};
    Exit code = tell_unaudited(io, options, inputs);
    if (inputs.records.empty()) code = graver(code, Exit::indeterminate);
    if (options.apply.is_asked()) {
        if (inputs.records.empty()) return code;
        return options.apply.run(io, {options.paths, inputs, report, encoding, options.trust,
                                      options.work, options.format, options.outputs.replaces()});
    }
    if (outcome.failed()) code = graver(code, Exit::failed);
    code = graver(code, options.outputs.write(io, outcome));
    code = graver(code, options.baseline.write(io, outcome, options.work.quiet));
    io.out << report::find_audit_emitter(options.format)->emit(outcome, options.work.quiet);
    return code;
}

std::string profile_names() {
    std::vector<std::string_view> names;
    for (const AuditProfileInfo& profile : audit_profiles()) names.push_back(profile.name);
    return either(names);
}

Action setup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_arguments(app, "PATH", options->paths,
                  "Captures, hand-over files, sealed packages, directories of them, and record "
                  "tables");
    add_repeatable(app, "--profile", "NAME", options->profiles,
                   "What to hold records against: " + profile_names() +
                       " (default: core); repeatable, the strictest level holds");
    add_text(app, "--as-of", "DATE", options->as_of,
             "Judge embargoes as of this day, YYYY-MM-DD (default: today)");
    add_choice(app, "--fail-on", "LEVEL", options->fail_on,
               {"error", "warning", "note", "review", "never"},
               "Exit with 1 if a finding is as grave as this, with review if there is any at all");
    add_flag(app, "--list-profiles", options->list_profiles,
             "List the profiles and vocabularies with their versions, and audit nothing");
    options->trust.add_to(app, false);
    options->encoding.add_to(app);
    options->notes.add_to(app);
    add_format(app, options->format, audit_forms());
    options->outputs.add_to(app);
    options->baseline.add_to(app);
    options->apply.add_to(app);
    options->work.add_quiet(app);
    return [options](Io& io) {
        if (options->list_profiles) {
            if (options->format != "text" && options->format != "json")
                return fail(io,
                            Error(ErrorCode::usage, "--list-profiles has the forms text and json"));
            io.out << report::profile_list(options->format);
            return Exit::passed;
        }
        if (options->paths.empty())
            return fail(io, Error(ErrorCode::usage,
                                  "PATH is required; `solander audit --help` tells more"));
        const auto code = run(io, *options);
        return code ? *code : fail(io, code.error());
    };
}

}  // namespace

extern const Command audit;
const Command audit{
    .group = "",
    .name = "audit",
    .title = "Hold records against rules on source, custody, rights and funding",
    .examples =
        "  solander audit captures/\n"
        "  solander audit captures/ --profile wilson --profile dpla --fail-on warning\n"
        "  solander audit letters-1919.tar --trust allowed_signers --as-of 2026-11-28\n"
        "  solander audit captures/ -o sarif=audit.sarif -o csv=questions.csv\n"
        "  solander audit captures/ --write-baseline known.txt  # once\n"
        "  solander audit captures/ --baseline known.txt  # then only what is new fails\n"
        "  solander audit captures/ --apply questions.csv --write-records records.csv\n"
        "  solander audit letters-1919.tar --apply questions.csv -k archivist.key\n"
        "  solander explain RGT009\n\n"
        "Exits 0 if no finding is as grave as --fail-on says, 1 if one is, 2 if there was\n"
        "nothing to audit or a package is not vouched for: docs/exit-codes.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
