// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "verify/chain_walk.h"
#include "verify/read_chain.h"
#include "verify/statement_signatures.h"

namespace solander::verify {

/// What witnesses of the reader's signed after each event of a chain. An event commits to all that
/// it follows from, so its time bounds theirs; a claimed time counts as far as the reader says that
/// it does, by naming its signer a witness. A witness whose own key has expired or was revoked
/// needs the same proof. Spec: docs/format.md, "Custody", time.
class WitnessedTimes {
public:
    static WitnessedTimes of(const ChainContext& context, const Chain& chain);

    /// For what events say of the manifest that the context is about.
    std::span<const WitnessedTime> of_manifest() const { return of_manifest_; }
    /// For the event at that place in the chain.
    std::span<const WitnessedTime> of_event(std::size_t index) const;

private:
    void take(const ChainContext& context, const ChainEvent& event, std::size_t index);

    std::vector<WitnessedTime> of_manifest_;
    std::vector<std::vector<WitnessedTime>> of_events_;  ///< Empty where there are no witnesses.
};

}  // namespace solander::verify
