// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include <solander/document.h>

namespace solander::format {

/// Whether every statement of a document refers to one of its origins, and has what its state asks
/// for: absent has no words; inferred has words and a rule; stated-unknown and stated-none have
/// words; stated has words or a code. The first that does not, as a sentence.
std::optional<std::string> check_statements(const Document& document,
                                            const std::unordered_set<std::string_view>& origins);

}  // namespace solander::format
