// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <solander/policy.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "policy/threshold.h"
#include "trust/namespaces.h"
#include "trust/trust_store.h"

namespace solander {

namespace {

using policy::Vouching;

/// What whoever fills a role signs.
std::string_view namespace_of(std::string_view role) {
    if (role == "seal") return trust::kManifestNamespace;
    if (role == "attest") return trust::kAttestNamespace;
    return trust::kCustodyNamespace;
}

class PolicyChecker {
public:
    /// Without a trust file everybody has a key of their own, for everything.
    PolicyChecker(const Policy& policy, const trust::TrustStore* trust, Timestamp now)
        : policy_(policy), trust_(trust), now_(now) {
        for (const PolicyRole& role : policy.roles)
            principals_[role.name].insert(role.principals.begin(), role.principals.end());
    }

    PolicyCheck run() && {
        if (trust_ != nullptr)
            for (const std::string& name : policy_.principals())
                if (!trust_->has_name(name)) check_.names_without_key.push_back(name);
        for (const PolicyRole& role : policy_.roles) look_at_role(role);
        look_at_threshold("signatures", policy_.signatures, true, true);
        look_at_threshold("sealing", policy_.sealing, true, false);
        look_at_threshold("attestations", policy_.attestations, false, true);
        look_at_first_event();
        look_at_attesters();
        look_at_algorithms();
        return std::move(check_);
    }

private:
    void doubt(const std::string& at, std::string sentence) {
        check_.doubts.push_back({at, std::move(sentence)});
    }

    void look_at_role(const PolicyRole& role) {
        if (trust_ == nullptr) return;
        const std::string_view use = namespace_of(role.name);
        for (const std::string& name : role.principals)
            if (trust_->has_name(name) && keys_of(name, use).empty())
                doubt(role.at,
                      fmt::format("no key of '{}' may sign {} now, as '{}' asks: see `solander "
                                  "trust list`",
                                  base::printable(name), use, role.name));
    }

    /// Whoever seals first signs the first event of the custody as well.
    void look_at_first_event() {
        const PolicyRole* const seal = policy_.role("seal");
        if (seal == nullptr || trust_ == nullptr) return;
        const bool fits = std::ranges::any_of(seal->principals, [this](const std::string& name) {
            return !keys_of(name, trust::kCustodyNamespace).empty();
        });
        if (!fits)
            doubt(seal->at, fmt::format("nobody who may seal has a key for {} now, and the first "
                                        "event of a package is signed for it",
                                        trust::kCustodyNamespace));
    }

    /// Those whom 'sealing' needs in any case: nobody attests to what they have sealed.
    std::set<std::string> bound_to_seal() const {
        std::set<std::string> names;
        if (!policy_.sealing || policy_.sealing->alternatives.size() != 1) return names;
        for (const PolicyGroup& group : policy_.sealing->alternatives.front())
            if (group.least == group.parties.size())
                for (const auto& party : group.parties)
                    if (party.size() == 1) names.insert(party.front());
        return names;
    }

    void look_at_attesters() {
        const auto bound = bound_to_seal();
        if (!policy_.attestations || bound.empty()) return;
        std::vector<Vouching> keys;
        add_all("attest", keys);
        if (!policy::count(*policy_.attestations, keys).met) return;  // which is told already
        std::erase_if(keys, [&bound](const Vouching& key) {
            return std::ranges::any_of(
                key.names, [&bound](const std::string& name) { return bound.contains(name); });
        });
        const policy::Tally tally = policy::count(*policy_.attestations, keys);
        if (!tally.met)
            doubt(policy_.attestations->at,
                  fmt::format("'attestations' cannot be met together with 'sealing', since nobody "
                              "attests to what they sealed: {}",
                              tally.sentence));
    }

    bool fills(std::string_view role, const std::vector<std::string>& names) const {
        const auto asked = principals_.find(role);
        if (asked == principals_.end()) return true;
        return std::ranges::any_of(
            names, [&](const std::string& name) { return asked->second.contains(name); });
    }

    /// All who could act in a role, each key once.
    void add_all(std::string_view role, std::vector<Vouching>& keys) const {
        std::set<std::string> seen;
        for (const std::string& name : policy_.principals())
            for (Vouching& key : keys_of(name, namespace_of(role)))
                if (seen.insert(key.fingerprint).second && fills(role, key.names))
                    keys.push_back(std::move(key));
    }

