// SPDX-License-Identifier: Apache-2.0
#include "cli/pack_audit.h"

#include <ostream>

#include <fmt/format.h>

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
    add_repeatable(app, "--profile", "NAME", profiles,
                   "What the audit holds records against: " + either(names) +
                       " (default: core); repeatable, the strictest level holds");
    add_text(app, "--as-of", "DATE", as_of,
             "Let the audit judge embargoes as of this day, YYYY-MM-DD (default: the day of "
             "sealing)");
    add_choice(app, "--fail-on", "LEVEL", fail_on, {"error", "warning", "note", "review", "never"},
               "Pack nothing, and exit with 1, if the audit has a finding as grave as this, with "
               "review if it has any at all");
    add_flag(app, "--no-audit", none, "Do not audit, and let the manifest state no audit");
}

Result<std::optional<PackAudit>> PackAuditOptions::value() const {
    if (none) {
        if (!profiles.empty() || !as_of.empty() || fail_on != "never")
            return Error(ErrorCode::usage,
                         "--no-audit goes with none of --profile, --as-of and --fail-on");
        return std::optional<PackAudit>();
    }
    PackAudit audit;
    audit.settings.profiles = profiles;
    audit.settings.as_of = as_of;
    audit.fail_on = parse_audit_level(fail_on).value_or(AuditLevel::off);
    return std::optional(std::move(audit));
}

void ToldAudit::audited(const SealedAudit& audit) {
    io_.err << fmt::format("solander: audit {}\n{}", report::sealed_audit_summary(audit),
                           report::sealed_findings_text(audit, "  ", kShownFindings));
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
