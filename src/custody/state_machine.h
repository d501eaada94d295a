// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <solander/custody.h>
#include <solander/finding.h>

#include "model/event.h"

namespace solander::custody {

/// Whether two keys are one party, to whoever judges.
enum class Sameness {
    same,  ///< One key, or two that the reader's store lists under one literal principal.
    different,
    by_pattern,  ///< Only a wildcard of the store would make them one, which is no proof of it.
    undecided,   ///< There is no store to ask.
};

/// A key and the name that goes with it as a claim.
struct Party {
    std::string name;
    std::string fingerprint;
};

using Compare = std::function<Sameness(const Party& one, const Party& other)>;

/// Where a chain has come to, as its own events tell it.
struct Holding {
    HoldingState state = HoldingState::none;
    Party holder;             ///< Whoever released last while it is on its way.
    std::uint64_t since = 0;  ///< The event by which it came to be so.
    Timestamp since_time;     ///< As that event claims.
    /// To whom it is on its way, or was until the release was cancelled; the recipients' keys.
    std::string to;
    std::vector<std::string> recipients;
    std::optional<Sha256> cancel;  ///< The cancel event that is not confirmed.
};

/// Why an event cannot be the next.
struct Objection {
    Code code;
    std::string sentence;
};

/// Whether `event` may follow where a chain stands at `holding`: nothing, if it may. Looks at who
/// acts (the first signer) and in which state, and at what the body says of the chain itself;
/// signatures, links and receipts' figures are judged elsewhere. Spec: docs/format.md, "Who may do
/// what".
std::optional<Objection> object_to(const model::Event& event, const Holding& holding,
                                   const Compare& compare);

/// Where the chain stands after an event to which there is no objection. `digest` is that of its
/// file.
Holding after(const model::Event& event, const Sha256& digest, const Holding& holding);

/// Who may do what next, in one sentence: "archivist@example.org may release it, …".
std::string what_is_allowed(const Holding& holding);

/// Who holds it since when, in one sentence about this copy of the chain.
std::string where_it_stands(const Holding& holding);

}  // namespace solander::custody
