// SPDX-License-Identifier: Apache-2.0
#include "policy/flow.h"

#include <optional>
#include <queue>

namespace solander::policy {

std::size_t Flow::add_node() {
    edges_of_.emplace_back();
    return edges_of_.size() - 1;
}

std::size_t Flow::add_edge(std::size_t from, std::size_t to, std::size_t capacity) {
    const std::size_t edge = edges_.size();
    edges_.push_back({to, capacity});
    edges_.push_back({from, 0});
    edges_of_[from].push_back(edge);
    edges_of_[to].push_back(edge + 1);
    return edge;
}

std::size_t Flow::fill(std::size_t source, std::size_t sink) {
    std::size_t carried = 0;
    while (carry_one(source, sink)) ++carried;
    return carried;
}

/// Finds a shortest way on which there is room, and takes one through it.
bool Flow::carry_one(std::size_t source, std::size_t sink) {
    std::vector<std::optional<std::size_t>> came_by(edges_of_.size());
    std::queue<std::size_t> waiting;
    waiting.push(source);
    while (!waiting.empty() && !came_by[sink]) {
        const std::size_t node = waiting.front();
        waiting.pop();
        for (const std::size_t edge : edges_of_[node]) {
            const std::size_t to = edges_[edge].to;
            if (edges_[edge].left == 0 || to == source || came_by[to]) continue;
            came_by[to] = edge;
            waiting.push(to);
        }
    }
    if (!came_by[sink]) return false;
    for (std::size_t node = sink; node != source;) {
        const std::size_t edge = *came_by[node];
        --edges_[edge].left;
        ++edges_[edge ^ 1].left;
        node = edges_[edge ^ 1].to;
    }
    return true;
}

}  // namespace solander::policy
