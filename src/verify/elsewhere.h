// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "verify/branches.h"
#include "verify/chain_walk.h"
#include "verify/evidence.h"
#include "verify/other_copy.h"

namespace solander::verify {

/// Another chain of the package, held against ours.
struct Compared {
    const OtherCopy* other = nullptr;
    bool is_memory = false;
    WalkedChain walked;  ///< Of the other.
    /// Whether it can confirm or accuse: the memory, which took in nothing that did not pass, or a
    /// copy that itself passes.
    bool is_sound = false;
    Branching branching;
};

/// The memory's chain, if there is one, then the other copies in the reader's order.
std::vector<Compared> compare_elsewhere(const Evidence& evidence);

/// Two others that contradict each other, whatever ours says.
struct Quarrel {
    const Compared* one = nullptr;
    const Compared* other = nullptr;
    Branching branching;  ///< Of `one` and `other`: an equivocation or a fork.
};

/// Those among `all` that are sound. They point into `all`.
std::vector<Quarrel> quarrels_among(const std::vector<Compared>& all,
                                    const custody::Compare& compare);

/// Whether an event of a chain is signed by those whom the reader trusts, all of them: only such an
/// event can accuse anybody.
bool is_vouched_for(const WalkedChain& walked, const ChainEvent& event);

}  // namespace solander::verify
