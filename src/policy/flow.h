// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace solander::policy {

/// A network whose edges carry so much, and how much gets through it at most (Edmonds and Karp).
/// Of several ways of equal length the one whose edges were added first is taken.
class Flow {
public:
    std::size_t add_node();
    /// The number of the edge, for carried().
    std::size_t add_edge(std::size_t from, std::size_t to, std::size_t capacity);

    /// Carries as much more from one node to another as can be; how much that was.
    std::size_t fill(std::size_t source, std::size_t sink);
    std::size_t carried(std::size_t edge) const { return edges_[edge ^ 1].left; }

private:
    struct Edge {
        std::size_t to;
        std::size_t left;  ///< What it can still carry.
    };

    bool carry_one(std::size_t source, std::size_t sink);

    std::vector<Edge> edges_;  ///< Behind each, its reverse.
    std::vector<std::vector<std::size_t>> edges_of_;
};

}  // namespace solander::policy
