// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit_rules.h>
#include <solander/environment.h>
#include <solander/error.h>
#include <solander/file_system.h>
#include <solander/revocation.h>
#include <solander/statement.h>
#include <solander/timestamp.h>

namespace solander {

// What a reader asks of packages beyond that they are sound: who may act, how many have to vouch,
// how far the chain is confirmed, what records hold. Spec: docs/policy.md.

/// Those who may do something: literal names of the trust file.
struct PolicyRole {
    std::string name;  ///< One of policy_roles().
    std::vector<std::string> principals;
    std::string at = {};  ///< Where it is stated: `policy.toml:6`.
};

/// `2 of (a, b, c or d)`: so many of some parties, each of whom goes by any of some names.
struct PolicyGroup {
    std::size_t least = 1;
    std::vector<std::vector<std::string>> parties;
};

/// Groups that have all to be met, each by other keys and other principals; or else those of
/// another alternative.
struct PolicyThreshold {
    std::vector<std::vector<PolicyGroup>> alternatives;
    std::string words = {};  ///< As they are written.
    std::string at = {};
};

struct PolicyField {
    std::string field;          ///< Of audit_fields().
    std::vector<State> states;  ///< One of which the first statement of it has to have.
    std::string at = {};
};

struct PolicyAudit {
    std::vector<std::string> profiles;
    AuditLevel fail_on = AuditLevel::error;
    bool is_sealed = false;  ///< The sealers have to have audited by these profiles themselves.
    std::string at = {};
};

struct PolicyAlgorithm {
    std::string name;                ///< One of policy_algorithms().
    std::optional<Timestamp> until;  ///< Its last moment; nothing: there is none.
    std::string at = {};
};

struct Policy {
    std::string file = {};
    std::vector<PolicyRole> roles = {};
    std::optional<PolicyThreshold> signatures = {};    ///< Of sealers and attestations together.
    std::optional<PolicyThreshold> sealing = {};       ///< Of sealers alone.
    std::optional<PolicyThreshold> attestations = {};  ///< Of attestations alone.
    /// How far the chain has to be known from elsewhere: through that event; 0: through the last.
    std::optional<std::uint64_t> confirmed_through = {};
    std::string confirmed_at = {};
    std::vector<PolicyField> fields = {};
    std::optional<PolicyAudit> audit = {};
    /// Nothing: all that this program knows.
    std::optional<std::vector<PolicyAlgorithm>> algorithms = {};
    std::string algorithms_at = {};

    const PolicyRole* role(std::string_view name) const;  ///< Null: whoever is trusted.
    /// All names that stand in it, each once, sorted.
    std::vector<std::string> principals() const;
};

/// `seal`, `attest`, `release`, `receive`, `record`, `time-witness`
std::span<const std::string_view> policy_roles();
/// `ssh-ed25519`, `sha256`, `sha512`
std::span<const std::string_view> policy_algorithms();

/// Reads the text of a policy; `file` is what messages call it.
/// Errors: usage, with file and line, for whatever is not as it should be, with the nearest name
/// where a name is not known; and for a file that says nothing at all, as one does that was cut
/// off.
Result<Policy> read_policy(std::string_view text, const std::string& file);
/// Errors: as read_policy(); open, io.
Result<Policy> load_policy(const std::filesystem::path& file, const FileSystem& files);

/// Whether one thing that a policy asks is so.
struct PolicyNeed {
    std::string name;     ///< `require.signatures`, `roles.release`, `require.fields.rights`
    std::string at = {};  ///< Where the policy asks it.
    bool met = false;
    std::string sentence;  ///< What is missing, or what meets it.
};

struct PolicyReport {
    std::string file;
    std::vector<PolicyNeed> needs;  ///< In the policy's order of kinds; one may be there often.

    bool met() const noexcept;
};

/// What a policy asks, a sentence each, in its order.
std::vector<std::string> policy_in_words(const Policy& policy);

/// What a policy asks and does not get, whatever package it is held against.
struct PolicyDoubt {
    std::string at;  ///< `policy.toml:6`
    std::string sentence;
};
struct PolicyCheck {
    std::vector<std::string> names_without_key;  ///< Sorted; none without a trust file.
    std::vector<PolicyDoubt> doubts;
};

/// Looks for roles that nobody can fill now, thresholds that nobody can meet, and algorithms whose
/// time is over. Keys that `revoked` names count for nothing. Without a trust file each name counts
/// as having a key of its own. Errors: open, io, limit.
Result<PolicyCheck> check_policy(const Policy& policy,
                                 const std::optional<std::filesystem::path>& trust,
                                 std::span<const Revocation> revoked,
                                 const Environment& environment);

/// A policy to begin with, which asks nothing yet and shows by its comments what could be asked.
std::string_view policy_starter();

}  // namespace solander
