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

}  // namespace solander::verify
