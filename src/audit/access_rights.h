// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace solander::audit {

enum class AccessRight { open, embargoed, restricted, metadata_only };

struct AccessTerm {
    AccessRight right = AccessRight::open;
    std::string_view label;  ///< `embargoed access`
    std::string_view code;   ///< Of COAR: `c_f1cf`
    std::string_view old;    ///< The last part of its info:eu-repo form; or empty.
};

std::span<const AccessTerm> access_terms();

/// What an access term means: a COAR or info:eu-repo URI, or its label, letters of either case.
/// Nothing for other words.
std::optional<AccessRight> find_access_right(std::string_view words);
/// The COAR URI.
std::string access_right_uri(AccessRight right);

}  // namespace solander::audit
