// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <solander/audit.h>
#include <solander/describe.h>
#include <solander/environment.h>
#include <solander/error.h>
#include <solander/handover.h>
#include <solander/text_encoding.h>
#include <solander/timestamp.h>

namespace solander {

// The way back of a worklist: an audit asks, a person fills in decisions, and these become further
// statements, before packing in a record table, afterwards as events of custody. Nothing that a
// record says is overwritten. Spec: docs/worklist.md.

/// One question, and what somebody wrote beside it. Guards of formulas are taken off.
struct WorklistRow {
    std::size_t number = 0;  ///< As spreadsheets count: the headings are row 1.
    std::string record = {};
    std::string file = {};
    std::string field = {};
    std::string value = {};
    std::string proposed_value = {};
    std::string decision = {};  ///< Empty: none yet.
    std::string decided_value = {};
    std::string decided_by = {};
    std::string date = {};
    std::string how = {};
    std::string finding = {};  ///< `v1:` and a fingerprint, several with blanks between them.
};

/// Reads a worklist: comma, semicolon or tab, with or without a byte order mark.
/// Errors: open, io, limit; format, for what is no such table, and naming every row that is torn.
Result<std::vector<WorklistRow>> read_worklist(const std::filesystem::path& path,
                                               std::optional<TextEncoding> encoding,
                                               const Environment& environment);

/// What somebody decided on one field of one record.
struct WorklistDecision {
    enum class Kind { set, unknown, keep };
    Kind kind = Kind::set;
    std::vector<std::size_t> rows = {};  ///< Where it is written.
    std::size_t record = 0;              ///< Index into the records of the audit.
    std::string field = {};              ///< Where it goes: a URI for `rights` to `rights-uri`.
    std::string cell = {};               ///< What the field is to say, as a cell of a record table.
    std::string value = {};              ///< The record's own words that were asked about.
    std::string by = {};
    std::string date = {};  ///< YYYY-MM-DD
    std::string how = {};
};

struct CheckedWorklist {
    std::vector<WorklistDecision> decisions = {};  ///< By record, then as they stand.
    std::size_t open = 0;                          ///< Rows without a decision.
    /// Rules that `keep` answers and that ask again all the same, by id.
    std::vector<std::string> asked_again = {};
};

/// All members must outlive the call.
struct WorklistCheck {
    std::span<const WorklistRow> rows;
    std::span<const AuditRecord> records;
    const AuditReport& report;  ///< Of these records as they are now.
    Timestamp now = {};
    bool sealed = false;  ///< The records are in a package: only rights can be decided on.
};

/// Looks at every row that has a decision: its words, its date, whether its field can have the
/// value, and whether the audit still asks it. Reads no file.
/// Errors: format, naming each row that is wrong, with its column and the reason.
Result<CheckedWorklist> check_worklist(const WorklistCheck& check);

struct WorklistTableRequest {
    /// As for describe(), without record tables; may be empty where `table` is not.
    std::vector<std::filesystem::path> inputs = {};
    std::filesystem::path table = {};     ///< A record table that was edited; empty: none.
    std::filesystem::path worklist = {};  ///< Gets no row where it lies among the inputs.
    std::optional<TextEncoding> encoding = std::nullopt;
    std::span<const std::string> subjects;  ///< Of the records, as ReadDocuments has them.
    std::span<const WorklistDecision> decisions;
};

/// The record table that describe() makes, or `table` as it is, with the decisions in it: for
/// make_package(). What a cell of `table` said, and no record does, is kept in a `decision`.
/// Errors: as describe(); usage, for records that no table can tell apart.
Result<RecordTable> decide_in_table(const WorklistTableRequest& request,
                                    const Environment& environment);

/// The events that decisions on the rights in a sealed package make: one for all that is decided
/// alike on a document, and one alone where that is every document.
std::vector<RightsDecision> rights_decisions(std::span<const AuditRecord> records,
                                             std::span<const WorklistDecision> decisions);

/// Appends an event for each decision that the chain does not have yet, by determine_rights(). If
/// that ends before the last, what was written stays, and a note or the Error says how much; done
/// again it goes on from there. With nothing left to write, it passes and writes nothing.
/// Errors: as determine_rights().
Result<StepOutcome> record_decisions(const CustodyStep& step,
                                     std::span<const RightsDecision> decisions,
                                     const Environment& environment);

/// Adds to the records of a package what its holders determined since it was sealed, as far as a
/// trusted key signed it and the chain up to there is sound: who, when and how, and a URI in front
/// of the record's own, in the name of an origin that is the event. `custody` is of read_custody().
void add_determinations(const Report& custody, std::span<AuditRecord> records);

}  // namespace solander
