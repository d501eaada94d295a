// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <solander/statement.h>

namespace solander::audit {

/// The name that a text begins with: words with a capital, initials, and `de`, `von`, `of` between
/// them, up to a comma, a bracket or a full stop. An article in front is left out. Empty where no
/// word with a capital stands in front.
std::string_view name_in_front(std::string_view text);

/// Whether an agent goes by the last word of a name, the surname of most: nothing more is known of
/// names that are written in several ways.
bool shares_last_word(std::string_view name, const Agent& agent);

}  // namespace solander::audit
