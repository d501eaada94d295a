// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/handover.h>

#include "cli/common.h"
#include "cli/keys.h"
#include "cli/options.h"

namespace solander::cli {

// What the verbs of `solander custody` that write have in common.

struct StepOptions {
    std::string package;
    std::string key;
    std::string principal;
    std::string journal;
    bool no_journal = false;
    std::string format;
    std::string state;
    std::string policy;
    TrustOptions trust;
    PassphraseOptions passphrase;
    WorkOptions work;

    /// What every verb has.
    void add_to(CLI::App& app);
    /// What those have that sign.
    void add_signing_to(CLI::App& app);
};

/// A step of the library, with everything it is told but its own words.
using Act = std::function<Result<StepOutcome>(const CustodyStep& step, const Environment&)>;

/// One verb's way through the library.
struct StepPlan {
    std::string_view name;                     ///< `release`, as in the verb.
    std::vector<std::string> co_signers = {};  ///< Key files.
    std::string recipient = {};                ///< Of a release; else empty.
    Act act;
    /// What to do after it was done: lines behind "Next: ". May be empty.
    std::function<std::string(const StepOutcome& outcome)> next = {};
    /// Where the receipt is to be written; empty: nowhere.
    std::function<std::filesystem::path(const StepOutcome& outcome)> receipt_file = {};
};

/// Reads keys, finds the journal, takes the step and tells what came of it.
Exit take_signed_step(Io& io, const StepOptions& options, const StepPlan& plan);
/// The same for a step that signs nothing.
Exit take_unsigned_step(Io& io, const StepOptions& options, const StepPlan& plan);

}  // namespace solander::cli
