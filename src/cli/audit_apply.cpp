// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_apply.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include <solander/worklist.h>

#include "base/escape.h"
#include "base/listed.h"
#include "base/try.h"
#include "cli/audit_outputs.h"
#include "cli/common.h"
#include "cli/output_file.h"
#include "report/emitter.h"

namespace solander::cli {

namespace {

Error misused(std::string message) {
    return {ErrorCode::usage, std::move(message)};
}

/// Reads the worklist and holds it against the audit.
Result<CheckedWorklist> read_decisions(Io& io, const std::string& path,
                                       const AuditApply::Audited& audited, bool sealed) {
    Work work(io, audited.work, "reading");
    auto rows = read_worklist(path, audited.encoding, work.environment());
    work.done();
    if (!rows) return std::move(rows).error();
    auto checked = check_worklist({.rows = *rows,
                                   .records = audited.inputs.records,
                                   .report = audited.report,
                                   .now = io.clock.now(),
                                   .sealed = sealed});
    if (!checked) return checked.error().in(base::printable(path));
    return checked;
}

std::string open_rows(std::size_t open) {
    if (open == 0) return {};
    return fmt::format("{} {} open\n", report::count_text(open, "row"), open == 1 ? "is" : "are");
}

Exit tell_nothing_decided(Io& io, const std::string& path, std::size_t open) {
    io.err << fmt::format("solander: {}: no row has a decision ({}); nothing was written\n",
                          base::printable(path), report::count_text(open, "row"));
    return Exit::indeterminate;
}

Result<TableFormat> format_of(const std::filesystem::path& path) {
    if (path.extension() == ".csv") return TableFormat::csv;
    if (path.extension() == ".json") return TableFormat::json;
    if (path.extension() == ".toml") return TableFormat::toml;
    return misused(
        fmt::format("--write-records takes the name of a .csv, .json or .toml file, not "
                    "'{}'",
                    base::printable(path.string())));
}

/// The table to write must be nothing that was read. Errors: usage.
Result<void> spare_inputs(const Io& io, const std::string& output, const std::string& worklist,
                          const AuditApply::Audited& audited) {
    std::vector<std::filesystem::path> inputs{worklist};
    inputs.insert(inputs.end(), audited.paths.begin(), audited.paths.end());
    for (const auto& table : audited.inputs.tables) inputs.push_back(table);
    for (const RefusedText& text : audited.inputs.refused) inputs.emplace_back(text.file);
    for (const std::filesystem::path& input : inputs) {
        const auto is_same = is_same_file(io, input, output);
        if (is_same && *is_same)
            return misused(fmt::format("--write-records '{}' is an input; name another file",
                                       base::printable(output)));
    }
    return spare_records(io, output, audited.inputs.records);
}

/// What was decided to stay as it is and will be asked again: the way to end that.
std::string kept_rules(const CheckedWorklist& checked) {
    if (checked.asked_again.empty()) return {};
    return fmt::format(
        "Kept, and asked again by the next audit: {}. An exception ends that: "
        "docs/audit-config.md\n",
        fmt::join(checked.asked_again, ", "));
}

bool is_among(const std::vector<std::filesystem::path>& tables, const std::string& path) {
    return std::ranges::any_of(tables, [&path](const std::filesystem::path& table) {
        return table.lexically_normal() == std::filesystem::path(path).lexically_normal();
    });
}

}  // namespace

void AuditApply::add_to(CLI::App& app) {
    add_text(app, "--apply", "WORKLIST", worklist_,
             "Take back a worklist that was filled in, instead of telling findings: before "
             "packing into the table of --write-records, of a package as events of its custody");
    add_text(app, "--write-records", "NEW", records_,
             "With --apply: the record table to write, .csv, .json or .toml, for `solander pack "
             "--records`");
    step_.add_signing_to(app);
}

Result<void> AuditApply::check(bool writes) const {
    const bool is_step = !step_.key.empty() || !step_.principal.empty() || !step_.journal.empty() ||
                         step_.no_journal;
    if (!is_asked() && !records_.empty())
        return misused(
            "--write-records goes with --apply; `solander describe -o` writes a table "
            "without decisions");
    if (!is_asked() && is_step)
        return misused("an audit signs nothing: -k, --principal and the journal go with --apply");
    if (is_asked() && writes)
        return misused("with --apply no findings are told: leave -o and --write-baseline out");
    if (!records_.empty()) {
        SOLANDER_TRY(format_of(records_));
        if (is_step)
            return misused(
                "a record table is not signed: -k, --principal and the journal are for "
                "a package");
    }
    return {};
}

Result<Exit> AuditApply::run(Io& io, const Audited& audited) const {
    const bool has_package = !audited.inputs.packages.empty() || !audited.inputs.unaudited.empty();
    if (audited.format != "text" && (audited.format != "json" || !has_package))
        return misused(fmt::format("with --apply there is no form '{}'", audited.format));
    if (!has_package) return write_table(io, audited);
    if (audited.paths.size() != 1 || audited.inputs.packages.size() != 1 ||
        audited.inputs.packages.front().path != audited.paths.front())
        return misused(
            "a worklist is applied to one package at a time, or to what is not packed "
            "yet");
    if (!records_.empty())
        return misused(
            "a sealed record is not rewritten: leave --write-records out, and the "
            "decisions become events of custody");
    return write_events(io, audited);
}

Result<Exit> AuditApply::write_table(Io& io, const Audited& audited) const {
    if (records_.empty())
        return misused("--write-records NEW.csv is required: the table that the decisions go into");
    SOLANDER_TRY(spare_inputs(io, records_, worklist_, audited));
    if (audited.inputs.tables.size() > 1)
        return misused("decisions go into one record table, and several are among the inputs");
    SOLANDER_TRY_ASSIGN(const TableFormat format, format_of(records_));
    SOLANDER_TRY_ASSIGN(const CheckedWorklist checked,
                        read_decisions(io, worklist_, audited, false));
    if (checked.decisions.empty()) return tell_nothing_decided(io, worklist_, checked.open);
    WorklistTableRequest request;
    std::string next;
    for (const std::string& path : audited.paths) {
        if (is_among(audited.inputs.tables, path)) continue;
        request.inputs.emplace_back(path);
        next += ' ' + shell_word(path);
    }
    if (!audited.inputs.tables.empty()) request.table = audited.inputs.tables.front();
    request.worklist = worklist_;
    request.encoding = audited.encoding;
    request.subjects = audited.inputs.subjects;
    request.decisions = checked.decisions;
    Work work(io, audited.work, "reading");
    const auto table = decide_in_table(request, work.environment());
    work.done();
    if (!table) return table.error();
    SOLANDER_TRY(write_output_file(io.files, records_, solander::write_table(*table, format),
                                   audited.replaces ? Existing::replace : Existing::refuse));
    if (!audited.work.quiet)
        io.out << fmt::format(
            "{}  {}, {}\n{}{}\nNext: solander pack{} --records {} -k KEY{}\n",
            base::printable(records_), report::count_text(table->rows.size(), "document"),
            report::count_text(checked.decisions.size(), "decision"), open_rows(checked.open),
            kept_rules(checked), next, shell_word(records_),
            request.inputs.size() > 1 ? " --name NAME" : "");
    return Exit::passed;
}

Result<Exit> AuditApply::write_events(Io& io, const Audited& audited) const {
    const report::AuditedPackage& package = audited.inputs.packages.front();
    if (!package.untrusted.empty()) {
        io.err << fmt::format(
            "solander: {}: its signer {} is not trusted: give --trust FILE, a trust file that has "
            "the key; nothing was written\n",
            base::printable(package.path), base::printable(base::listed(package.untrusted)));
        return Exit::indeterminate;
    }
    SOLANDER_TRY_ASSIGN(const CheckedWorklist checked,
                        read_decisions(io, worklist_, audited, true));
    if (checked.decisions.empty()) return tell_nothing_decided(io, worklist_, checked.open);
    const auto decisions = rights_decisions(audited.inputs.records, checked.decisions);
    StepOptions options = step_;
    options.package = audited.paths.front();
    options.format = audited.format;
    options.trust = audited.trust;
    options.work = audited.work;
    const StepPlan plan{.name = "determine",
                        .co_signers = {},
                        .act =
                            [&decisions](const CustodyStep& step, const Environment& environment) {
                                return record_decisions(step, decisions, environment);
                            },
                        .next = {},
                        .receipt_file = {}};
    const Exit code = take_signed_step(io, options, plan);
    if (code == Exit::passed && !audited.work.quiet && audited.format == "text")
        io.out << open_rows(checked.open) << kept_rules(checked);
    return code;
}

}  // namespace solander::cli
