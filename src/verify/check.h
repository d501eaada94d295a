// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <solander/finding.h>
#include <solander/verify.h>

#include "verify/evidence.h"
#include "verify/timeline.h"

namespace solander::verify {

/// What a check has to say.
struct Answers {
    std::vector<Finding> findings = {};
    std::vector<SignerReport> signers = {};
    std::vector<EventReport> events = {};
    std::optional<CustodyReport> custody = {};
    Confirmation confirmation = {};  ///< What is known of the chain from elsewhere.
};

/// How much of a package has to be read before a check can look at it.
enum class Needs {
    front,    ///< The manifest and its signatures.
    custody,  ///< Those and the chain.
    payload,  ///< All there is.
};

/// Judges one aspect of the evidence, reading nothing more. To add one: CONTRIBUTING.md, "A verify
/// check".
struct Check {
    std::string_view name;
    std::string_view title;  ///< What holds when it passes.
    Layer layer = Layer::container;
    Needs needs = Needs::payload;
    /// Returns `passed` if it could look at all that it should, whatever it found; findings make it
    /// graver by themselves. A check that could not look says `indeterminate`.
    Verdict (*run)(const Evidence& evidence, Answers& answers) = nullptr;
};

/// All checks, in the order of src/verify/checks/CMakeLists.txt, which is that of reports.
std::span<const Check* const> checks();

}  // namespace solander::verify
