// SPDX-License-Identifier: Apache-2.0
#include "verify/elsewhere.h"

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
        compared.is_sound = is_memory || compared.walked.overall() == Verdict::passed;
        compared.branching = compare_branches(evidence.chain, other.chain, compare);
    };
    if (evidence.elsewhere.memory) add(*evidence.elsewhere.memory, true);
    for (const auto& copy : evidence.elsewhere.copies) add(*copy, false);
    return all;
}

}  // namespace solander::verify
