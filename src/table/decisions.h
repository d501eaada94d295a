// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>

#include "table/cell.h"

namespace solander::table {

// Decisions that people took: two columns behind those of the fields. One on rights is the
// determination of a block of rights, one on another field is a note of the document.
// Spec: docs/records.md, "Decisions".

inline constexpr std::string_view kRightsDetermination = "rights-determination";
inline constexpr std::string_view kDecision = "decision";

bool is_decision_column(std::string_view column);

struct Decision {
    std::string field;  ///< Empty: on the rights.
    std::string date;   ///< EDTF
    std::string by;
    std::string how;
};

/// A value of either column: `2026-11-20, J. Novak: looked up`, in `decision` with the field in
/// front: `source: 2026-11-20, …`. A colon within a name is written twice.
Value write_decision(const Decision& decision);

/// What a value of `column` says; nothing if it is not of that form, or leaves something out.
std::optional<Decision> read_decision(std::string_view column, const Value& value);

/// The cell of such a column, as cell_of() gives those of fields.
std::string decisions_cell(const Document& document, std::string_view column);

/// Adds the decisions that the document does not have. One on rights joins what the origin of
/// `place` states of them; where it states nothing, the first rights that are answered.
void add_decisions(Document& document, const std::vector<Decision>& decisions, const Place& place);

}  // namespace solander::table
