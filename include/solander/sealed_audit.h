// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <solander/audit_rules.h>
#include <solander/digest.h>

namespace solander {

struct SealedProfile {
    std::string name;  ///< `dpla`
    std::string version;
};

/// How many findings there were, one on many documents counted once.
struct SealedCounts {
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
    std::uint64_t reviews = 0;
    std::uint64_t notes = 0;

    std::uint64_t of(AuditLevel level) const;  ///< 0 for `off`.
    friend bool operator==(const SealedCounts&, const SealedCounts&) = default;
};

struct SealedFinding {
    std::string rule;  ///< `RGT009`
    AuditLevel level = AuditLevel::error;
    std::string document = {};             ///< Its id; empty: it is on a file itself.
    std::vector<std::string> others = {};  ///< Ids of further ones of which the same was said.
    std::string field = {};                ///< As records call it: `original-archive`.
    std::string file = {};                 ///< Such as a text that is no record.
    bool known = false;                    ///< It was in the baseline.
    bool accepted = false;                 ///< One of the exceptions holds for it.
    std::string message = {};
};

/// What the sealers knew and let pass, and why.
struct SealedException {
    std::string rule;
    AuditLevel level = AuditLevel::error;  ///< Of what was accepted.
    std::string document = {};
    std::vector<std::string> others = {};
    std::string field = {};                   ///< Empty: whichever.
    std::optional<Sha256> value_sha256 = {};  ///< Of the value that was looked at.
    std::string reason = {};                  ///< `legal-advice`
    std::string by = {};
    std::string on = {};       ///< YYYY-MM-DD
    std::string expires = {};  ///< YYYY-MM-DD, the last day on which it held.
    std::string comment = {};
};

/// What the sealers' own audit came to before they sealed. Their word, like the record itself:
/// nothing follows from it but what they knew. Spec: docs/format.md, "The audit".
struct SealedAudit {
    static constexpr std::size_t kMaxFindings = 1000;  ///< The others are counted in `left_out`.

    std::string tool;   ///< Who audited: `solander/0.1.0`.
    std::string as_of;  ///< YYYY-MM-DD, the day that embargoes were judged by.
    std::optional<Sha256> config_sha256 = {};    ///< Of the configuration file, if there was one.
    std::optional<Sha256> baseline_sha256 = {};  ///< Of the list of findings known before.
    /// Findings of the levels error and review that are counted, and not in `findings`.
    std::optional<std::uint64_t> left_out = {};
    std::vector<SealedProfile> profiles = {};  ///< In order; at least one.
    SealedCounts counts = {};
    /// Of these, those that were in the baseline or accepted; none if there are none.
    std::optional<SealedCounts> set_aside = {};
    std::vector<SealedFinding> findings = {};  ///< Of the levels error and review at least.
    std::vector<SealedException> exceptions = {};
};

/// What this build calls itself in an audit: `solander/0.1.0`.
std::string audit_tool();

}  // namespace solander
