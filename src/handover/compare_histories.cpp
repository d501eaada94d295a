// SPDX-License-Identifier: Apache-2.0
#include "handover/compare_histories.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "custody/verify_text.h"

namespace solander::handover {

namespace {

std::uint64_t seq_of(std::string_view name) {
    const auto parsed = custody::parse_file_name(name);
    return parsed ? parsed->seq : 0;
}

/// The files of a history, and which event is its last.
struct History {
    std::map<std::string_view, const base::Bytes*> files;
    std::uint64_t last = 0;

    explicit History(const custody::Folder& folder) {
        for (const auto& file : folder.files) {
            if (file.name == custody::kVerifyFile) continue;
            files.emplace(file.name, &file.bytes);
            last = std::max(last, seq_of(file.name));
        }
    }
};

/// What `history` has and `other` does not.
struct Surplus {
    bool any = false;
    std::string_view within;  ///< The first that belongs to an event which the other has, too.

    Surplus(const History& history, const History& other) {
        for (const auto& [name, bytes] : history.files) {
            if (other.files.contains(name)) continue;
            any = true;
            if (within.empty() && seq_of(name) <= other.last) within = name;
        }
    }
};

}  // namespace

Comparison compare_histories(const custody::Folder& first, const custody::Folder& second) {
    using Outcome = Comparison::Outcome;
    const History a(first);
    const History b(second);
    for (const auto& [name, bytes] : a.files)
        if (const auto found = b.files.find(name);
            found != b.files.end() && *found->second != *bytes)
            return {Outcome::different, std::string(name)};
    const Surplus of_a(a, b);
    const Surplus of_b(b, a);
    for (const auto within : {of_a.within, of_b.within})
        if (!within.empty()) return {Outcome::different, std::string(within)};
    if (of_a.any) return {Outcome::first_longer};
    return {of_b.any ? Outcome::second_longer : Outcome::same};
}

std::size_t event_count(const custody::Folder& folder) {
    return static_cast<std::size_t>(std::ranges::count_if(folder.files, [](const auto& file) {
        const auto parsed = custody::parse_file_name(file.name);
        return parsed && parsed->label.empty();
    }));
}

}  // namespace solander::handover
