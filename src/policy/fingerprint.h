// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::policy {

/// `SHA256:` and the base64 of 32 bytes without its last `=`, as OpenSSH writes it.
bool is_fingerprint(std::string_view text);

}  // namespace solander::policy
