// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include <solander/audit_rules.h>
#include <solander/policy.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "model/names.h"
#include "policy/threshold_text.h"
#include "settings/source.h"

namespace solander {

namespace {

using settings::Source;
using toml::Entry;

constexpr std::array<std::string_view, 6> kRoles{"seal",    "attest", "release",
                                                 "receive", "record", "time-witness"};
constexpr std::array<std::string_view, 3> kAlgorithms{"ssh-ed25519", "sha256", "sha512"};
constexpr std::string_view kAlways = "always";

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

class PolicyReader {
public:
    explicit PolicyReader(const Source& source) : source_(source) {}

    Result<Policy> read() {
        static constexpr std::array<std::string_view, 4> kKeys{"version", "roles", "require",
                                                               "algorithms"};
        for (const Entry& entry : source_.root().entries) {
            if (entry.key == "version") {
                SOLANDER_TRY(source_.check_version(entry));
                continue;
            }
            if (!is_one_of(kKeys, entry.key))
                return source_.unknown(entry.region, "key", entry.key, kKeys);
            SOLANDER_TRY_ASSIGN(const toml::Node* table, source_.table(entry));
            for (const Entry& one : table->entries) {
                if (entry.key == "roles") SOLANDER_TRY(take_role(one));
                if (entry.key == "require") SOLANDER_TRY(take_need(one));
                if (entry.key == "algorithms") SOLANDER_TRY(take_algorithm(one));
            }
            if (entry.key == "algorithms") SOLANDER_TRY(check_algorithms(entry));
        }
        return std::move(policy_);
    }

private:
    Result<void> take_role(const Entry& entry) {
        if (!is_one_of(kRoles, entry.key))
            return source_.unknown(entry.region, "role", entry.key, kRoles);
        PolicyRole role{.name = entry.key, .principals = {}, .at = source_.at(entry.region)};
        SOLANDER_TRY_ASSIGN(role.principals, source_.texts(entry));
        std::set<std::string> known;
        for (const std::string& name : role.principals) {
            if (!policy::is_literal_principal(name))
                return source_.wrong(entry.region,
                                     fmt::format("'{}' is no name but a pattern, or has characters "
                                                 "that no name in a trust file has",
                                                 base::printable(name)));
            if (!known.insert(name).second)
                return source_.wrong(entry.region,
                                     fmt::format("'{}' stands there twice", base::printable(name)));
        }
        policy_.roles.push_back(std::move(role));
        return {};
    }

    Result<void> take_need(const Entry& entry) {
        static constexpr std::array<std::string_view, 6> kNeeds{
            "signatures", "sealing", "attestations", "confirmed", "fields", "audit"};
        if (entry.key == "signatures") return take_threshold(entry, policy_.signatures);
        if (entry.key == "sealing") return take_threshold(entry, policy_.sealing);
        if (entry.key == "attestations") return take_threshold(entry, policy_.attestations);
        if (entry.key == "confirmed") return take_confirmed(entry);
        if (entry.key == "fields") return take_fields(entry);
        if (entry.key == "audit") return take_audit(entry);
        return source_.unknown(entry.region, "requirement", entry.key, kNeeds);
    }

    Result<void> take_threshold(const Entry& entry, std::optional<PolicyThreshold>& threshold) {
        SOLANDER_TRY_ASSIGN(const std::string words, source_.text(entry));
        auto parsed = policy::parse_threshold(words);
        if (!parsed)
            return source_.wrong(entry.region,
                                 fmt::format("'{}' {}; it is written like \"2 of (anna, ben, "
                                             "carla)\"",
                                             entry.key, parsed.error()));
        threshold = *std::move(parsed);
        threshold->at = source_.at(entry.region);
        return {};
    }

    Result<void> take_confirmed(const Entry& entry) {
        policy_.confirmed_at = source_.at(entry.region);
        const std::string written = source_.written(entry.value.region);
        if (entry.value.is_text() && entry.value.words == "last event") {
            policy_.confirmed_through = 0;
            return {};
        }
        const auto number = base::parse_decimal(written);
        if (entry.value.kind != toml::Kind::number || !number || *number == 0)
            return source_.wrong(entry.region,
                                 "'confirmed' is \"last event\", or the number of an event");
        policy_.confirmed_through = number;
        return {};
    }

    Result<void> take_fields(const Entry& entry) {
        SOLANDER_TRY_ASSIGN(const toml::Node* table, source_.table(entry));
        for (const Entry& one : table->entries) {
            const auto fields = audit_fields();
            if (std::ranges::find(fields, one.key) == fields.end())
                return source_.unknown(one.region, "field", one.key, fields,
                                       "docs/audit-config.md lists them");
            PolicyField field{.field = one.key, .states = {}, .at = source_.at(one.region)};
            SOLANDER_TRY_ASSIGN(const auto states, source_.texts(one));
            for (const std::string& name : states) {
                const auto state = model::parse_name<State>(name);
                if (!state)
                    return source_.unknown(one.region, "state", name, model::Names<State>::kAll);
                field.states.push_back(*state);
            }
            policy_.fields.push_back(std::move(field));
        }
        return {};
    }

