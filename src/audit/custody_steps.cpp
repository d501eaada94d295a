// SPDX-License-Identifier: Apache-2.0
#include "audit/custody_steps.h"

#include <string_view>

#include "audit/words.h"

namespace solander::audit {

namespace {

/// `SAN` of `State Archive of Norrmark`: the capitals that words begin with.
std::string initials_of(std::string_view name) {
    std::string initials;
    bool begins = true;
    for (const char c : name) {
        if (begins && c >= 'A' && c <= 'Z') initials += c;
        begins = c == ' ' || c == '-';
    }
    return initials;
}

/// Whether a short name may stand for a long one.
bool may_mean(std::string_view shorter, std::string_view longer) {
    const std::string part = folded_name(shorter);
    if (part.empty()) return false;
    return has_phrase(folded_name(longer), part) || folded(initials_of(longer)) == part;
}

}  // namespace

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

bool may_be_same_agent(const Agent& a, const Agent& b) {
    if (is_same_agent(a, b)) return true;
    for (const std::string* one : {&a.name, &a.verbatim, &a.affiliation})
        for (const std::string* other : {&b.name, &b.verbatim, &b.affiliation})
            if (may_mean(*one, *other) || may_mean(*other, *one)) return true;
    return false;
}

Agent agent_of(const ArchiveStatement& archive) {
    Agent agent;
    agent.name = archive.name;
    agent.verbatim = archive.verbatim;
    agent.authorities = archive.identifiers;
    return agent;
}

std::string shown(const Agent& agent) {
    return agent.name.empty() ? agent.verbatim : agent.name;
}

}  // namespace solander::audit
