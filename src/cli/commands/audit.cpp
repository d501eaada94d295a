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
#include "base/version.h"
#include "cli/audit_apply.h"
#include "cli/audit_baseline_option.h"
#include "cli/audit_config_options.h"
#include "cli/audit_inputs.h"
#include "cli/audit_outputs.h"
#include "cli/common.h"
#include "cli/compare_audits.h"
#include "cli/encoding_option.h"
#include "cli/notes.h"
#include "report/rule_help.h"

namespace solander::cli {

namespace {

struct Options {
    std::vector<std::string> paths;
    std::vector<std::string> profiles;
    std::string as_of;
    std::string fail_on;
    std::string format;
    bool list_profiles = false;
    bool compare = false;
    AuditApply apply;
    AuditOutputs outputs;
    AuditBaselineOption baseline;
    bool print_config = false;
    AuditConfigOptions config;
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
    const bool is_told = options.format == "text" && io.terminal.shows_output();
    if (is_told && !options.apply.is_asked()) return inputs.code;
    for (const report::Unaudited& each : inputs.unaudited)
        io.err << fmt::format("solander: {}: not audited: {}\n", base::printable(each.path),
                              base::printable(each.reason));
    if (options.apply.is_asked()) return inputs.code;  // Which tells of the signer itself.
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

/// With the profiles and as of the day of each package, unless the command line names others.
Result<Exit> compare(Io& io, const Options& options, const AuditSettings& settings,
                     AuditRequest request) {
    if (options.format != "text" && options.format != "json")
        return Error(ErrorCode::usage, "--compare has the forms text and json");
    if (!options.outputs.paths().empty() || options.baseline.is_given())
        return Error(ErrorCode::usage,
                     "--compare goes with none of --output, --baseline and --write-baseline");
    if (options.apply.is_asked())
        return Error(ErrorCode::usage, "--compare and --apply are two tasks: name one of them");
    request.profiles = options.profiles;
    request.as_of = options.as_of;
    Work work(io, options.work, "reading");
    return compare_audits(
        io,
        {options.paths, std::move(request), settings, options.trust.resolve(io),
         settings.threshold(options.fail_on), options.format == "json", options.work.quiet},
        work.environment());
}

Result<Exit> run(Io& io, Options& options) {
    // Asked first with no record at all: a misspelt profile is told before anything is read.
    AuditRequest request{.records = {}};
    request.profiles = options.profiles;
    request.as_of = options.as_of.empty() ? today(io) : options.as_of;
    SOLANDER_TRY_ASSIGN(const AuditSettings settings,
                        load_audit_settings(options.config, options.paths, io.files));
    settings.apply_to(request);
    SOLANDER_TRY(audit_records(request));
    settings.tell(io, options.config, options.work.quiet);
    SOLANDER_TRY_ASSIGN(const auto encoding, options.encoding.value());
    SOLANDER_TRY(prepare(io, options));
    SOLANDER_TRY(
        options.apply.check(!options.outputs.paths().empty() || options.baseline.writes()));
    if (options.compare) return compare(io, options, settings, std::move(request));

    Work work(io, options.work, "reading");
    const VerifyOptions trust = options.trust.resolve(io);
    auto read = read_audit_inputs(
        options.paths, trust, encoding, work.environment(),
        options.apply.is_asked() ? Determinations::left_out : Determinations::added);
    work.done();
    if (!read) return std::move(read).error();
    AuditInputs inputs = *std::move(read);
    settings.place(inputs, io.files);
    if (!options.work.quiet) options.notes.tell(io, inputs.notes);

    SOLANDER_TRY(options.outputs.spare(io, inputs.records));
    request.records = inputs.records;
    request.refused = inputs.refused;
    request.baseline = options.baseline.fingerprints();
    request.remarks = inputs.remarks;
    SOLANDER_TRY_ASSIGN(const AuditReport report, audit_records(request));
    if (!options.work.quiet) {
        for (const std::string& note : report.notes) io.err << "solander: note: " << note << '\n';
        for (const std::string& note : unmatched_paths(settings.config, request))
            io.err << "solander: note: " << note << '\n';
    }
    const report::AuditOutcome outcome{report,
                                       inputs.records,
                                       inputs.packages,
                                       inputs.unaudited,
                                       inputs.files_without_record,
                                       settings.threshold(options.fail_on),
                                       options.baseline.compare(report),
                                       base::kVersion,
                                       request.boilerplate};
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

Exit print_config(Io& io, const Options& options) {
    const std::vector<std::string> here{"."};
    const auto settings =
        load_audit_settings(options.config, options.paths.empty() ? here : options.paths, io.files);
    if (!settings) return fail(io, settings.error());
    AuditRequest request{.records = {}};
    request.profiles = options.profiles;
    const auto text = print_audit_settings(*settings, request, options.fail_on);
    if (!text) return fail(io, text.error());
    io.out << *text;
    return Exit::passed;
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
    add_repeatable(
        app, "--profile", "NAME", options->profiles,
        "What to hold records against: " + profile_names() +
            " (default: those of the configuration, else core); repeatable, the strictest "
            "level holds");
    add_text(app, "--as-of", "DATE", options->as_of,
             "Judge embargoes as of this day, YYYY-MM-DD (default: today)");
    options->fail_on = "error";
    add_choice(app, "--fail-on", "LEVEL", options->fail_on,
               {"error", "warning", "note", "review", "never"},
               "Exit with 1 if a finding is as grave as this, with review if there is any at all; "
               "outweighs the configuration");
    options->fail_on.clear();  // Not named: the configuration may say.
    add_flag(app, "--compare", options->compare,
             "Hold the audit of each package against the one that its manifest states, made with "
             "the same profiles as of the same day unless others are named; --fail-on then counts "
             "what differs");
    add_flag(app, "--list-profiles", options->list_profiles,
             "List the profiles and vocabularies with their versions, and audit nothing");
    options->config.add_to(app);
    add_flag(app, "--print-config", options->print_config,
             "Show the configuration in effect for PATH (default: here), where each value is from, "
             "and audit nothing");
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
        if (options->print_config) return print_config(io, *options);
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
        "  solander audit letters-1919.tar --trust allowed_signers --compare\n"
        "  solander audit captures/ -f github -o sarif=audit.sarif -o csv=questions.csv\n"
        "  solander audit captures/ --write-baseline known.txt # once\n"
        "  solander audit captures/ --baseline known.txt       # then: what is new fails\n"
        "  solander audit captures/ --apply questions.csv --write-records records.csv\n"
        "  solander audit letters-1919.tar --apply questions.csv -k archivist.key\n"
        "  solander audit --print-config captures/\n"
        "  solander explain RGT009\n\n"
        "Exits 0 if no finding is as grave as --fail-on says, 1 if one is, 2 if there was\n"
        "nothing to audit or a package is not vouched for: docs/exit-codes.md.\n",
    .setup = setup,
};

}  // namespace solander::cli