    Result<void> take_audit(const Entry& entry) {
        static constexpr std::array<std::string_view, 3> kKeys{"profiles", "fail-on", "sealed"};
        static constexpr std::array<std::string_view, 4> kLevels{"error", "warning", "review",
                                                                 "note"};
        SOLANDER_TRY_ASSIGN(const toml::Node* table, source_.table(entry));
        PolicyAudit audit{.profiles = {}, .at = source_.at(entry.region)};
        for (const Entry& one : table->entries) {
            if (one.key == "profiles") {
                SOLANDER_TRY_ASSIGN(audit.profiles, source_.texts(one));
                SOLANDER_TRY(check_profiles(one, audit.profiles));
            } else if (one.key == "fail-on") {
                SOLANDER_TRY_ASSIGN(const std::string level, source_.text(one));
                const auto parsed = parse_audit_level(level);
                if (!parsed || !is_one_of(kLevels, level))
                    return source_.unknown(one.region, "level", level, kLevels);
                audit.fail_on = *parsed;
            } else if (one.key == "sealed") {
                SOLANDER_TRY_ASSIGN(audit.is_sealed, source_.boolean(one));
            } else {
                return source_.unknown(one.region, "key", one.key, kKeys);
            }
        }
        if (audit.profiles.empty()) return source_.wrong(entry.region, "the audit has no profiles");
        policy_.audit = std::move(audit);
        return {};
    }

    Result<void> check_profiles(const Entry& entry, const std::vector<std::string>& names) const {
        std::vector<std::string_view> known;
        for (const AuditProfileInfo& profile : audit_profiles()) known.push_back(profile.name);
        for (const std::string& name : names)
            if (std::ranges::find(known, name) == known.end())
                return source_.unknown(entry.region, "profile", name, known);
        return {};
    }

    Result<void> take_algorithm(const Entry& entry) {
        if (!is_one_of(kAlgorithms, entry.key))
            return source_.unknown(entry.region, "algorithm", entry.key, kAlgorithms);
        PolicyAlgorithm algorithm{.name = entry.key, .until = {}, .at = source_.at(entry.region)};
        if (!entry.value.is_text() || entry.value.words != kAlways) {
            auto until = source_.moment(entry);
            if (!until)
                return Error(until.error().code(),
                             until.error().message() + ", or \"always\" for no end");
            algorithm.until = *until;
        }
        if (!policy_.algorithms) policy_.algorithms.emplace();
        policy_.algorithms->push_back(std::move(algorithm));
        return {};
    }

    /// Every package uses all three, so leaving one out would refuse every package there is.
    Result<void> check_algorithms(const Entry& entry) {
        policy_.algorithms_at = source_.at(entry.region);
        for (const std::string_view name : kAlgorithms) {
            const bool is_there = policy_.algorithms && std::ranges::find(*policy_.algorithms, name,
                                                                          &PolicyAlgorithm::name) !=
                                                            policy_.algorithms->end();
            if (!is_there)
                return source_.wrong(
                    entry.region,
                    fmt::format("'{}' is not accepted, and every package uses it: say \"always\", "
                                "or the day until which it is",
                                name));
        }
        return {};
    }

    const Source& source_;
    Policy policy_;
};

}  // namespace

std::span<const std::string_view> policy_roles() {
    return kRoles;
}

std::span<const std::string_view> policy_algorithms() {
    return kAlgorithms;
}

const PolicyRole* Policy::role(std::string_view name) const {
    const auto found = std::ranges::find(roles, name, &PolicyRole::name);
    return found == roles.end() ? nullptr : &*found;
}

std::vector<std::string> Policy::principals() const {
    std::set<std::string> names;
    for (const PolicyRole& role : roles)
        names.insert(role.principals.begin(), role.principals.end());
    for (const auto* threshold : {&signatures, &sealing, &attestations}) {
        if (!*threshold) continue;
        for (const auto& groups : (*threshold)->alternatives)
            for (const PolicyGroup& group : groups)
                for (const auto& party : group.parties) names.insert(party.begin(), party.end());
    }
    return {names.begin(), names.end()};
}

Result<Policy> read_policy(std::string_view text, const std::string& file) {
    SOLANDER_TRY_ASSIGN(const Source source, Source::parse(text, file, "docs/policy.md"));
    if (source.root().entries.empty())
        return Error(ErrorCode::usage,
                     fmt::format("{}: says nothing, as a file does that was cut off; one that asks "
                                 "nothing says: version = 1",
                                 base::printable(file)));
    SOLANDER_TRY_ASSIGN(Policy policy, PolicyReader(source).read());
    policy.file = file;
    return policy;
}

Result<Policy> load_policy(const std::filesystem::path& file, const FileSystem& files) {
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(files, file, base::Limits{}.settings_bytes));
    return read_policy(base::as_text(bytes), file.string());
}

}  // namespace solander
