// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>
#include <solander/error.h>

namespace solander {

/// What a finding of an audit asks for, the worst first. An audit judges records, not the law: what
/// only a person can decide is a `review`, a question.
enum class AuditLevel {
    error,    ///< A contradiction, or what a target will refuse or lose.
    warning,  ///< An archivist should look.
    review,   ///< Only a person can decide.
    note,     ///< It could be better.
    off,      ///< Not told.
};
inline constexpr std::size_t kAuditLevelCount = 4;  ///< Of those that are told.

std::string_view audit_level_name(AuditLevel level);  ///< `error`, …
std::optional<AuditLevel> parse_audit_level(std::string_view name);
/// Whether a finding counts against a threshold. That of `review` is reached by any finding, and by
/// a review alone it is the only one that is; `off` is never reached.
bool audit_level_reaches(AuditLevel level, AuditLevel threshold);

/// What is known of a rule without any record at hand. Ids are permanent.
struct AuditRuleInfo {
    std::string_view id;  ///< `RGT009`
    std::string_view title;
    AuditLevel level = AuditLevel::error;  ///< Where no profile says otherwise.
    std::string_view why;
    std::string_view fix;
    std::string_view example;
    std::string_view source;  ///< The rule of a standard or an aggregator that it rests on.
};
std::vector<AuditRuleInfo> audit_rules();                           ///< In order of their ids.
std::optional<AuditRuleInfo> find_audit_rule(std::string_view id);  ///< Letters of either case.

/// Levels, and what a record must have, for one purpose. Several can be combined: each rule then
/// has the strictest level that one of them states, or its own where none does.
struct AuditProfileInfo {
    std::string_view name;  ///< `dpla`
    std::string_view version;
    std::string_view title;
    std::string_view source;  ///< What it was taken from.
};
std::vector<AuditProfileInfo> audit_profiles();

/// A list of terms inside this program.
struct AuditVocabularyInfo {
    std::string_view name;
    std::string_view version;
    std::string_view date;  ///< As of when it was taken.
    std::string_view source;
};
std::vector<AuditVocabularyInfo> audit_vocabularies();

struct AuditRecord {
    Document document;
    std::string package = {};  ///< The sealed package that it is signed in; empty: none yet.
    std::string sealed =
        {};  ///< YYYY-MM-DD of the package's sealing, which is when it was deposited.
    std::vector<std::string> sealers = {};  ///< Those who sealed it, as the manifest names them.
    std::optional<Agent> depositor = {};    ///< Who handed it over to them.
};

/// A text that was recognised and is no record.
struct RefusedText {
    std::string file;
    std::string reason;  ///< Continues a sentence that begins with the file.
};

struct AuditLevelChange {
    std::string rule;  ///< An id, or the letters of a group: `RGT`.
    AuditLevel level = AuditLevel::warning;
};

/// `records` and `refused` must outlive the call.
struct AuditRequest {
    std::span<const AuditRecord> records;
    std::span<const RefusedText> refused = {};
    std::vector<std::string> profiles = {};  ///< In order. None: `core`.
    std::string as_of = {};                  ///< YYYY-MM-DD, the day that embargoes are judged by.
    std::vector<AuditLevelChange> levels = {};  ///< The last word; the later of two holds.
};

struct AuditFinding {
    std::string_view rule;
    AuditLevel level = AuditLevel::error;
    std::optional<std::size_t> record;  ///< Index into the request's records; none: a refused text.
    std::string document;               ///< Its id, `d1`.
    std::string field;                  ///< As records call it: `original-archive`.
    std::string file;                   ///< Of the origin that the words are from.
    std::string at;                     ///< As Place::at.
    std::string value;                  ///< The record's own words.
    std::string message;                ///< One sentence; holds words of the record.
    std::string fix;
    std::vector<std::size_t> others =
        {};  ///< Further records of which the very same is to be said.
};

struct AuditReport {
    std::string as_of;
    std::vector<AuditProfileInfo> profiles;
    std::vector<AuditVocabularyInfo> vocabularies;
    std::vector<std::string> notes;  ///< Where profiles disagree, and which of them holds.
    std::size_t records = 0;
    /// Those of refused texts, then record by record in the order of the request; the worst first
    /// within each.
    std::vector<AuditFinding> findings;
    /// By AuditLevel, a finding on many records counted once.
    std::array<std::size_t, kAuditLevelCount> counts{};
};

/// Judges records by all rules. A pure function of the request: it reads no file, and linear in the
/// number of records. Texts in the report are as in the records: not yet fit for a terminal.
/// Errors: usage, for an unknown profile or rule, and a date that is none.
Result<AuditReport> audit_records(const AuditRequest& request);

}  // namespace solander
