// SPDX-License-Identifier: Apache-2.0
#include "policy/fingerprint.h"

#include <cstddef>
#include <string>

#include "base/base64.h"

namespace solander::policy {

bool is_fingerprint(std::string_view text) {
    static constexpr std::string_view kPrefix = "SHA256:";
    static constexpr std::size_t kDigits = 43;
    if (!text.starts_with(kPrefix) || text.size() != kPrefix.size() + kDigits) return false;
    return base::from_base64(std::string(text.substr(kPrefix.size())) + "=").has_value();
}

}  // namespace solander::policy
