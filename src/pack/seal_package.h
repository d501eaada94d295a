// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/environment.h>
#include <solander/pack.h>

#include "pack/inputs.h"
#include "pack/records.h"

namespace solander::pack {

/// Makes one package of what the inventory holds and the records say: writes, signs and seals it,
/// and puts it in place. Of the request it takes who seals, the settings, the time and the output;
/// inputs and records have been read. The notes are those of inputs and records, and its own.
/// Errors: as make_package().
Result<Packed> seal_package(const PackRequest& request, const std::string& name,
                            const Inputs& inputs, Records records, const Environment& environment);

}  // namespace solander::pack
