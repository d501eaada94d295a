// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace solander::report {

/// What `solander explain` tells of a rule of audits, in `text`, `json` or `markdown`; of all of
/// them where `id` is `rules`. Nothing for any other text.
std::optional<std::string> rule_help(std::string_view id, std::string_view format);

/// The profiles and vocabularies of audits, with their versions and sources.
std::string profile_list(std::string_view format);

}  // namespace solander::report
