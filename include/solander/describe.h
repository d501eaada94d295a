// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
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

struct DescribeRequest {
    std::vector<std::filesystem::path> inputs;            ///< As for make_package().
    bool rename_safe = false;                             ///< As for make_package().
    std::optional<TextEncoding> encoding = std::nullopt;  ///< As for make_package().
    /// Also columns of fields of which no document says anything.
    bool all_fields = false;
};

struct Description {
    RecordTable table;
    std::vector<ReadCapture> captures = {};
    std::vector<std::string> notes = {};  ///< As those of Packed.
};

/// Reads every record among the inputs, and gives each file that none of them speaks of a row of
/// its own, names with numbers in the order of the numbers. Writes nothing.
/// Errors: as make_package(), as far as it reads.
Result<Description> describe(const DescribeRequest& request, const Environment& environment);

}  // namespace solander
