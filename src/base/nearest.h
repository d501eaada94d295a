// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace solander::base {

/// The candidate that takes the fewest typing errors to become `word`; the first of equals. Empty,
/// if it takes more of them than a third of the longer one's letters: then `word` is no mistyping.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// `did you mean 'x'? `, or nothing where no candidate is near: goes in front of the words that say
/// where the candidates are listed.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace solander::base
