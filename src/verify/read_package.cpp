// SPDX-License-Identifier: Apache-2.0
#include <solander/read.h>

#include "base/try.h"
#include "verify/evidence.h"
#include "verify/outside.h"
#include "verify/remember.h"
#include "verify/report_builder.h"
#include "verify/trust_file.h"

namespace solander {

namespace {

Result<Report> read(const std::filesystem::path& package, const VerifyOptions& options,
                    const Environment& environment, verify::Needs needs) {
    SOLANDER_TRY_ASSIGN(const verify::TrustFile trust,
                        verify::TrustFile::read(options, environment));
    SOLANDER_TRY(verify::check_own_is_outside(package, options, environment));
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
