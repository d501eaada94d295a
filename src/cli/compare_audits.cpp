// SPDX-License-Identifier: Apache-2.0
#include "cli/compare_audits.h"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <span>
#include <string_view>
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

/// Whoever packed under this very configuration did so with paths that had no package in front.
void place_as_packed(std::span<AuditRecord> records) {
    static constexpr std::string_view kPayload = "/data/";
    for (AuditRecord& record : records) {
        if (record.document.origins.empty()) continue;
        const std::string& file = record.document.origins.front().file;
        const std::string start = record.package + std::string(kPayload);
        if (file.starts_with(start)) record.path = file.substr(start.size());
    }
}

Result<report::ComparedPackage> compare(AuditRequest request, const report::AuditedPackage& package,
                                        std::vector<AuditRecord> records) {
    const SealedAudit& theirs = *package.audit;
    if (!request.config_sha256.empty() && theirs.config_sha256 &&
        request.config_sha256 == theirs.config_sha256->hex())
        place_as_packed(records);
    request.records = records;
    if (request.profiles.empty()) request.profiles = known_profiles(theirs);
    if (request.as_of.empty()) request.as_of = theirs.as_of;
    SOLANDER_TRY_ASSIGN(AuditReport ours, audit_records(request));
    AuditComparison comparison = solander::compare_audits(theirs, ours, records);
    report::DocumentNames names;
    for (const AuditRecord& record : records)
        names.emplace(record.document.id, report::short_name(record.document));
    return report::ComparedPackage{package, std::move(ours), std::move(comparison),
                                   std::move(names)};
}

/// Of several packages in a directory, the records of one.
std::vector<AuditRecord> records_of(const AuditInputs& inputs, const std::string& package) {
    std::vector<AuditRecord> records;
    for (const AuditRecord& record : inputs.records)
        if (record.package == package) records.push_back(record);
    return records;
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
        order.settings.place(inputs, io.files);
        for (const report::AuditedPackage& package : inputs.packages) {
            if (!package.audit) {
                compared.unaudited.push_back(
                    {package.path,
                     "its manifest states no audit, so there is nothing to compare with"});
                code = graver(code, Exit::indeterminate);
                continue;
            }
            SOLANDER_TRY_ASSIGN(auto one,
                                compare(order.request, package, records_of(inputs, package.path)));
            compared.packages.push_back(std::move(one));
        }
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
