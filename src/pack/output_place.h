// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <solander/environment.h>

#include "pack/inputs.h"

namespace solander::pack {

/// Whether `inner` is `outer`, or below it; both canonical.
bool lies_in(const std::filesystem::path& inner, const std::filesystem::path& outer);

/// Sees to it that what is there already under the package's own name is not among what goes into
/// it, and tells of an output directory that lies inside an input. `output` is open at `path`.
/// Errors: open, naming the file that is both.
Result<std::optional<std::string>> check_output_place(const Environment& environment,
                                                      const Inputs& inputs,
                                                      const std::filesystem::path& path,
                                                      const Directory& output,
                                                      const std::string& name);

/// Sees to it that an output, which need not be there yet, lies inside none of the inputs: of many
/// packages, the next call would take those of this one for documents. Errors: open.
Result<void> check_output_outside(const Environment& environment, const Inputs& inputs,
                                  const std::filesystem::path& path);

}  // namespace solander::pack
