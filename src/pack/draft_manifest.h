// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <solander/manifest.h>
#include <solander/pack.h>

#include "pack/inputs.h"
#include "pack/records.h"

namespace solander::pack {

/// Everything that is known before the payload is read.
struct Draft {
    /// Digests and the id are zero, and have the size that they will have.
    Manifest manifest;
    std::uint64_t manifest_bytes = 0;             ///< Of its text, which stays so long.
    std::vector<std::string> notes;               ///< For the archivist, on settings and size.
    std::optional<Error> refusal = std::nullopt;  ///< Why its audit forbids to pack it.
};

/// When a package is, or was, sealed and audited.
struct SealingTime {
    Timestamp created;
    std::string as_of = {};  ///< YYYY-MM-DD; empty: as the request says.
};

/// What a package sealed at that time would say. Takes the documents out of `records`.
/// Errors: usage, for a setting or a record that a manifest cannot hold; limit.
Result<Draft> draft_manifest(const PackRequest& request, const SealingTime& time,
                             const std::string& name, const Inputs& inputs, Records& records,
                             const Environment& environment);

/// How long the text of a manifest is.
std::uint64_t manifest_size(const Manifest& manifest);

}  // namespace solander::pack
