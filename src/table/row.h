// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <solander/describe.h>
#include <solander/manifest.h>

namespace solander::table {

// The columns in front of the fields.
inline constexpr std::string_view kDocument = "document";
inline constexpr std::string_view kFiles = "files";
inline constexpr std::string_view kRole = "role";
inline constexpr std::string_view kOrder = "order";

/// A file of a document. Paths are those of the package below `data/`.
struct RowFile {
    std::string path;
    FileRole role = FileRole::unstated;
    std::optional<std::uint64_t> order;

    bool operator==(const RowFile&) const = default;
};

/// One document as a row.
struct Row {
    std::string document;  ///< What tells it from the others: the path that its record is about.
    std::vector<RowFile> files;
    std::vector<std::string> cells;  ///< One for each of columns().
    std::string rights_determination = "[absent]";
    std::string decision = "[absent]";
};

/// The table of `rows`. Without `all_fields`, columns in which no row says anything are left out.
RecordTable table_of(const std::vector<Row>& rows, bool all_fields);

/// The cells `files`, `role` and `order` of a row: lists with `|` between their elements. One role
/// stands for all where all are the same, and no role for none; no order where none is stated.
struct FileCells {
    std::string files;
    std::string role;
    std::string order;
};
FileCells write_files(const std::vector<RowFile>& files);

/// The role of each of so many files. Errors: format, in a sentence that names the column.
Result<std::vector<FileRole>> read_roles(std::string_view cell, std::size_t files);

/// Reads the three cells again. Without an order, files of which there are several are in the
/// order in which they stand, without those that records were read from. Errors: as read_roles(),
/// or for the order alike.
Result<std::vector<RowFile>> read_files(const FileCells& cells);

}  // namespace solander::table
