// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include <solander/verify.h>

#include "base/parallel.h"
#include "base/try.h"
#include "policy/needs.h"
#include "verify/attestations.h"
#include "verify/evidence.h"
#include "verify/outside.h"
#include "verify/proof.h"
#include "verify/remember.h"
#include "verify/report_builder.h"
#include "verify/trust_file.h"

namespace solander {

namespace {

/// What the reader brings along, the same for all packages.
struct Reader {
    verify::TrustFile trust;
    verify::Known known;
    std::vector<verify::AttestationFile> attestations;
};

Result<Reader> read_own(const VerifyOptions& options, const Environment& environment) {
    SOLANDER_TRY_ASSIGN(auto trust, verify::TrustFile::read(options, environment));
    SOLANDER_TRY_ASSIGN(auto known, verify::Known::read(options, environment));
    SOLANDER_TRY_ASSIGN(auto attestations, verify::read_attestations(options, environment));
    return Reader{std::move(trust), std::move(known), std::move(attestations)};
}

Result<Report> verify_one(const std::filesystem::path& package, const VerifyOptions& options,
                          const Reader& reader, const Environment& environment) {
    auto gathered = verify::gather(package, options, reader.trust.store(), environment);
    if (!gathered) return verify::ReportBuilder::refuse(package, gathered.error());
    verify::Evidence& evidence = **gathered;
    verify::check_attestations(reader.attestations, evidence);
    SOLANDER_TRY(reader.known.look_up(options, environment, evidence));
    Report report = verify::ReportBuilder::judge(package, evidence);
    if (const auto* memory = reader.known.memory())
        SOLANDER_TRY(verify::remember(*memory, package, evidence, report));
    SOLANDER_TRY_ASSIGN(report.proofs, verify::write_proofs(options, evidence, environment));
    const auto seen = evidence.elsewhere.first_seen();
    verify::ReportBuilder::hand_over_manifest(evidence, report);
    if (const Policy* policy = reader.trust.policy())
        report.policy = policy::judge(*policy, {report, reader.trust.store(), evidence.now, seen});
    return report;
}

}  // namespace

const Manifest* Report::manifest() const noexcept {
    if (verified) return &verified->get();
    return unverified ? &*unverified : nullptr;
}

Result<Report> verify_package(const std::filesystem::path& package, const VerifyOptions& options,
                              const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const Reader reader, read_own(options, environment));
    SOLANDER_TRY(verify::check_own_is_outside(package, options, environment));
    return verify_one(package, options, reader, environment);
}

Result<std::vector<Result<Report>>> verify_packages(std::span<const std::filesystem::path> packages,
                                                    const VerifyOptions& options,
                                                    const Environment& environment) {
    if (options.custody && packages.size() > 1)
        return Error(ErrorCode::usage, "--custody names the custody of one package, not of many");
    if (!options.compare.empty() && packages.size() > 1)
        return Error(ErrorCode::usage,
                     "--compare names another custody of one package, not of many");
    if (!options.attestations.empty() && packages.size() > 1)
        return Error(ErrorCode::usage,
                     "--attestation is over one package, not over many; each further attestation "
                     "needs its own --attestation in front");
    SOLANDER_TRY_ASSIGN(const Reader reader, read_own(options, environment));
    SOLANDER_TRY_ASSIGN(auto own, verify::OwnPlaces::find(options, environment));
    std::vector<std::optional<Result<Report>>> slots(packages.size());
    for (std::size_t index = 0; index < packages.size(); ++index) {
        const auto outside = own.check_outside(packages[index]);
        if (outside) continue;
        // Trust that comes with one of them vouches for none of them.
        if (outside.error().code() == ErrorCode::usage) return outside.error();
        slots[index] = outside.error();
    }

    // Few packages: all threads work on one after the other. Many: each thread takes its own.
    Environment inner = environment;
    const bool many = packages.size() >= 2 * std::size_t{environment.jobs};
    if (many) inner.jobs = 1;
    Environment outer = environment;
    if (!many) outer.jobs = 1;
    SOLANDER_TRY(base::parallel_for(outer, packages.size(), [&](unsigned, std::size_t index) {
        if (!slots[index]) slots[index] = verify_one(packages[index], options, reader, inner);
        return Result<void>();
    }));
    std::vector<Result<Report>> reports;
    reports.reserve(slots.size());
    for (auto& slot : slots) reports.push_back(*std::move(slot));
    return reports;
}

}  // namespace solander
