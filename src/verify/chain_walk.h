// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <solander/manifest.h>
#include <solander/verify.h>

#include "custody/state_machine.h"
#include "trust/trust_store.h"
#include "verify/read_chain.h"

namespace solander::verify {

struct Evidence;

/// What a chain is judged against.
struct ChainContext {
    const trust::TrustStore* trust = nullptr;  ///< Null: the reader gave none.
    Timestamp now;
    std::optional<Sha256> manifest_digest;
    const Manifest* manifest = nullptr;  ///< Null: there is none to compare with.
    /// The digests of the package's own signature files; nothing if not all could be read.
    std::optional<std::map<std::string, Sha256>> manifest_signatures;
    /// When the reader's own memory first had an event, by the event's digest.
    std::map<Sha256, Timestamp> seen;
};

ChainContext context_of(const Evidence& evidence);

/// An event as a statement to be judged; `witnessed` is what witnesses signed later. Points into
/// all three.
SignedStatement statement_of(const ChainContext& context, const ChainEvent& event,
                             std::span<const WitnessedTime> witnessed);

/// What came of a chain.
struct WalkedChain {
    /// Passed if all could be looked at and every signer is trusted; findings make it graver.
    Verdict verdict = Verdict::passed;
    std::vector<Finding> findings;
    std::vector<SignerReport> signers;
    std::vector<EventReport> events;
    /// Where it stands; HoldingState::none if the events do not tell a story.
    custody::Holding holding;

    /// `verdict`, and the effects of all findings.
    Verdict overall() const;
};

/// Judges the events of a chain one after the other: names, numbers, signatures, links, the
/// manifest they are about, who may act when, and what receipts state. Spec: docs/format.md,
/// "Custody".
WalkedChain walk_chain(const ChainContext& context, const Chain& chain);

/// Who is one party to a reader; see custody::Sameness.
custody::Compare comparer(const trust::TrustStore* trust);

}  // namespace solander::verify
