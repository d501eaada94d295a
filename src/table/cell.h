// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/statement.h>

namespace solander::table {

// How a cell of a record table says what a record says. Spec: docs/records.md, "Cells".

/// One answer of a field: its state, and its words as a table shows them.
struct Value {
    State state = State::stated;
    std::string words;

    bool operator==(const Value&) const = default;
};

/// `[blank]`, `[absent]`, `[unknown: words]`, `[none: words]`, `[inferred] words`, or the words.
/// Words that would read as one of these get a second bracket in front; of words that hold a `|`
/// or a backslash, each gets a backslash before it.
std::string write_value(const Value& value);

/// The values of one field, `|` between them. A guard, `'`, stands before a cell that a spreadsheet
/// would take for a formula, and before one that starts with a guard.
std::string write_cell(const std::vector<Value>& values);

/// What a cell says. White space around each value is dropped, and so are values without any
/// words, of which write_cell() makes none. read_cell(write_cell(v)) is v, if no words of v begin
/// or end with white space.
std::vector<Value> read_cell(std::string_view cell);

}  // namespace solander::table
