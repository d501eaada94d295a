// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pack/inputs.h"
#include "pack/records.h"

namespace solander::pack {

/// One document with its files: a row of describe(), a package of pack_each().
struct DocumentFiles {
    std::string subject;  ///< What tells it from the others, as record tables have it.
    /// Index into Records::documents; nothing for a file of which no record speaks.
    std::optional<std::size_t> record;
    /// Indices into the inputs, in the order that the record gives them: what has no number, such
    /// as the record itself, goes first.
    std::vector<std::size_t> files;
};

/// The documents that records speak of, in their order; none where nothing was read.
std::vector<DocumentFiles> recorded_documents(const Records& records);

/// Each file of which no record speaks, a document of its own, as a person would list them: `p2`
/// before `p10`.
std::vector<DocumentFiles> other_documents(const Inputs& inputs, const Records& records);

}  // namespace solander::pack
