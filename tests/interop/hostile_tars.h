// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "spec/forgery.h"

namespace solander::test {

inline constexpr std::string_view kLetter = "letters/data/in/letter.txt";
inline constexpr std::string_view kSigned = "Dear Helena,\nthe trunk has arrived.\n";
inline constexpr std::string_view kForged = "Dear Hilda,\nthe trunk is empty.\n";

/// A package as somebody changed it who has no key, and what becomes of it. To a tar program it is
/// one of: the letter on the disk `signed`, `forged`, `other` or `none`; then `names` if the
/// program lists others than the package has, `!` if it complained.
struct HostileTar {
    std::string name;
    void (*make)(Forgery&);
    std::string gnu;
    std::string bsd;
    std::string python;
    std::string codes;  ///< Of our findings; none: the package passes.
};
void PrintTo(const HostileTar& tar, std::ostream* out);

const std::vector<HostileTar>& hostile_tars();

}  // namespace solander::test
