// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <vector>

#include <solander/describe.h>
#include <solander/error.h>

#include "pack/inputs.h"
#include "pack/records.h"

namespace solander::pack {

/// Something that documents are to be completed from.
struct OtherInput {
    std::filesystem::path path;
    bool is_directory = false;
    std::vector<std::size_t> files;  ///< Indices of the inputs that are it, or below it.
};

/// All that a description reads.
struct DescribedInputs {
    Inputs inputs;
    std::vector<OtherInput> others;
    std::set<std::size_t> added;  ///< Inputs that are there for the others' sake alone.
};

/// Takes the inventory of the request's inputs, and of what they are to be completed from: each
/// file under its own name, as if it had been named. Of a directory, what is an input is no other,
/// unless all of it is. Errors: as collect_inputs().
Result<DescribedInputs> collect_described(const Environment& environment,
                                          const DescribeRequest& request);

/// Completes each document from those captures among the others that are of its record; a capture
/// that is of none is left out, with a note, or is an error where its file was named. Of the others
/// nothing remains that has a document of its own.
/// Returns the paths of those that were used and added.
/// Errors: interrupted; format, where one is no capture, of no record here, of several, or
/// contradicts it; usage, where there is nothing to complete; whatever the request's `confirm`
/// returns.
Result<std::vector<std::filesystem::path>> complete_from(const Environment& environment,
                                                         const DescribeRequest& request,
                                                         const DescribedInputs& described,
                                                         Records& records);

}  // namespace solander::pack
