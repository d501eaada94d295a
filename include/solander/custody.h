// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <solander/digest.h>

namespace solander {

/// Where a chain of custody has come to.
enum class HoldingState {
    none,  ///< Nobody has sealed, or the chain is not sound enough to say.
    held,
    /// Held by who cancelled a release, without the recipient's word that nothing was received.
    held_unconfirmed,
    in_transit,
};
inline constexpr std::size_t kHoldingStateCount = 4;
std::string_view holding_state_name(HoldingState state);  ///< `held`, `held-unconfirmed`, …

/// Somebody in a chain, as a reader meets them.
struct PartyReport {
    std::string name;  ///< The reader's own name for the key; else what the key's owner claims.
    std::string fingerprint;
    bool trusted = false;  ///< Whether `name` is the reader's own.
};

/// One event of the custody, in order. What it says is its signers' word, and no more.
struct EventReport {
    std::string file;
    std::uint64_t seq = 0;
    std::string type;    ///< `release`, as in the name of the file.
    std::string premis;  ///< Three letters: id.loc.gov/vocabulary/preservation/eventType.
    std::string time;    ///< Claimed.
    Sha256 digest;       ///< Of the event's file.
    /// The actor first, then whoever signed with them.
    std::vector<PartyReport> signers = {};
    std::string sentence = {};  ///< What happened, for a person: "released to …".
    /// What the event states beside that, by name: `to`, `recipient`, `files`, `reason`, …
    std::vector<std::pair<std::string, std::string>> details = {};
    /// Whose word it rests on, for a person: "the word of archivist@example.org".
    std::string rests_on = {};
    bool sound = false;      ///< Whether nothing is wrong with it or with what it follows from.
    bool confirmed = false;  ///< Whether evidence from elsewhere reaches so far.
};

/// What a chain as a whole shows, and does not.
struct CustodyReport {
    HoldingState state = HoldingState::none;
    /// Who holds the package in this copy of the chain, or released it while it is on its way.
    std::optional<PartyReport> holder;
    std::uint64_t since = 0;   ///< The event by which it came to be so.
    std::string since_time;    ///< As that event claims.
    std::string to;            ///< The recipient, where a release is open or its end unconfirmed.
    std::uint64_t events = 0;  ///< How many there are.
    /// How many of them, from the first, are known from elsewhere; 0: nothing else was shown.
    std::uint64_t confirmed_through = 0;
    std::vector<std::string> confirmed_by;  ///< Sentences: which receipt, which memory.
    /// Sentences on what is known from elsewhere and not told by this copy of the chain.
    std::vector<std::string> known_otherwise;
    /// Sentences on what is open in the story, or resting on one side's word.
    std::vector<std::string> gaps;
    /// One sentence for a person: who holds it in this copy, and what that rests on.
    std::string summary;
};

}  // namespace solander
