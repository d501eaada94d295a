// SPDX-License-Identifier: Apache-2.0
#include "trust/trust_store.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "crypto/ssh_wire.h"
#include "trust/revoked_keys.h"
#include "trust/signer_time.h"

namespace solander::trust {

namespace {

Timestamp moment(std::int64_t seconds) {
    return Timestamp::from_seconds(seconds).value_or(Timestamp());
}

/// So many tell enough of what a file is; others of it are counted.
constexpr std::size_t kMostProblems = 100;

/// A period as two moments, an open end being the first or the last there is.
struct Period {
    Timestamp first;
    Timestamp last;

    bool holds(Timestamp time) const { return first <= time && time <= last; }
};

Period period_of(const std::optional<Timestamp>& after, const std::optional<Timestamp>& before) {
    return {after.value_or(Timestamp()), before.value_or(moment(Timestamp::kMax))};
}

}  // namespace

TimeStanding judge_time(const Recognition& recognition, Timestamp claimed, Timestamp now,
                        std::optional<Timestamp> proven) {
    if (recognition.revocation) {
        const auto& since = recognition.revocation->compromised_since;
        if (!since || claimed >= *since) return TimeStanding::revoked;
        // What is here now was made before a time that is still to come.
        if (std::min(proven.value_or(now), now) >= *since) return TimeStanding::compromised_since;
    }
    const auto& after = recognition.valid_after;
    const auto& before = recognition.valid_before;
    if (after && claimed < *after) return TimeStanding::claimed_before_valid_after;
    if (before && claimed > *before) return TimeStanding::claimed_after_valid_before;
    const bool is_proven = before && proven && *proven <= *before;
    if (before && now >= *before && !is_proven) return TimeStanding::expired_since;
    return TimeStanding::ok;
}

void TrustStore::revoke(std::span<const Revocation> revocations) {
    for (const Revocation& revocation : revocations) {
        const auto [known, is_new] = revocations_.emplace(revocation.fingerprint, revocation);
        if (!is_new && is_earlier(revocation, known->second)) known->second = revocation;
    }
}

void TrustStore::name_witnesses(std::span<const std::string> principals) {
    witnesses_.insert(principals.begin(), principals.end());
}

bool TrustStore::Entry::is_for(std::string_view name_space) const {
    return !namespaces || format::matches_pattern_list(name_space, *namespaces);
}

tl::expected<TrustStore::Entry, std::string> TrustStore::entry_from(
    const format::AllowedSigner& signer, const Clock& clock) {
    if (signer.cert_authority)
        return tl::unexpected<std::string>("a certificate authority, which is not supported");
    auto key = crypto::parse_ssh_key_blob(signer.key_blob);
    if (!key) return tl::unexpected(key.error().message());
    const auto names = format::literal_names(signer.principals);
    Entry entry{*key,
                key->fingerprint(),
                signer.line,
                signer.principals,
                {names.begin(), names.end()},
                signer.namespaces,
                begin_of(signer, clock),
                end_of(signer, clock)};
    if (entry.valid_after && entry.valid_before && *entry.valid_before <= *entry.valid_after)
        return tl::unexpected<std::string>("valid-before is not later than valid-after");
    return entry;
}

void TrustStore::add(Entry entry) {
    by_key_[entry.key].push_back(entries_.size());
    by_fingerprint_[entry.fingerprint].push_back(entries_.size());
    for (const std::string& name : entry.names) {
        Places& places = by_name_[name];
        if (places.empty() || places.back() != entries_.size()) places.push_back(entries_.size());
    }
    entries_.push_back(std::move(entry));
}

const TrustStore::Places& TrustStore::places_of(std::string_view fingerprint) const {
    static const Places kNone;
    const auto found = by_fingerprint_.find(fingerprint);
    return found == by_fingerprint_.end() ? kNone : found->second;
}

TrustStore TrustStore::parse(std::string_view text, const Clock& clock) {
    auto file = format::parse_allowed_signers(text);
    TrustStore store;
    store.problems_ = std::move(file.problems);
    std::size_t unusable = 0;
    std::size_t last = 0;
    for (const auto& signer : file.signers) {
        if (auto entry = entry_from(signer, clock)) {
            store.add(*std::move(entry));
        } else if (++unusable <= kMostProblems) {
            store.problems_.push_back({signer.line, std::move(entry).error()});
        } else {
            last = signer.line;
        }
    }
    if (unusable > kMostProblems)
        store.problems_.push_back({last, fmt::format("nor are {} others that name no key of use",
                                                     unusable - kMostProblems - 1)});
    std::ranges::stable_sort(store.problems_, {}, &format::LineProblem::line);
    return store;
}

bool TrustStore::is_better(const Entry& one, const Entry& other, std::string_view name_space,
                           Timestamp claimed) {
    const auto rank = [&](const Entry& entry) {
        const Period period = period_of(entry.valid_after, entry.valid_before);
        return std::tuple(entry.is_for(name_space), !entry.names.empty(), period.holds(claimed),
                          period.last, -period.first.seconds());
    };
    return rank(one) > rank(other);
}

Recognition TrustStore::find(const PublicKey& key, std::string_view claimed_name,
                             std::string_view name_space, Timestamp claimed) const {
    const Entry* best = nullptr;
    Recognition found;
    const auto revoked =
        revocations_.empty() ? revocations_.end() : revocations_.find(key.fingerprint());
    if (revoked != revocations_.end()) found.revocation = revoked->second;
    const auto places = by_key_.find(key);
    if (places == by_key_.end()) return found;
    for (const std::size_t place : places->second) {
        const Entry& entry = entries_[place];
        const bool speaks =
            !entry.names.empty() || format::matches_pattern_list(claimed_name, entry.patterns);
        if (speaks && (best == nullptr || is_better(entry, *best, name_space, claimed)))
            best = &entry;
    }
    if (best == nullptr) return found;
    found.standing = best->is_for(name_space) ? Standing::known : Standing::wrong_namespace;
    found.by_pattern = best->names.empty();
    found.principal = found.by_pattern ? std::string(claimed_name) : best->names.front();
    found.valid_after = best->valid_after;
    found.valid_before = best->valid_before;
    found.line = best->line;
    found.is_witness = std::ranges::any_of(
        best->names, [this](const std::string& name) { return witnesses_.contains(name); });
    return found;
}

bool TrustStore::lists(const PublicKey& key, std::string_view name_space, Timestamp time) const {
    const auto places = by_key_.find(key);
    if (places == by_key_.end()) return false;
    return std::ranges::any_of(places->second, [&](std::size_t place) {
        const Entry& entry = entries_[place];
        const auto revoked = revocations_.find(entry.fingerprint);
        const bool is_revoked =
            revoked != revocations_.end() &&
            (!revoked->second.compromised_since || *revoked->second.compromised_since <= time);
        return entry.is_for(name_space) && !is_revoked &&
               period_of(entry.valid_after, entry.valid_before).holds(time);
    });
}

std::vector<PublicKey> TrustStore::keys_of(std::string_view literal_name,
                                           std::string_view name_space) const {
    std::vector<PublicKey> keys;
    const auto places = by_name_.find(literal_name);
    if (places == by_name_.end()) return keys;
    std::set<PublicKey> seen;
    for (const std::size_t place : places->second) {
        const Entry& entry = entries_[place];
        if (entry.is_for(name_space) && seen.insert(entry.key).second) keys.push_back(entry.key);
    }
    return keys;
}

bool TrustStore::same_principal(std::string_view one, std::string_view other,
                                std::string_view name_space) const {
    return one == other || shares_name(one, other, [name_space](const Entry& entry) {
               return entry.is_for(name_space);
           });
}

bool TrustStore::shares_name(std::string_view one, std::string_view other) const {
    return one == other || shares_name(one, other, [](const Entry&) { return true; });
}

template <class IsMeant>
bool TrustStore::shares_name(std::string_view one, std::string_view other, IsMeant is_meant) const {
    std::set<std::string_view> names;
    for (const std::size_t place : places_of(one))
        if (is_meant(entries_[place]))
            names.insert(entries_[place].names.begin(), entries_[place].names.end());
    return std::ranges::any_of(places_of(other), [&](std::size_t place) {
        return is_meant(entries_[place]) &&
               std::ranges::any_of(entries_[place].names,
                                   [&](const std::string& name) { return names.contains(name); });
    });
}

bool TrustStore::could_be(std::string_view fingerprint, std::string_view name,
                          std::string_view name_space) const {
    return std::ranges::any_of(places_of(fingerprint), [&](std::size_t place) {
        return entries_[place].is_for(name_space) &&
               format::matches_pattern_list(name, entries_[place].patterns);
    });
}

std::vector<std::string> TrustStore::names_of(std::string_view fingerprint,
                                              std::string_view name_space) const {
    std::vector<std::string> names;
    for (const std::size_t place : places_of(fingerprint)) {
        const Entry& entry = entries_[place];
        if (entry.is_for(name_space))
            names.insert(names.end(), entry.names.begin(), entry.names.end());
    }
    return names;
}

std::vector<std::string> TrustStore::names_at(std::string_view fingerprint,
                                              std::string_view name_space, Timestamp claimed,
                                              Timestamp now,
                                              std::optional<Timestamp> proven) const {
    std::set<std::string> names;
    const auto revoked = revocations_.find(fingerprint);
    for (const std::size_t place : places_of(fingerprint)) {
        const Entry& entry = entries_[place];
        Recognition line;
        line.valid_after = entry.valid_after;
        line.valid_before = entry.valid_before;
        if (revoked != revocations_.end()) line.revocation = revoked->second;
        if (entry.is_for(name_space) && judge_time(line, claimed, now, proven) == TimeStanding::ok)
            names.insert(entry.names.begin(), entry.names.end());
    }
    return {names.begin(), names.end()};
}

bool TrustStore::fits_a_line(std::string_view name, std::string_view name_space) const {
    return std::ranges::any_of(entries_, [&](const Entry& entry) {
        return entry.is_for(name_space) && format::matches_pattern_list(name, entry.patterns);
    });
}

}  // namespace solander::trust
