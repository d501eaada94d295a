// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <solander/custody.h>
#include <solander/verify.h>

#include "custody/state_machine.h"
#include "verify/read_chain.h"

namespace solander::verify {

struct WalkedChain;

/// An event in words, and in fields that a program can read.
EventReport tell_event(const ChainEvent& event, const model::Event& said,
                       const std::vector<SignerReport>& signers);

/// What a chain as a whole shows, before anything is known from elsewhere.
CustodyReport tell_custody(const WalkedChain& walked);

/// How far evidence from elsewhere reaches.
struct Confirmation {
    std::uint64_t through = 0;    ///< The last event that is known from there.
    std::vector<std::string> by;  ///< Sentences.
    /// Sentences on what is known from there that this copy of the chain does not tell.
    std::vector<std::string> otherwise;
};

/// Adds that to what has been told, and closes the summary.
void confirm(const Confirmation& confirmation, CustodyReport& custody,
             std::vector<EventReport>& events);

}  // namespace solander::verify
