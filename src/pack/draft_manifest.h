// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
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
    std::uint64_t manifest_bytes = 0;  ///< Of its text, which stays so long.
    std::vector<std::string> notes;    ///< For the archivist, on settings and size.
};

/// What a package sealed at `created` would say. Takes the documents out of `records`.
/// Errors: usage, for a setting or a record that a manifest cannot hold; limit.
Result<Draft> draft_manifest(const PackRequest& request, Timestamp created, const std::string& name,
                             const Inputs& inputs, Records& records);

}  // namespace solander::pack
