// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "reading.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::test {

inline std::filesystem::path hand_overs() {
    return source_root() / "fixtures" / "handover";
}

/// A text of fixtures/handover, by its path there, as it would lie in a package.
struct HandOver {
    std::string name;
    std::string text;

    std::string payload_path() const { return "data/" + name; }
};

inline HandOver hand_over(const std::string& name) {
    return {name, read_file(hand_overs() / name)};
}

/// The XML and JSON that readers of one format each know for certain.
inline std::vector<HandOver> structured_hand_overs() {
    std::vector<HandOver> all;
    for (const std::string folder : {"dublin-core", "dspace", "mods", "schema-org", "ead3"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(hand_overs() / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".xml" && extension != ".json") continue;
            all.push_back(hand_over(entry.path().lexically_relative(hand_overs()).string()));
        }
    std::ranges::sort(all, {}, &HandOver::name);
    return all;
}

inline metadata::Reading read_hand_over(const std::string& name) {
    const auto from = hand_over(name);
    return read_records(from.text, from.payload_path());
}

}  // namespace solander::test
