// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <solander/handover.h>

#include "cli/io.h"

namespace solander::cli {

/// What came of a step of the custody, as it is told.
struct ToldStep {
    std::string_view name;
    std::string package;  ///< As it was given.
    const StepOutcome& outcome;
    std::string next = {};
    bool prints_receipt = false;
    std::filesystem::path receipt_file = {};  ///< Where the receipt was written; else empty.
};

void tell_text(Io& io, const ToldStep& told, bool quiet);
/// Spec: schemas/handover-1.schema.json.
void tell_json(Io& io, const ToldStep& told);

}  // namespace solander::cli
