// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include <solander/verify.h>

#include "base/parallel.h"
#include "base/try.h"
#include "verify/evidence.h"
#include "verify/report_builder.h"
#include "verify/trust_file.h"

namespace solander {

namespace {

Result<Report> verify_one(const std::filesystem::path& package, const VerifyOptions& options,
                          const trust::TrustStore* trust, const Environment& environment) {
    SOLANDER_TRY(verify::check_trust_is_outside(package, options, environment));
    auto evidence = verify::gather(package, options, trust, environment);
    if (evidence) return verify::ReportBuilder::build(package, **evidence);
    const Error& error = evidence.error();
    if (error.code() == ErrorCode::format)
        return verify::ReportBuilder::refuse(package, Code::package_unrecognised,
                                             "is " + error.message());
    if (error.code() == ErrorCode::limit)
        return verify::ReportBuilder::refuse(package, Code::limit_exceeded, error.message());
    return error;
}

}  // namespace

const Manifest* Report::manifest() const noexcept {
    if (verified) return &verified->get();
    return unverified ? &*unverified : nullptr;
}

Result<Report> verify_package(const std::filesystem::path& package, const VerifyOptions& options,
                              const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const verify::TrustFile trust,
                        verify::TrustFile::read(options, environment));
    return verify_one(package, options, trust.store(), environment);
}

Result<std::vector<Result<Report>>> verify_packages(std::span<const std::filesystem::path> packages,
                                                    const VerifyOptions& options,
                                                    const Environment& environment) {
    if (options.custody && packages.size() > 1)
        return Error(ErrorCode::usage, "--custody names the custody of one package, not of many");
    SOLANDER_TRY_ASSIGN(const verify::TrustFile trust,
                        verify::TrustFile::read(options, environment));
    // Trust that comes with one of them vouches for none of them.
    for (const auto& package : packages) {
        const auto outside = verify::check_trust_is_outside(package, options, environment);
        if (!outside && outside.error().code() == ErrorCode::usage) return outside.error();
    }

    // Few packages: all threads work on one after the other. Many: each thread takes its own.
    Environment inner = environment;
    const bool many = packages.size() >= 2 * std::size_t{environment.jobs};
    if (many) inner.jobs = 1;
    Environment outer = environment;
    if (!many) outer.jobs = 1;
    std::vector<std::optional<Result<Report>>> slots(packages.size());
    SOLANDER_TRY(base::parallel_for(outer, packages.size(), [&](unsigned, std::size_t index) {
        slots[index] = verify_one(packages[index], options, trust.store(), inner);
        return Result<void>();
    }));
    std::vector<Result<Report>> reports;
    reports.reserve(slots.size());
    for (auto& slot : slots) reports.push_back(*std::move(slot));
    return reports;
}

}  // namespace solander
