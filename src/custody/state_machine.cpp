// SPDX-License-Identifier: Apache-2.0
#include "custody/state_machine.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"

namespace solander::custody {

namespace {

using model::EventType;

Party actor_of(const model::Event& event) {
    return {event.signers.front().name, event.signers.front().fingerprint};
}

/// The best answer for any of the keys that may receive.
Sameness any_recipient(const Party& actor, const Holding& holding, const Compare& compare) {
    Sameness best = Sameness::different;
    for (const auto& key : holding.recipients) {
        const auto sameness = compare(actor, {holding.to, key});
        if (sameness == Sameness::same) return sameness;
        if (sameness != Sameness::different) best = sameness;
    }
    return best;
}

std::string shown(const Party& party) {
    return fmt::format("{} ({})", base::printable(party.name), party.fingerprint);
}

/// What to say of an actor who should be `wanted`, and whom a comparison found to be that or not.
/// What nobody can decide is told where trust is judged, and is no objection here.
std::optional<Objection> unless(Sameness sameness, Code code, const Party& actor,
                                const std::string& wanted) {
    switch (sameness) {
        case Sameness::same:
        case Sameness::undecided:
            return std::nullopt;
        case Sameness::by_pattern:
            return Objection{Code::trust_pattern,
                             fmt::format("is by {}, whom only a wildcard of your trust file makes "
                                         "the same as {}: give both keys one line each under one "
                                         "name",
                                         shown(actor), wanted)};
        case Sameness::different:
            break;
    }
    return Objection{code, fmt::format("is by {}, and not by {}", shown(actor), wanted)};
}

std::optional<Objection> object_to_release(const model::Release& release, const Holding& holding,
                                           const Compare& compare) {
    for (const auto& recipient : release.recipients)
        if (compare({release.to, recipient.key}, holding.holder) == Sameness::same)
            return Objection{Code::custody_recipient,
                             fmt::format("releases to {}, who is the holder already",
                                         base::printable(release.to))};
    return std::nullopt;
}

std::optional<Objection> object_in_transit(const model::Event& event, const Holding& holding,
                                           const Compare& compare) {
    const Party actor = actor_of(event);
    switch (event.type()) {
        case EventType::receipt:
        case EventType::refuse:
            return unless(any_recipient(actor, holding, compare), Code::custody_not_recipient,
                          actor, "the recipient " + base::printable(holding.to));
        case EventType::cancel:
            return unless(compare(actor, holding.holder), Code::custody_not_releaser, actor,
                          shown(holding.holder) + ", who released it");
        case EventType::seal:
            return Objection{Code::custody_sealed_twice, "seals again what is sealed already"};
        case EventType::release:
        case EventType::cancel_confirm:
        case EventType::note:
        case EventType::fixity_check:
        case EventType::rights_determination:
        case EventType::replicate:
            break;
    }
    return Objection{
        Code::custody_in_transit,
        fmt::format("comes while the package is on its way to {}", base::printable(holding.to))};
}

std::optional<Objection> object_to_confirmation(const model::CancelConfirm& confirmation,
                                                const Party& actor, const Holding& holding,
                                                const Compare& compare) {
    if (!holding.cancel)
        return Objection{Code::custody_not_in_transit,
                         "confirms a cancelled release, and none waits for that"};
    if (confirmation.cancel.sha256 != *holding.cancel)
        return Objection{Code::custody_cancel_digest,
                         "confirms another event than the one that cancelled the release"};
    return unless(any_recipient(actor, holding, compare), Code::custody_not_recipient, actor,
                  "the recipient " + base::printable(holding.to));
}

std::optional<Objection> object_while_held(const model::Event& event, const Holding& holding,
                                           const Compare& compare) {
    const Party actor = actor_of(event);
    switch (event.type()) {
        case EventType::seal:
            return Objection{Code::custody_sealed_twice, "seals again what is sealed already"};
        case EventType::receipt:
        case EventType::refuse:
        case EventType::cancel:
            return Objection{Code::custody_not_in_transit,
                             fmt::format("comes while {} holds the package, and nothing is on its "
                                         "way",
                                         shown(holding.holder))};
        case EventType::cancel_confirm:
            return object_to_confirmation(std::get<model::CancelConfirm>(event.body), actor,
                                          holding, compare);
        case EventType::release:
        case EventType::note:
        case EventType::fixity_check:
        case EventType::rights_determination:
        case EventType::replicate:
            break;
    }
    if (auto objection = unless(compare(actor, holding.holder), Code::custody_not_holder, actor,
                                shown(holding.holder) + ", who holds the package"))
        return objection;
    if (const auto* release = std::get_if<model::Release>(&event.body))
        return object_to_release(*release, holding, compare);
    return std::nullopt;
}

std::string since(const Holding& holding) {
    return fmt::format("since {} (event {})", holding.since_time.text(), holding.since);
}

}  // namespace

std::optional<Objection> object_to(const model::Event& event, const Holding& holding,
                                   const Compare& compare) {
    switch (holding.state) {
        case HoldingState::none:
            if (event.type() == EventType::seal) return std::nullopt;
            return Objection{Code::custody_seal_actor, "comes first, where the seal should be"};
        case HoldingState::held:
        case HoldingState::held_unconfirmed:
            return object_while_held(event, holding, compare);
        case HoldingState::in_transit:
            return object_in_transit(event, holding, compare);
    }
    return std::nullopt;
}

Holding after(const model::Event& event, const Sha256& digest, const Holding& holding) {
    Holding next = holding;
    const auto becomes = [&](HoldingState state) {
        next.state = state;
        next.since = event.seq;
        next.since_time = event.time;
    };
    const auto is_settled = [&] {
        next.to.clear();
        next.recipients.clear();
        next.cancel.reset();
    };
    switch (event.type()) {
        case EventType::seal:
            becomes(HoldingState::held);
            next.holder = actor_of(event);
            break;
        case EventType::release: {
            const auto& release = std::get<model::Release>(event.body);
            becomes(HoldingState::in_transit);
            is_settled();
            next.to = release.to;
            for (const auto& recipient : release.recipients)
                next.recipients.push_back(recipient.key);
            break;
        }
        case EventType::receipt:
            becomes(HoldingState::held);
            next.holder = actor_of(event);
            is_settled();
            break;
        case EventType::refuse:
        case EventType::cancel_confirm:
            becomes(HoldingState::held);
            is_settled();
            break;
        case EventType::cancel:
            becomes(HoldingState::held_unconfirmed);
            next.cancel = digest;
            break;
        case EventType::note:
        case EventType::fixity_check:
        case EventType::rights_determination:
        case EventType::replicate:
            break;
    }
    return next;
}

std::string what_is_allowed(const Holding& holding) {
    const std::string holder = base::printable(holding.holder.name);
    const std::string to = base::printable(holding.to);
    switch (holding.state) {
        case HoldingState::none:
            return "the first sealing signer may seal it, and nobody may do anything else";
        case HoldingState::held:
            return fmt::format(
                "{} may release it, and add notes, fixity checks, rights "
                "determinations and replications",
                holder);
        case HoldingState::held_unconfirmed:
            return fmt::format(
                "{} may release it, and add notes, fixity checks, rights "
                "determinations and replications; {} may confirm that the release "
                "was cancelled",
                holder, to);
        case HoldingState::in_transit:
            return fmt::format("{} may receive or refuse it; {} may cancel the release", to,
                               holder);
    }
    return {};
}

std::string where_it_stands(const Holding& holding) {
    switch (holding.state) {
        case HoldingState::none:
            return "in this copy nobody has sealed it";
        case HoldingState::held:
            return fmt::format("in this copy {} holds it {}", shown(holding.holder),
                               since(holding));
        case HoldingState::held_unconfirmed:
            return fmt::format(
                "in this copy {} holds it {}, having cancelled a release to {} who "
                "has not confirmed that",
                shown(holding.holder), since(holding), base::printable(holding.to));
        case HoldingState::in_transit:
            return fmt::format("in this copy it is on its way from {} to {} {}",
                               shown(holding.holder), base::printable(holding.to), since(holding));
    }
    return {};
}

}  // namespace solander::custody
