// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <solander/document.h>

namespace solander {

/// One element of a record as manifest.xml has it: for showing every statement with its state and
/// place, without knowing the types of document.h.
struct RecordNode {
    std::string name;  ///< `title`
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::string words = {};
    std::vector<RecordNode> children = {};

    /// Empty if there is none of that name.
    std::string attribute(std::string_view attribute_name) const;
};

/// The whole record of a document, in the order of manifest.xml.
RecordNode record_tree(const Document& document);

}  // namespace solander
