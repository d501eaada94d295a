// SPDX-License-Identifier: Apache-2.0
#include "verify/branches.h"

#include <algorithm>

namespace solander::verify {

namespace {

using model::EventType;

bool is_there(const ChainEvent& event) {
    return event.file != nullptr;
}

/// Where the first `count` events come to; stops at what may not follow, and says so.
struct Replay {
    custody::Holding holding;
    bool is_story = true;
};

Replay replay(const Chain& chain, std::size_t count, const custody::Compare& compare) {
    Replay done;
    for (std::size_t i = 0; i < count; ++i) {
        const ChainEvent& event = chain.events[i];
        if (!event.event || custody::object_to(*event.event, done.holding, compare)) {
            done.is_story = false;
            break;
        }
        done.holding = custody::after(*event.event, event.digest, done.holding);
    }
    return done;
}

bool is_answer(std::string_view type) {
    return type == model::name_of(EventType::receipt) || type == model::name_of(EventType::refuse);
}

/// Whether the events from `from` on give nothing away and answer nothing.
bool is_at_rest(const Chain& chain, std::size_t from) {
    static constexpr std::array kAtRest{EventType::note, EventType::fixity_check,
                                        EventType::rights_determination, EventType::replicate};
    return std::all_of(chain.events.begin() + static_cast<std::ptrdiff_t>(from), chain.events.end(),
                       [](const ChainEvent& event) {
                           return event.event && std::find(kAtRest.begin(), kAtRest.end(),
                                                           event.event->type()) != kAtRest.end();
                       });
}

/// Whether they are a cancel, and nothing after it that gives anything away.
bool is_cancel_at_rest(const Chain& chain, std::size_t from) {
    const auto& first = chain.events[from].event;
    return first && first->type() == EventType::cancel && is_at_rest(chain, from + 1);
}

bool may_follow(const ChainEvent& event, const custody::Holding& holding,
                const custody::Compare& compare) {
    return event.event && !custody::object_to(*event.event, holding, compare);
}

/// Whether the branch of `waiting` holds nothing that the other party's answer, with which that of
/// `answered` begins, could not overtake: a cancel of the release that it answers, or what the
/// holder added while a cancel waited for its confirmation.
bool crosses(const Chain& waiting, const Chain& answered, std::size_t at,
             const custody::Compare& compare) {
    const Replay before = replay(waiting, at, compare);
    const std::string_view answer = answered.events[at].name.type;
    const bool overtakes_cancel = before.holding.state == HoldingState::in_transit &&
                                  is_cancel_at_rest(waiting, at) && is_answer(answer);
    const bool overtakes_rest = before.holding.state == HoldingState::held_unconfirmed &&
                                is_at_rest(waiting, at) &&
                                answer == model::name_of(EventType::cancel_confirm);
    return before.is_story && (overtakes_cancel || overtakes_rest) &&
           may_follow(waiting.events[at], before.holding, compare) &&
           may_follow(answered.events[at], before.holding, compare);
}

/// The signers that an event declares, and that have signed it well.
std::vector<SealingPrincipal> good_signers(const ChainEvent& event) {
    std::vector<SealingPrincipal> good;
    for (const auto& signer : event.event->signers)
        if (std::any_of(event.signatures.begin(), event.signatures.end(),
                        [&signer](const CheckedSignature& signature) {
                            return signature.good && signature.fingerprint == signer.fingerprint;
                        }))
            good.push_back(signer);
    return good;
}

}  // namespace

std::vector<Contradiction> contradictions_between(const ChainEvent& one, const ChainEvent& other,
                                                  const custody::Compare& compare) {
    std::vector<Contradiction> found;
    if (!one.event || !other.event || one.digest == other.digest) return found;
    if (one.event->manifest != other.event->manifest || one.event->prev != other.event->prev)
        return found;
    for (const auto& a : good_signers(one))
        for (const auto& b : good_signers(other))
            if (compare({a.name, a.fingerprint}, {b.name, b.fingerprint}) ==
                custody::Sameness::same)
                found.push_back({a.fingerprint, b.fingerprint});
    return found;
}

Branching compare_branches(const Chain& ours, const Chain& theirs,
                           const custody::Compare& compare) {
    Branching found;
    const std::size_t shorter = std::min(ours.events.size(), theirs.events.size());
    std::size_t& at = found.common;
    while (at < shorter && is_there(ours.events[at]) && is_there(theirs.events[at]) &&
           ours.events[at].digest == theirs.events[at].digest)
        ++at;
    if (at == shorter) {
        if (ours.events.size() > shorter) found.relation = Relation::ours_goes_on;
        if (theirs.events.size() > shorter) found.relation = Relation::theirs_goes_on;
        return found;
    }
    const ChainEvent& our_event = ours.events[at];
    const ChainEvent& their_event = theirs.events[at];
    if (!is_there(our_event) || !is_there(their_event)) {
        found.relation = Relation::undecided;
        return found;
    }
    found.contradictions = contradictions_between(our_event, their_event, compare);
    if (!found.contradictions.empty()) {
        found.relation = Relation::equivocation;
    } else if (crosses(ours, theirs, at, compare)) {
        found.relation = Relation::crossed;
    } else if (crosses(theirs, ours, at, compare)) {
        found.relation = Relation::crossed;
        found.ours_stands = true;
    } else {
        found.relation = Relation::fork;
    }
    return found;
}

Branching compare_with_stated(const Chain& ours, std::uint64_t seq, std::string_view type,
                              const custody::Compare& compare) {
    Branching found{.relation = Relation::fork, .common = 0, .contradictions = {}};
    const std::size_t at = seq - 1;
    const Replay before = replay(ours, at, compare);
    const ChainEvent& event = ours.events[at];
    if (!before.is_story || before.holding.state != HoldingState::in_transit ||
        !may_follow(event, before.holding, compare))
        return found;
    const bool ours_is_answer = is_answer(event.name.type);
    const bool they_cancel = type == model::name_of(EventType::cancel);
    if ((is_cancel_at_rest(ours, at) && is_answer(type)) || (ours_is_answer && they_cancel)) {
        found.relation = Relation::crossed;
        found.common = at;
        found.ours_stands = ours_is_answer;
    }
    return found;
}

custody::Holding holding_of(const Chain& chain, const custody::Compare& compare) {
    return replay(chain, chain.events.size(), compare).holding;
}

}  // namespace solander::verify
