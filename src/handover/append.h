// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <solander/handover.h>

#include "handover/copy.h"
#include "model/event.h"

namespace solander::handover {

/// The outcome of a step that may not be done, and changed nothing. `objection` is what stands
/// against it, and becomes a sentence about this copy.
StepOutcome refused(Copy& copy, Code code, const std::string& objection);

/// Why nothing can be built on this copy: its report.
StepOutcome not_good(Copy& copy);

/// The outcome of a step after which the chain is as `walked` found it; the events from number
/// `first` on are new.
StepOutcome done(Copy& copy, const verify::WalkedChain& walked, const Sha256& manifest,
                 std::uint64_t first);

/// Makes `body` the next event of a copy that is good: asks the state machine, records it in the
/// journal, signs it, lets our own verifier judge it and puts it in place.
Result<StepOutcome> append(Copy& copy, const CustodyStep& step, model::EventBody body,
                           const Environment& environment);

/// Where the chain stands and what may come next, in two sentences.
std::string standing(const Copy& copy);

}  // namespace solander::handover
