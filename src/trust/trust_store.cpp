// SPDX-License-Identifier: Apache-2.0
#include "trust/trust_store.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "crypto/ssh_wire.h"
#include "trust/signer_time.h"

namespace solander::trust {

namespace {

Timestamp moment(std::int64_t seconds) {
    return Timestamp::from_seconds(seconds).value_or(Timestamp());
}

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

TimeStanding judge_time(const Recognition& recognition, Timestamp claimed, Timestamp now) {
    const auto& after = recognition.valid_after;
    const auto& before = recognition.valid_before;
    if (after && claimed < *after) return TimeStanding::claimed_before_valid_after;
    if (before && claimed > *before) return TimeStanding::claimed_after_valid_before;
    if (before && now >= *before) return TimeStanding::expired_since;
    return TimeStanding::ok;
}

bool TrustStore::Entry::is_for(std::string_view name_space) const {
    return !namespaces || format::matches_pattern_list(name_space, *namespaces);
}

bool TrustStore::Entry::has_name(std::string_view name) const {
    return std::ranges::find(names, name) != names.end();
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

TrustStore TrustStore::parse(std::string_view text, const Clock& clock) {
    auto file = format::parse_allowed_signers(text);
    TrustStore store;
    store.problems_ = std::move(file.problems);
    for (const auto& signer : file.signers) {
        if (auto entry = entry_from(signer, clock)) {
            store.entries_.push_back(*std::move(entry));
        } else {
            store.problems_.push_back({signer.line, std::move(entry).error()});
        }
    }
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
    for (const Entry& entry : entries_) {
        const bool speaks =
            entry.key == key &&
            (!entry.names.empty() || format::matches_pattern_list(claimed_name, entry.patterns));
        if (speaks && (best == nullptr || is_better(entry, *best, name_space, claimed)))
            best = &entry;
    }
    if (best == nullptr) return {};
    const bool by_pattern = best->names.empty();
    return {best->is_for(name_space) ? Standing::known : Standing::wrong_namespace,
            by_pattern ? std::string(claimed_name) : best->names.front(),
            by_pattern,
            best->valid_after,
            best->valid_before,
            best->line};
}

bool TrustStore::lists(const PublicKey& key, std::string_view name_space, Timestamp time) const {
    return std::ranges::any_of(entries_, [&](const Entry& entry) {
        return entry.key == key && entry.is_for(name_space) &&
               period_of(entry.valid_after, entry.valid_before).holds(time);
    });
}

std::vector<PublicKey> TrustStore::keys_of(std::string_view literal_name,
                                           std::string_view name_space) const {
    std::vector<PublicKey> keys;
    for (const Entry& entry : entries_) {
        if (entry.is_for(name_space) && entry.has_name(literal_name) &&
            std::ranges::find(keys, entry.key) == keys.end())
            keys.push_back(entry.key);
    }
    return keys;
}

bool TrustStore::same_principal(std::string_view one, std::string_view other,
                                std::string_view name_space) const {
    if (one == other) return true;
    const auto is_also_called = [&](const std::string& name) {
        return std::ranges::any_of(entries_, [&](const Entry& entry) {
            return entry.fingerprint == other && entry.is_for(name_space) && entry.has_name(name);
        });
    };
    return std::ranges::any_of(entries_, [&](const Entry& entry) {
        return entry.fingerprint == one && entry.is_for(name_space) &&
               std::ranges::any_of(entry.names, is_also_called);
    });
}

bool TrustStore::could_be(std::string_view fingerprint, std::string_view name,
                          std::string_view name_space) const {
    return std::ranges::any_of(entries_, [&](const Entry& entry) {
        return entry.fingerprint == fingerprint && entry.is_for(name_space) &&
               format::matches_pattern_list(name, entry.patterns);
    });
}

std::vector<std::string> TrustStore::names_of(std::string_view fingerprint,
                                              std::string_view name_space) const {
    std::vector<std::string> names;
    for (const Entry& entry : entries_)
        if (entry.fingerprint == fingerprint && entry.is_for(name_space))
            names.insert(names.end(), entry.names.begin(), entry.names.end());
    return names;
}

bool TrustStore::fits_a_line(std::string_view name, std::string_view name_space) const {
    return std::ranges::any_of(entries_, [&](const Entry& entry) {
        return entry.is_for(name_space) && format::matches_pattern_list(name, entry.patterns);
    });
}

}  // namespace solander::trust
