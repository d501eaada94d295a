// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/manifest.h>
#include <solander/pack.h>

namespace solander::pack {

/// Puts a person's statements first into every document of `manifest`, and fills what then nobody
/// has spoken of as absent. `person` is who states, `manifest.created` when.
/// Errors: usage, for an unknown field (naming the nearest) or a value that can't be.
Result<void> apply_settings(const std::vector<Setting>& settings, const std::string& person,
                            Manifest& manifest);

}  // namespace solander::pack
