// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
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
    bool was_input = false;          ///< It lies among the request's own inputs as well.
    std::vector<std::size_t> files;  ///< Indices of the inputs that are it, or below it.
};

/// All that a description reads.
struct DescribedInputs {
    Inputs inputs;
    std::vector<OtherInput> others;
};

/// Takes the inventory of the request's inputs, and of what they are to be completed from.
/// Errors: as collect_inputs().
Result<DescribedInputs> collect_described(const Environment& environment,
                                          const DescribeRequest& request);

/// Completes each document from those captures among the others that are of its record; a capture
/// that is of none is left out, with a note, or is an error where its file was named. Of the others
/// nothing remains that has a document of its own.
/// Errors: format, where one is no capture, of no record here, of several, or contradicts it;
/// usage, where there is nothing to complete; whatever the request's `confirm` returns.
Result<void> complete_from(const DescribeRequest& request, const DescribedInputs& described,
                           Records& records);

}  // namespace solander::pack
