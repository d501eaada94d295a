// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>

#include "metadata/field.h"
#include "table/cell.h"
#include "table/field_kinds.h"

namespace solander::table {

/// The fields in the order of a table's columns.
const std::vector<metadata::Field>& columns();

/// Stands before a date that has one meaning.
inline constexpr std::string_view kEdtf = "EDTF ";

/// What a document says of a field, in its order, as a table shows it: a date that has one meaning
/// as `EDTF 1963-11`, an identifier or an agent with its type or role in front (`isni: …`), of an
/// archive its name, of a licence without words its URI. Places and whatever else a statement has
/// are not shown.
std::vector<Value> values_of(const Document& document, metadata::Field field);

/// The cell of a field. Absences are shown only where nothing else is said.
std::string cell_of(const Document& document, metadata::Field field);

/// Puts what a cell says in front of what the document says of a field. A value that the document
/// has already keeps its statement and its origin; a new one is stated at `place`. Where a field
/// takes several values, one that the cell no longer has becomes a note; where it takes one, it
/// stays as testimony behind.
void set_field(Document& document, metadata::Field field, const std::vector<Value>& values,
               const Place& place);

}  // namespace solander::table
