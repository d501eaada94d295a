// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include <solander/policy.h>

namespace solander::policy {

/// A key that has signed, and the names that the reader gives it. Each key stands for itself once,
/// whatever it signed.
struct Vouching {
    std::string fingerprint;
    std::vector<std::string> names;
};

/// What came of a threshold.
struct Tally {
    bool met = false;
    /// `needs 2 of 3, signed by a; missing 1 of b, c`. Of several alternatives, of the nearest.
    std::string sentence;
};

/// Counts who vouches. Each key and each name counts once in a whole alternative, and they are
/// assigned so that as much as possible is met: a flow from keys through names and parties to
/// groups, all of capacity one but the groups'. Names and parties are taken in the order in which
/// they are written.
Tally count(const PolicyThreshold& threshold, std::span<const Vouching> keys);

}  // namespace solander::policy
