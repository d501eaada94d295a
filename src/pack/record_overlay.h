// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include <solander/describe.h>
#include <solander/digest.h>
#include <solander/environment.h>

#include "pack/inputs.h"
#include "pack/records.h"
#include "table/grid.h"

namespace solander::pack {

/// The input that `path` is, under whatever name; nothing if it is none of them. Errors: open.
Result<std::optional<std::size_t>> find_input(const Environment& environment, const Inputs& inputs,
                                              const std::filesystem::path& path);

/// The inputs of a request as `collect` takes them, and its record table, which may lie among them.
Result<Inputs> inputs_with_table(const Environment& environment, const PackRequest& request,
                                 Result<Inputs> (*collect)(const Environment&, const PackRequest&));

/// A record table as it was read.
struct ReadTable {
    table::Grid grid;
    TableFormat format = TableFormat::csv;
    Sha256 digest;  ///< Of its bytes.
};

/// Reads the record table that is the input of that index. Errors: format, open, io, limit.
Result<ReadTable> read_table(const Environment& environment, const Inputs& inputs,
                             std::size_t table, std::optional<TextEncoding> encoding);

/// What rows say of files, and of documents that were not read.
enum class Rows {
    of_inputs,  ///< Packing needs what they name, and tells of what they leave out.
    alone,      ///< Only what they say of documents is asked for: nothing is packed.
};

/// Lays a table that was read, as overlay_records(), which also tells of the files that are left
/// over. Errors: format.
Result<void> lay_table(const Inputs& inputs, std::size_t table, const ReadTable& read,
                       Records& records, Rows rows = Rows::of_inputs);

/// Lays a record table over what the inputs say: rows about documents that were read change them
/// where cells were changed, others make documents of the files that they name. The table is the
/// input of that index: what it says is evidence, and goes into the package with it.
/// Errors: format, naming every cell that cannot be taken; open, io; limit.
Result<void> overlay_records(const Environment& environment, const Inputs& inputs,
                             std::size_t table, std::optional<TextEncoding> encoding,
                             Records& records);

}  // namespace solander::pack
