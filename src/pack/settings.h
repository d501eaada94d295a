// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/manifest.h>
#include <solander/pack.h>

namespace solander::pack {

/// Puts a person's statements first into every document of `manifest`, and fills what then nobody
/// has spoken of as absent. `person` is who states, `manifest.created` when. The result is what
/// that person should know, in sentences. Errors: usage, for an unknown field (naming the nearest),
/// a value that can't be, or a second value for a field that has room for one.
Result<std::vector<std::string>> apply_settings(const std::vector<Setting>& settings,
                                                const std::string& person, Manifest& manifest);

}  // namespace solander::pack
