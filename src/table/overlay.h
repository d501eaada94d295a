// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>
#include <solander/error.h>

#include "metadata/field.h"
#include "table/cell.h"
#include "table/row.h"

namespace solander::table {

/// A cell as a table has it.
struct GridCell {
    std::string text;
    std::string at;  ///< `cell E2`, or `pointer /0/title`.
};
using GridRow = std::vector<GridCell>;

/// What is wrong with a cell.
struct Finding {
    std::string code;  ///< `records.emptied`
    std::string at;
    std::string words;
};

/// Which column of a table has what.
class Columns {
public:
    /// Errors: format, for a column that there is no field for (naming the nearest), one that is
    /// there twice, and where the column `document` is missing.
    static Result<Columns> read(const GridRow& header);

    std::size_t size() const { return names_.size(); }
    /// The text of the row's cell in a column; empty where the table has no such column.
    std::string_view text(const GridRow& row, std::string_view column) const;
    /// Where the row's cell in a column is; the row's first cell, if there is no such column.
    std::string at(const GridRow& row, std::string_view column) const;
    const std::vector<std::optional<metadata::Field>>& fields() const { return fields_; }
    const std::vector<std::string>& names() const { return names_; }

private:
    std::vector<std::string> names_;
    /// By column; nothing for those in front of the fields.
    std::vector<std::optional<metadata::Field>> fields_;
};

/// What is wrong with a cell of a field that was `before`, and now has `values`; nothing, if it can
/// be taken.
std::optional<Finding> find_fault(metadata::Field field, const std::string& before,
                                  const GridCell& cell, const std::vector<Value>& values);

/// Puts what a row says over a document: a cell that is as the document itself would be written
/// changes nothing, any other is stated in the name of `origin`. A cell that was emptied, one that
/// a spreadsheet has changed and one that says nothing of its state change nothing either, and are
/// found. `changed` says whether `origin` was named.
struct Applied {
    bool changed = false;
    std::vector<Finding> findings;
};
Applied apply_cells(const Columns& columns, const GridRow& row, std::string_view origin,
                    Document& document);

}  // namespace solander::table
