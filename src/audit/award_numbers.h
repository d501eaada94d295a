// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::audit {

/// The first number of a grant or award in words, by its form (`NRF-2014S1A5B4063341`) or by what
/// stands before it (`grant no. 4711`); empty if there is none. The view is into `words`.
std::string_view award_in(std::string_view words);

/// The same, of words that say that somebody paid: `supported by …`, and the number not far behind.
std::string_view award_of_support(std::string_view words);

}  // namespace solander::audit
