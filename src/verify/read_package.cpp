// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include <solander/read.h>

#include "base/escape.h"
#include "base/try.h"
#include "verify/chain_report.h"
#include "verify/evidence.h"
#include "verify/outside.h"
#include "verify/remember.h"
#include "verify/report_builder.h"
#include "verify/trust_file.h"

namespace solander {

namespace {

/// The chain of a package that is not there: nothing if that is not there either.
Result<std::optional<Report>> read_chain_alone(const std::filesystem::path& package,
                                               const VerifyOptions& options,
                                               const trust::TrustStore* trust,
                                               const Environment& environment) {
    const auto place =
        options.custody.value_or(verify::custody_beside(package, package::Form::tar));
    SOLANDER_TRY_ASSIGN(const auto package_there, environment.files.find(package));
    SOLANDER_TRY_ASSIGN(const auto there, environment.files.find(place));
    if (package == "-" || package_there || !there) return std::optional<Report>();
    const base::Limits limits;
    SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(place));
    auto folder = custody::read_folder(environment, *directory, limits);
    if (!folder) return folder.error().in(base::printable(place.string()));
    const verify::Chain chain = verify::read_chain(*folder, limits);
    verify::ChainContext context;
    context.trust = trust;
    context.now = environment.clock.now();
    if (!chain.events.empty() && chain.events.front().event)
        context.manifest_digest = chain.events.front().event->manifest.sha256;
    const auto walked = verify::walk_chain(context, chain);
    Report report = verify::report_of_chain(package, *folder, walked, trust);
    report.manifest_digest = context.manifest_digest;
    return std::optional(std::move(report));
}

Result<Report> read(const std::filesystem::path& package, const VerifyOptions& options,
                    const Environment& environment, verify::Needs needs) {
    SOLANDER_TRY_ASSIGN(const verify::TrustFile trust,
                        verify::TrustFile::read(options, environment));
    SOLANDER_TRY(verify::check_own_is_outside(package, options, environment));
    if (needs == verify::Needs::custody) {
        SOLANDER_TRY_ASSIGN(auto alone,
                            read_chain_alone(package, options, trust.store(), environment));
        if (alone) return *std::move(alone);
    }
    SOLANDER_TRY_ASSIGN(auto evidence,
                        verify::open_evidence(package, options, trust.store(), environment));
    if (needs == verify::Needs::front)
        return verify::ReportBuilder::build(package, *evidence, needs);
    verify::read_custody(package, options, environment, *evidence);
    SOLANDER_TRY_ASSIGN(const auto known, verify::Known::read(options, environment));
    SOLANDER_TRY(known.look_up(options, environment, *evidence));
    return verify::ReportBuilder::build(package, *evidence, needs);
}

}  // namespace

Result<Report> read_package(const std::filesystem::path& package, const VerifyOptions& options,
                            const Environment& environment) {
    return read(package, options, environment, verify::Needs::front);
}

Result<Report> read_custody(const std::filesystem::path& package, const VerifyOptions& options,
                            const Environment& environment) {
    return read(package, options, environment, verify::Needs::custody);
}

}  // namespace solander
