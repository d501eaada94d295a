// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/error.h>
#include <solander/pack.h>

namespace solander::pack {

/// Whether there is something to pack and somebody to seal it. Errors: usage.
Result<void> check_request(const PackRequest& request);

}  // namespace solander::pack
