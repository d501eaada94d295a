// SPDX-License-Identifier: Apache-2.0
#include "base/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace solander::base {

namespace {

/// Insertions, deletions and replacements (Levenshtein), row by row.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    static constexpr std::size_t kLongest = 64;  // nobody mistypes more
    const auto start = word.substr(0, kLongest);
    return *std::min_element(candidates.begin(), candidates.end(),
                             [start](std::string_view a, std::string_view b) {
                                 return edit_distance(start, a) < edit_distance(start, b);
                             });
}

}  // namespace solander::base
