// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "audit/access_reading.h"

namespace solander::audit {

/// What words in English say of who may see a thing: `Closed until 2040`, `Open for research`.
/// Nothing where they say both or deny it, or speak of a part of the thing.
std::optional<AccessRight> access_in_words(std::string_view words);

/// By its term, else by its words.
std::optional<AccessRight> meaning_of(const AccessStatement& access);

/// The last day of a closure that words give (`until 2040`, `until 1 March 2040`), YYYY-MM-DD;
/// empty where they give none.
std::string closed_until(std::string_view words);
/// By its end, else by its words.
std::string closed_until(const AccessStatement& access);

bool is_closed(std::optional<AccessRight> right);

}  // namespace solander::audit
