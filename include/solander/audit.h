// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <solander/audit_known.h>
#include <solander/audit_record.h>
#include <solander/audit_rules.h>
#include <solander/error.h>
#include <solander/remark.h>

namespace solander {

struct AuditLevelChange {
    std::string rule;  ///< An id, or the letters of a group: `RGT`.
    AuditLevel level = AuditLevel::warning;
    std::vector<std::string> fields = {};  ///< Of audit_fields(), what it is for; none: all.
    /// Of records from files that this pattern fits; `*`, `?` and, for any directories, `**`.
    /// Empty: of all.
    std::string path = {};
    std::string at = {};  ///< Where it is stated: `solander.toml:6`.

    bool operator==(const AuditLevelChange&) const = default;
};

/// A finding that somebody has accepted, who and why. It is told all the same, and does not count.
struct AuditException {
    std::string rule = {};
    std::string record = {};        ///< Its audit_record_key(); empty: told by the path.
    std::string path = {};          ///< Of the file that the record is from.
    std::string field = {};         ///< Empty: any.
    std::string value_sha256 = {};  ///< Of the value that was looked at, so that no other is meant.
    std::string reason = {};        ///< A word of a fixed list: `legal-advice`.
    std::string comment = {};
    std::string by = {};
    std::string on = {};       ///< YYYY-MM-DD
    std::string expires = {};  ///< YYYY-MM-DD, the last day on which it holds.
    std::string file = {};     ///< Where it is stated,
    std::string at = {};       ///< and in it: `line 3`.
    /// The same of its keys: `reason`, `line 6`.
    std::vector<std::pair<std::string, std::string>> keys_at = {};
};

/// What spans refer to must outlive the call.
struct AuditRequest {
    std::span<const AuditRecord> records;
    std::span<const RefusedText> refused = {};
    std::span<const ReadRemark> remarks =
        {};                                  ///< On hand-over files, as read_documents() has them.
    std::vector<std::string> profiles = {};  ///< In order. None: `core`.
    std::string as_of = {};                  ///< YYYY-MM-DD, the day that embargoes are judged by.
    std::vector<AuditLevelChange> levels = {};   ///< The last word; the later of two holds.
    std::span<const std::string> baseline = {};  ///< Fingerprints of findings known before; sorted.
    std::span<const AuditException> exceptions = {};
    std::span<const AuditBoilerplate> boilerplate = {};  ///< Beside those that are built in.
    std::span<const AuditFunder> funders = {};
    std::string config_sha256 = {};  ///< Of the configuration; told on.
};

struct AuditFinding {
    std::string_view rule;
    AuditLevel level = AuditLevel::error;
    std::optional<std::size_t>
        record;                ///< Index into the request's records; none: of a file, an exception.
    std::string document;      ///< Its id, `d1`.
    std::string field;         ///< As records call it: `original-archive`.
    std::string file;          ///< Of the origin that the words are from.
    std::string at;            ///< As Place::at.
    std::string value;         ///< The record's own words.
    std::string value_sha256;  ///< Of these words; empty where there are none.
    std::string message;       ///< One sentence; holds words of the record.
    std::string fix;
    std::string proposed = {};  ///< What to write instead, where the rule knows it.
    std::vector<std::size_t> others =
        {};  ///< Further records of which the very same is to be said.
    /// SHA-256, in hex, of the rule, audit_record_key(), field and folded value: the same wherever
    /// the words stand. Of a finding on several records: without the record.
    std::string fingerprint = {};
    /// The same with the record, of each: of `record`, then of the `others`. What baselines hold.
    std::vector<std::string> record_fingerprints = {};
    bool in_baseline = false;  ///< Known before, on each of its records.
    /// By an exception that holds; its `expires` is the last day on which it does.
    std::optional<AuditException> accepted = {};

    bool counts() const { return !in_baseline && !accepted; }  ///< Against a threshold.
};

struct AuditReport {
    std::string as_of;
    std::vector<AuditProfileInfo> profiles;
    std::vector<AuditVocabularyInfo> vocabularies;
    std::vector<std::string> notes;  ///< Where profiles disagree, and which of them holds.
    std::size_t records = 0;
    /// Those of refused texts and hand-over files, then record by record in the order of the
    /// request; the worst first within each.
    std::vector<AuditFinding> findings;
    /// By AuditLevel, a finding on many records counted once.
    std::array<std::size_t, kAuditLevelCount> counts{};
    /// Of these, those that do not count: in the baseline, or accepted.
    std::array<std::size_t, kAuditLevelCount> uncounted{};
    std::string config_sha256 = {};
    /// What the configuration turned off: `SRC001`, `REC in title`, `RGT002 of drafts/**`.
    std::vector<std::string> turned_off = {};
};

/// What a record is called in fingerprints and exceptions: its first identifier, else the file that
/// it is from and its title.
std::string audit_record_key(const AuditRecord& record);

/// Judges records by all rules. A pure function of the request: it reads no file, and linear in the
/// number of records. Texts in the report are as in the records: not yet fit for a terminal.
/// Errors: usage, for an unknown profile or rule, and a date that is none.
Result<AuditReport> audit_records(const AuditRequest& request);

}  // namespace solander
