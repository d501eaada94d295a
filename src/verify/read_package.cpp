// SPDX-License-Identifier: Apache-2.0
#include <solander/read.h>

#include "base/try.h"
#include "verify/evidence.h"
#include "verify/outside.h"
#include "verify/report_builder.h"
#include "verify/trust_file.h"

namespace solander {

Result<Report> read_package(const std::filesystem::path& package, const VerifyOptions& options,
                            const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const verify::TrustFile trust,
                        verify::TrustFile::read(options, environment));
    SOLANDER_TRY(verify::check_own_is_outside(package, options, environment));
    SOLANDER_TRY_ASSIGN(auto evidence,
                        verify::open_evidence(package, options, trust.store(), environment));
    return verify::ReportBuilder::build_of_manifest(package, *evidence);
}

}  // namespace solander
