// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include <solander/environment.h>
#include <solander/key.h>
#include <solander/revocation.h>
#include <solander/timestamp.h>

#include "format/allowed_signers.h"

namespace solander::trust {

enum class Standing {
    unknown,          ///< The reader does not list the key, or only by patterns that do not fit.
    wrong_namespace,  ///< The reader lists it, but not for this use.
    known,
};

/// What the reader's own list says of a key.
struct Recognition {
    Standing standing = Standing::unknown;
    /// The reader's own name for the key; if `by_pattern`, the name that the signer claims.
    std::string principal = {};
    /// No name of the list fits, only a wildcard: enough to know the key, not whose it is.
    bool by_pattern = false;
    std::optional<Timestamp> valid_after = {};
    std::optional<Timestamp> valid_before = {};
    std::size_t line = 0;                       ///< Where the list says so; 0 if it does not.
    std::optional<Revocation> revocation = {};  ///< Be the key listed or not.
    bool is_witness = false;  ///< Its literal name is one of those whose claimed times count.
};

enum class TimeStanding {
    ok,
    claimed_before_valid_after,
    claimed_after_valid_before,
    /// Claimed within the time, which is over: the claim alone proves nothing.
    expired_since,
    revoked,  ///< Whatever time is claimed, or claimed when somebody else may have had the key.
    /// Claimed before somebody else may have had the key: the claim alone proves nothing.
    compromised_since,
};

/// Judges a signature's claimed time; as with ssh-keygen, both ends belong to the time of validity.
/// `proven` is a time at which the signature was there already, as far as the reader knows one: a
/// key may have expired or been lost later than that. Spec: docs/format.md, "Custody", time.
TimeStanding judge_time(const Recognition& recognition, Timestamp claimed, Timestamp now,
                        std::optional<Timestamp> proven = {});

/// Whom the reader believes: an allowed-signers file, of which Ed25519 keys count. Spec:
/// docs/format.md, "Custody", time; ssh-keygen(1), ALLOWED SIGNERS.
class TrustStore {
public:
    /// Never fails: a line that cannot be used is one of problems(). `clock` tells what times
    /// without a zone mean. A time beyond what Timestamp holds counts as its first or last moment.
    static TrustStore parse(std::string_view text, const Clock& clock);

    /// Takes keys back: from now on find() says so of them, be they listed or not. Of several about
    /// one key the earliest holds, and one without a time is earlier than all.
    void revoke(std::span<const Revocation> revocations);

    /// Names those whose claimed times count as proof for what others signed before.
    void name_witnesses(std::span<const std::string> principals);
    bool has_witnesses() const noexcept { return !witnesses_.empty(); }

    /// What is wrong with lines that count for nothing, in their order.
    const std::vector<format::LineProblem>& problems() const noexcept { return problems_; }
    /// Whether not one line counts: there is then nothing to verify signatures against.
    bool empty() const noexcept { return entries_.empty(); }

    /// What the list says of a key that signed for `name_space` and claims to be `claimed_name` at
    /// the time `claimed`. A line with a literal name speaks of the key whatever name is claimed; a
    /// line of wildcards only if they match that name. Of several such lines the one that counts
    /// is, in this order: for the namespace; with a literal name; valid at `claimed`; valid longest
    /// (latest end, then earliest start); first in the file.
    Recognition find(const PublicKey& key, std::string_view claimed_name,
                     std::string_view name_space, Timestamp claimed) const;

    /// Whether a line, literal or not, allows the key for a namespace at a time, and nobody took it
    /// back: for what signs a statement that cannot be read, so that nobody's name is known.
    bool lists(const PublicKey& key, std::string_view name_space, Timestamp time) const;

    /// The keys that the list gives a literal name for a namespace, each once, in its order and
    /// whatever their time.
    std::vector<PublicKey> keys_of(std::string_view literal_name,
                                   std::string_view name_space) const;

    /// Whether two keys, by their fingerprints, are one, or the list gives both one literal name
    /// for a namespace.
    bool same_principal(std::string_view one, std::string_view other,
                        std::string_view name_space) const;

    /// Whether some line gives a key that literal name, for whatever use.
    bool has_name(std::string_view literal_name) const { return by_name_.contains(literal_name); }

    /// Whether two keys are one, or the list gives both one literal name, for whatever use.
    bool shares_name(std::string_view one, std::string_view other) const;

    /// Whether a line, literal or not, gives the key of that fingerprint the name for a namespace.
    bool could_be(std::string_view fingerprint, std::string_view name,
                  std::string_view name_space) const;

    /// The literal names that the list gives the key of that fingerprint for a namespace.
    std::vector<std::string> names_of(std::string_view fingerprint,
                                      std::string_view name_space) const;

    /// The same, each once, and only of lines that judge_time() finds in order.
    std::vector<std::string> names_at(std::string_view fingerprint, std::string_view name_space,
                                      Timestamp claimed, Timestamp now,
                                      std::optional<Timestamp> proven) const;

    /// Whether some line for a namespace fits the name, be it by a wildcard.
    bool fits_a_line(std::string_view name, std::string_view name_space) const;

private:
    struct Entry {
        PublicKey key;
        std::string fingerprint;
        std::size_t line = 0;
        std::string patterns;
        std::vector<std::string> names;  ///< The literal ones among them.
        std::optional<std::string> namespaces;
        std::optional<Timestamp> valid_after;
        std::optional<Timestamp> valid_before;

        bool is_for(std::string_view name_space) const;
    };

    static tl::expected<Entry, std::string> entry_from(const format::AllowedSigner& signer,
                                                       const Clock& clock);
    template <class IsMeant>
    bool shares_name(std::string_view one, std::string_view other, IsMeant is_meant) const;
    static bool is_better(const Entry& one, const Entry& other, std::string_view name_space,
                          Timestamp claimed);

    using Places = std::vector<std::size_t>;

    void add(Entry entry);
    /// The lines of one key, in their order.
    const Places& places_of(std::string_view fingerprint) const;

    std::vector<Entry> entries_;
    std::map<PublicKey, Places> by_key_;                         ///< To `entries_`.
    std::map<std::string, Places, std::less<>> by_fingerprint_;  ///< The same.
    std::map<std::string, Places, std::less<>> by_name_;         ///< Of literal ones, the same.
    std::vector<format::LineProblem> problems_;
    std::map<std::string, Revocation, std::less<>> revocations_;  ///< By fingerprint.
    std::set<std::string, std::less<>> witnesses_;
};

}  // namespace solander::trust
