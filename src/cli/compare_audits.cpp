// SPDX-License-Identifier: Apache-2.0
#include "cli/compare_audits.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "cli/audit_inputs.h"
#include "report/audit_comparison.h"

namespace solander::cli {

namespace {

/// The profiles of the sealers, as far as this build has them: the comparison tells the others.
std::vector<std::string> known_profiles(const SealedAudit& audit) {
    const auto known = audit_profiles();
    std::vector<std::string> names;
    for (const SealedProfile& profile : audit.profiles)
        if (std::ranges::find(known, profile.name, &AuditProfileInfo::name) != known.end())
            names.push_back(profile.name);
    return names;
}

Result<report::ComparedPackage> compare(AuditRequest request, const AuditInputs& inputs) {
    const SealedAudit& theirs = *inputs.packages.front().audit;
    request.records = inputs.records;
    if (request.profiles.empty()) request.profiles = known_profiles(theirs);
    if (request.as_of.empty()) request.as_of = theirs.as_of;
    SOLANDER_TRY_ASSIGN(AuditReport ours, audit_records(request));
    AuditComparison comparison = solander::compare_audits(theirs, ours, inputs.records);
    return report::ComparedPackage{inputs.packages.front(), std::move(ours), std::move(comparison)};
}

}  // namespace

Result<Exit> compare_audits(Io& io, const CompareOrder& order, const Environment& environment) {
    report::ComparedAudits compared;
    compared.fail_on = order.fail_on;
    Exit code = Exit::passed;
    for (const std::string& path : order.packages) {
        SOLANDER_TRY_ASSIGN(AuditInputs inputs,
                            read_audit_inputs({path}, order.trust, std::nullopt, environment));
        if (inputs.packages.empty() && inputs.unaudited.empty())
            return Error(ErrorCode::usage,
                         fmt::format("'{}' is no package: --compare holds an audit against the one "
                                     "that a package states",
                                     base::printable(path)));
        code = graver(code, inputs.code);
        std::ranges::move(inputs.unaudited, std::back_inserter(compared.unaudited));
        if (inputs.packages.empty()) continue;
        if (!inputs.packages.front().audit) {
            compared.unaudited.push_back(
                {path, "its manifest states no audit, so there is nothing to compare with"});
            code = graver(code, Exit::indeterminate);
            continue;
        }
        SOLANDER_TRY_ASSIGN(auto one, compare(order.request, inputs));
        compared.packages.push_back(std::move(one));
    }
    if (compared.failed()) code = graver(code, Exit::failed);
    const bool is_told = !order.is_json && io.terminal.shows_output();
    for (const report::Unaudited& each : compared.unaudited)
        if (!is_told)
            io.err << fmt::format("solander: {}: not compared: {}\n", base::printable(each.path),
                                  base::printable(each.reason));
    io.out << (order.is_json ? report::comparison_json(compared)
                             : report::comparison_text(compared, order.brief));
    return code;
}

}  // namespace solander::cli
