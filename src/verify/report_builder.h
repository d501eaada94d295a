// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/verify.h>

#include "verify/evidence.h"

namespace solander::verify {

/// Makes the report from the evidence, by asking every check. The only maker of VerifiedManifest.
class ReportBuilder {
public:
    /// All but the manifest, which stays with the evidence: so that it can be judged again.
    static Report judge(const std::filesystem::path& package, const Evidence& evidence);

    /// Moves the manifest of the evidence into the report of its last judgement.
    static void hand_over_manifest(Evidence& evidence, Report& report);

    /// From the checks that look at the manifest and its signatures only; the other layers are
    /// undecided.
    static Report build_of_manifest(const std::filesystem::path& package, Evidence& evidence);

    /// Adds what was found out later; the verdicts follow.
    static void add(Report& report, Finding finding);

    /// The report of something that is no package, or too large to look at.
    static Report refuse(const std::filesystem::path& package, Code code, std::string message);

private:
    enum class Scope { all, manifest };
    static Report ask(const std::filesystem::path& package, const Evidence& evidence, Scope scope);
};

}  // namespace solander::verify
