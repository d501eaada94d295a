// SPDX-License-Identifier: Apache-2.0
#include "verify/elsewhere.h"

#include <algorithm>

#include "verify/chain_report.h"

namespace solander::verify {

std::vector<Compared> compare_elsewhere(const Evidence& evidence) {
    const ChainContext context = context_of(evidence);
    const auto compare = comparer(evidence.trust);
    std::vector<Compared> all;
    const auto add = [&](const OtherCopy& other, bool is_memory) {
        Compared& compared = all.emplace_back();
        compared.other = &other;
        compared.is_memory = is_memory;
        compared.walked = walk_chain(context, other.chain);
        compared.is_sound = is_memory || is_sound(other.folder, compared.walked);
        compared.branching = compare_branches(evidence.chain, other.chain, compare);
    };
    if (evidence.elsewhere.memory) add(*evidence.elsewhere.memory, true);
    for (const auto& copy : evidence.elsewhere.copies) add(*copy, false);
    return all;
}

std::vector<Quarrel> quarrels_among(const std::vector<Compared>& all,
                                    const custody::Compare& compare) {
    std::vector<Quarrel> quarrels;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (!all[i].is_sound || !all[j].is_sound) continue;
            auto branching = compare_branches(all[i].other->chain, all[j].other->chain, compare);
            if (branching.relation == Relation::equivocation ||
                branching.relation == Relation::fork)
                quarrels.push_back({&all[i], &all[j], std::move(branching)});
        }
    }
    return quarrels;
}

bool is_vouched_for(const WalkedChain& walked, const ChainEvent& event) {
    for (const EventReport& told : walked.events)
        if (told.file == event.name.event)
            return std::all_of(told.signers.begin(), told.signers.end(),
                               [](const PartyReport& signer) { return signer.trusted; });
    return false;
}

}  // namespace solander::verify
