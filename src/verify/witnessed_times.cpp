// SPDX-License-Identifier: Apache-2.0
#include "verify/witnessed_times.h"

#include <algorithm>

namespace solander::verify {

namespace {

/// Of each key the earliest time is enough.
void add_witnessed(std::vector<WitnessedTime>& all, const WitnessedTime& time) {
    const auto known = std::ranges::find(all, time.fingerprint, &WitnessedTime::fingerprint);
    if (known == all.end())
        all.push_back(time);
    else if (time.time < known->time)
        *known = time;
}

bool follows_from(const ChainEvent& later, const ChainEvent& event) {
    return later.event && later.event->prev && event.file != nullptr &&
           later.event->prev->sha256 == event.digest;
}

/// The signers of an event who are witnesses, each with a signature that counts.
std::vector<WitnessedTime> witnesses_of(const SignedStatement& statement,
                                        const trust::TrustStore& trust, Timestamp now) {
    std::vector<WitnessedTime> witnesses;
    if (!is_signed_as_declared(statement) || statement.claimed > now) return witnesses;
    for (const CheckedSignature& signature : statement.signatures) {
        const auto declared = std::ranges::find(statement.declared, signature.fingerprint,
                                                &SealingPrincipal::fingerprint);
        const auto known = trust.find(signature.parsed->key, declared->name, statement.name_space,
                                      statement.claimed);
        if (known.standing != trust::Standing::known || !known.is_witness) continue;
        const auto proof = proof_of_time(statement, signature.fingerprint, trust);
        const auto time = trust::judge_time(known, statement.claimed, now,
                                            proof ? std::optional(proof->time) : std::nullopt);
        if (time == trust::TimeStanding::ok)
            witnesses.push_back({signature.fingerprint, known.principal, statement.claimed,
                                 std::string(statement.name)});
    }
    return witnesses;
}

}  // namespace

WitnessedTimes WitnessedTimes::of(const ChainContext& context, const Chain& chain) {
    WitnessedTimes times;
    if (context.trust == nullptr || !context.trust->has_witnesses()) return times;
    times.of_events_.resize(chain.events.size());
    for (std::size_t i = chain.events.size(); i-- > 0;) {
        times.take(context, chain.events[i], i);
        if (i > 0 && !follows_from(chain.events[i], chain.events[i - 1]))
            times.of_events_[i - 1].clear();
    }
    return times;
}

/// Whoever signed `event` as a witness, for the event before it and for the manifest.
void WitnessedTimes::take(const ChainContext& context, const ChainEvent& event, std::size_t index) {
    std::vector<WitnessedTime> times = of_events_[index];
    if (event.event) {
        const SignedStatement statement = statement_of(context, event, of_events_[index]);
        for (const WitnessedTime& time : witnesses_of(statement, *context.trust, context.now)) {
            add_witnessed(times, time);
            if (event.event->manifest.sha256 == context.manifest_digest)
                add_witnessed(of_manifest_, time);
        }
    }
    if (index > 0) of_events_[index - 1] = std::move(times);
}

std::span<const WitnessedTime> WitnessedTimes::of_event(std::size_t index) const {
    if (index >= of_events_.size()) return {};
    return of_events_[index];
}

}  // namespace solander::verify
