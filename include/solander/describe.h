// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/environment.h>
#include <solander/error.h>
#include <solander/pack.h>

namespace solander {

/// A table for people to edit: a row for each document, a column for each field. Cells say states
/// as docs/records.md has it: `[blank]`, `[absent]`, `[inferred] words`.
struct RecordTable {
    std::vector<std::string> header;  ///< `document`, `files`, `role`, `order`, then fields.
    std::vector<std::vector<std::string>> rows;  ///< Each as long as the header.
};

enum class TableFormat { csv, json, toml };

/// CSV: one byte order mark, CRLF, every cell as RFC 4180 has it. JSON: a list of objects. TOML: a
/// table `[[document]]` for each row.
std::string write_table(const RecordTable& table, TableFormat format);

/// Two captures that seem to be of one record, but do not both have its id: title, date and summary
/// are alike. Words as the document has them.
struct SameRecord {
    std::string document;  ///< Paths below `data/`.
    std::string other;
    std::string title;
    std::string date;
    std::string summary;
};

struct DescribeRequest {
    std::vector<std::filesystem::path> inputs;            ///< As for make_package().
    bool rename_safe = false;                             ///< As for make_package().
    std::optional<TextEncoding> encoding = std::nullopt;  ///< As for make_package().
    /// Also columns of fields of which no document says anything.
    bool all_fields = false;
    /// Further captures of the same records, or directories of them. Their answers go where a
    /// document has none, in their own name, and they become files of that document, as evidence.
    std::vector<std::filesystem::path> complete_from = {};
    /// Asked of every capture that has no record id in common with its document. Empty: no to all.
    std::function<Result<bool>(const SameRecord&)> confirm = {};
};

struct Description {
    RecordTable table;
    std::vector<ReadCapture> captures = {};
    std::vector<std::string> notes = {};  ///< As those of Packed.
    /// Those of `complete_from` that became files of a document and are no inputs: what has to be
    /// packed beside the inputs.
    std::vector<std::filesystem::path> completed_from = {};
};

/// Reads every record among the inputs, and gives each file that none of them speaks of a row of
/// its own, names with numbers in the order of the numbers. Writes nothing.
/// Errors: as make_package(), as far as it reads; format too, where a capture of `complete_from`
/// is of none of the records, of several, or contradicts one; whatever `confirm` returns.
Result<Description> describe(const DescribeRequest& request, const Environment& environment);

}  // namespace solander