    /// The names that a key has now, sorted: looked up once, since many names may ask for it.
    const std::vector<std::string>& names_now(const std::string& fingerprint,
                                              std::string_view use) const {
        const auto [place, is_new] = names_.try_emplace(std::pair(fingerprint, use));
        if (is_new) place->second = trust_->names_at(fingerprint, use, now_, now_, now_);
        return place->second;
    }

    std::vector<Vouching> keys_of(const std::string& name, std::string_view use) const {
        if (trust_ == nullptr) return {{.fingerprint = name, .names = {name}}};
        std::vector<Vouching> keys;
        for (const PublicKey& key : trust_->keys_of(name, use)) {
            std::string fingerprint = key.fingerprint();
            const auto& names = names_now(fingerprint, use);
            if (std::ranges::binary_search(names, name))
                keys.push_back({std::move(fingerprint), names});
        }
        return keys;
    }

    static std::vector<std::string> names_in(const PolicyThreshold& threshold) {
        std::vector<std::string> names;  // in the order in which they are written, each once
        for (const auto& groups : threshold.alternatives)
            for (const PolicyGroup& group : groups)
                for (const auto& party : group.parties)
                    for (const std::string& name : party)
                        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
        return names;
    }

    /// Why somebody cannot act in a role; nothing if they can.
    std::string reason_against(const std::string& name, std::string_view role) const {
        const auto keys = keys_of(name, namespace_of(role));
        if (keys.empty()) return fmt::format("has no key for {} now", namespace_of(role));
        const bool fits =
            std::ranges::any_of(keys, [&](const Vouching& key) { return fills(role, key.names); });
        return fits ? "" : fmt::format("is not in roles.{}", role);
    }

    std::string reasons_against(const std::string& name, bool sealing, bool attesting) const {
        const std::string shown = base::printable(name);
        if (trust_ != nullptr && !trust_->has_name(name))
            return fmt::format("; {} has no key in your trust file", shown);
        const std::string seal = sealing ? reason_against(name, "seal") : "";
        const std::string attest = attesting ? reason_against(name, "attest") : "";
        if ((sealing && seal.empty()) || (attesting && attest.empty())) return {};
        return fmt::format("; {} {}{}{}", shown, seal, sealing && attesting ? " and " : "", attest);
    }

    void look_at_threshold(std::string_view name, const std::optional<PolicyThreshold>& threshold,
                           bool sealing, bool attesting) {
        if (!threshold) return;
        std::vector<Vouching> keys;
        if (sealing) add_all("seal", keys);
        if (attesting) add_all("attest", keys);
        const policy::Tally tally = policy::count(*threshold, keys);
        if (tally.met) return;
        std::string sentence =
            fmt::format("'{}' cannot be met, even if all sign who may: {}", name, tally.sentence);
        for (const std::string& party : names_in(*threshold))
            sentence += reasons_against(party, sealing, attesting);
        doubt(threshold->at, std::move(sentence));
    }

    void look_at_algorithms() {
        if (!policy_.algorithms) return;
        for (const PolicyAlgorithm& algorithm : *policy_.algorithms)
            if (algorithm.until && *algorithm.until <= now_)
                doubt(algorithm.at, fmt::format("{} was accepted until {}: no package meets it "
                                                "that your memory did not have by then",
                                                algorithm.name, algorithm.until->text()));
    }

    const Policy& policy_;
    /// By role.
    std::map<std::string_view, std::set<std::string_view>> principals_;
    const trust::TrustStore* trust_;
    Timestamp now_;
    mutable std::map<std::pair<std::string, std::string_view>, std::vector<std::string>> names_;
    PolicyCheck check_;
};

}  // namespace

Result<PolicyCheck> check_policy(const Policy& policy,
                                 const std::optional<std::filesystem::path>& trust,
                                 std::span<const Revocation> revoked,
                                 const Environment& environment) {
    std::optional<trust::TrustStore> store;
    if (trust) {
        SOLANDER_TRY_ASSIGN(const auto bytes, base::read_all(environment.files, *trust,
                                                             base::Limits{}.trust_store_bytes));
        store = trust::TrustStore::parse(base::as_text(bytes), environment.clock);
        store->revoke(revoked);
    }
    return PolicyChecker(policy, store ? &*store : nullptr, environment.clock.now()).run();
}

}  // namespace solander
