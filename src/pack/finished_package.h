// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include <solander/digest.h>
#include <solander/environment.h>
#include <solander/pack.h>

#include "pack/batch.h"

namespace solander::pack {

/// A package that was made before, and would be made the same again.
struct FinishedPackage {
    Sha256 manifest;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::optional<SealedAudit> audit = std::nullopt;
};

/// Looks whether the output has the package that `portion` would become at the time when that was
/// sealed: signed by the same keys, with the same settings, records, paths, sizes and times, as
/// long as it says, with a custody. Bytes of the payload are not read. Nothing, if there is none of
/// that name. It would be audited on the day on which that was. `output` is open at request.output.
/// Errors: create, if there is something else, saying what differs; refused, by the audit; io,
/// interrupted.
Result<std::optional<FinishedPackage>> find_finished(const Environment& environment,
                                                     const PackRequest& request,
                                                     const Directory& output,
                                                     const std::string& name, Portion portion);

}  // namespace solander::pack
