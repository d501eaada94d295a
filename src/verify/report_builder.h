// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/verify.h>

#include "verify/check.h"
#include "verify/evidence.h"

namespace solander::verify {

/// Makes the report from the evidence, by asking every check. The only maker of VerifiedManifest.
class ReportBuilder {
public:
    /// From the checks that need no more than `read`; the layers of the others are undecided. All
    /// but the manifest, which stays with the evidence: so that it can be judged again.
    static Report judge(const std::filesystem::path& package, const Evidence& evidence,
                        Needs read = Needs::payload);

    /// Moves the manifest of the evidence into the report of its last judgement.
    static void hand_over_manifest(Evidence& evidence, Report& report);

    /// Both, one after the other.
    static Report build(const std::filesystem::path& package, Evidence& evidence,
                        Needs read = Needs::payload);

    /// Adds what was found out later; the verdicts follow.
    static void add(Report& report, Finding finding);

    /// The report of something that is no package, or too large to look at. Errors: all others.
    static Result<Report> refuse(const std::filesystem::path& package, const Error& error);
    static Report refuse(const std::filesystem::path& package, Code code, std::string message);
};

}  // namespace solander::verify
