// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "custody/state_machine.h"
#include "verify/read_chain.h"

namespace solander::verify {

/// How another chain of the same package stands to ours. Spec: docs/format.md, "Two branches".
enum class Relation {
    same,
    ours_goes_on,    ///< Theirs is a beginning of ours: it confirms as far as it goes.
    theirs_goes_on,  ///< Ours is a beginning of theirs: its end was cut off.
    crossed,         ///< A cancel on one side, the recipient's answer on the other, which stands.
    equivocation,    ///< One party signed both of the events that part the two.
    fork,            ///< They contradict each other, and no rule says which of them stands.
    undecided,       ///< An event of one of them could not be read where they part.
};

/// Two keys, or one, that signed both of two events in one place.
struct Contradiction {
    std::string ours;  ///< Fingerprints.
    std::string theirs;
};

struct Branching {
    Relation relation = Relation::same;
    /// How many events the two begin with that are the same, byte for byte.
    std::size_t common = 0;
    /// Where they crossed: whether the answer, and not the cancel, is in our chain.
    bool ours_stands = false;
    std::vector<Contradiction> contradictions;  ///< Of an equivocation.
};

/// Compares by digests; believes nothing of what is not signed well. A contradiction is found only
/// between good signatures by the declared keys, and never where `compare` knows two keys by a
/// wildcard only.
Branching compare_branches(const Chain& ours, const Chain& theirs, const custody::Compare& compare);

/// Whether `one` and `other` contradict each other: different events of one package in one place,
/// each signed well by the same party. Empty if not.
std::vector<Contradiction> contradictions_between(const ChainEvent& one, const ChainEvent& other,
                                                  const custody::Compare& compare);

/// The same as compare_branches(), of an event that is known only by what a receipt states of it:
/// crossed or fork. `ours` has more events than `seq` - 1.
Branching compare_with_stated(const Chain& ours, std::uint64_t seq, std::string_view type,
                              const custody::Compare& compare);

/// Where a chain's own events come to, as far as they tell a story.
custody::Holding holding_of(const Chain& chain, const custody::Compare& compare);

}  // namespace solander::verify
