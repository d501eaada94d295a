// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace solander::format::test {

/// An element that can be changed in every way, right or wrong, and written again.
struct TreeElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string words;  ///< Written behind the children, if there are any.
    std::vector<TreeElement> children;

    std::string* attribute(std::string_view wanted);
};

/// The tree of a text that keeps the XML profile.
TreeElement read_tree(std::string_view text);

/// As the writer of the library lays it out.
std::string write_tree(const TreeElement& root);

/// Calls `visit` for every element, the ones outside first.
void for_each_element(TreeElement& root, const std::function<void(TreeElement&)>& visit);

/// A file of tests/unit/format/data.
std::string data_file(std::string_view name);

/// The names of the examples of events there, one of each type.
const std::vector<std::string>& event_files();

/// The text with its one `from` made `to`. Throws where `from` is there never or twice.
std::string with_replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace solander::format::test
