// SPDX-License-Identifier: Apache-2.0
#include "audit/custody_steps.h"

#include "audit/words.h"

namespace solander::audit {

bool is_same_agent(const Agent& a, const Agent& b) {
    for (const TypedWords& one : a.authorities)
        for (const TypedWords& other : b.authorities)
            if (folded(one.type) == folded(other.type) && folded(one.words) == folded(other.words))
                return true;
    for (const std::string* one : {&a.name, &a.verbatim})
        for (const std::string* other : {&b.name, &b.verbatim})
            if (!one->empty() && folded_name(*one) == folded_name(*other)) return true;
    return false;
}

std::string shown(const Agent& agent) {
    return agent.name.empty() ? agent.verbatim : agent.name;
}

}  // namespace solander::audit
