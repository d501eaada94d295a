// SPDX-License-Identifier: Apache-2.0
#include "cli/pack_audit.h"

#include <ostream>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "cli/common.h"
#include "report/emitter.h"
#include "report/sealed_audit.h"

namespace solander::cli {

namespace {

constexpr std::size_t kShownFindings = 5;

}  // namespace

void PackAuditOptions::add_to(CLI::App& app) {
    std::vector<std::string_view> names;
    for (const AuditProfileInfo& profile : audit_profiles()) names.push_back(profile.name);
    add_repeatable(
        app, "--profile", "NAME", profiles,
        "What the audit holds records against: " + either(names) +
            " (default: those of the configuration, else core); repeatable, the strictest "
            "level holds");
    add_text(app, "--as-of", "DATE", as_of,
             "Let the audit judge embargoes as of this day, YYYY-MM-DD (default: the day of "
             "sealing)");
    fail_on = "never";
    add_choice(app, "--fail-on", "LEVEL", fail_on, {"error", "warning", "note", "review", "never"},
               "Pack nothing, and exit with 1, if the audit has a finding as grave as this, with "
               "review if it has any at all; outweighs the configuration");
    fail_on.clear();  // Not named: the configuration may say.
    add_text(app, "--config", "FILE", config.config,
             "The configuration of the audit (default: the solander.toml in the directory of each "
             "INPUT, or in one above it)");
    add_flag(app, "--no-config", config.no_config, "Look for no configuration");
    add_text(app, "--exceptions", "FILE", config.exceptions,
             "Findings that somebody has accepted (default: the solander-exceptions.toml beside "
             "the configuration)");
    add_text(app, "--baseline", "FILE", baseline,
             "Findings known before, as `solander audit --write-baseline` wrote them: they are "
             "told, and do not count");
    add_flag(app, "--no-audit", none, "Do not audit, and let the manifest state no audit");
}

Result<std::optional<PackAudit>> PackAuditOptions::value(const Io& io,
                                                         const std::vector<std::string>& inputs,
                                                         PackAuditFiles& files) const {
    if (none) {
        const bool is_asked = !profiles.empty() || !as_of.empty() || !fail_on.empty() ||
                              !config.config.empty() || !config.exceptions.empty() ||
                              !baseline.empty();
        if (is_asked)
            return Error(ErrorCode::usage,
                         "--no-audit goes with none of --profile, --as-of, --fail-on, --config, "
                         "--exceptions and --baseline");
        return std::optional<PackAudit>();
    }
    PackAudit audit;
    audit.settings.profiles = profiles;
    audit.settings.as_of = as_of;
    SOLANDER_TRY_ASSIGN(files.settings, load_audit_settings(config, inputs, io.files));
    if (!fail_on.empty()) {
        audit.fail_on = parse_audit_level(fail_on).value_or(AuditLevel::off);
    } else if (files.settings.config.fail_on) {
        audit.fail_on = *files.settings.config.fail_on;
        audit.fail_on_at = files.settings.config.fail_on_at;
    }
    files.settings.apply_to(audit.settings);
    audit.directory = files.settings.directory;
    if (!baseline.empty()) {
        SOLANDER_TRY_ASSIGN(const auto bytes,
                            base::read_all(io.files, baseline, base::Limits{}.record_bytes));
        auto read = parse_audit_baseline(base::as_text(bytes));
        if (!read) return naming(read.error(), baseline);
        files.baseline = *std::move(read);
        audit.settings.baseline = files.baseline.fingerprints;
        audit.baseline_sha256 = files.baseline.sha256;
    }
    return std::optional(std::move(audit));
}

void ToldAudit::audited(const SealedAudit& audit, std::span<const Document> documents) {
    io_.err << fmt::format(
        "solander: audit {}\n{}", report::sealed_audit_summary(audit),
        report::sealed_findings_text(audit, report::names_of(documents), "  ", kShownFindings));
    if (audit.counts != SealedCounts{}) io_.err << "  `solander audit` tells more\n";
}

void tell_audits(Io& io, const EachPacked& each) {
    SealedCounts all;
    std::size_t audited = 0;
    std::size_t in_error = 0;
    for (const EachOutcome& outcome : each.outcomes) {
        if (!outcome.audit) continue;
        const SealedCounts& counts = outcome.audit->counts;
        ++audited;
        in_error += counts.errors > 0 ? 1 : 0;
        all.errors += counts.errors;
        all.warnings += counts.warnings;
        all.reviews += counts.reviews;
        all.notes += counts.notes;
    }
    if (audited == 0) return;
    io.err << fmt::format(
        "solander: audit of {}: {}{}\n", report::count_text(audited, "package"),
        report::sealed_counts_text(all),
        in_error == 0 ? ""
                      : fmt::format("; {} with errors", report::count_text(in_error, "package")));
    if (all != SealedCounts{}) io.err << "  `solander audit` tells more\n";
}

}  // namespace solander::cli
