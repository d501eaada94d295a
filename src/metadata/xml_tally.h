// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "metadata/hand_over.h"
#include "metadata/xml_record.h"

namespace solander::metadata {

inline constexpr std::string_view kXlinkSpace = "http://www.w3.org/1999/xlink";

/// Keeps account of what was taken from a record, so that a reader need not remember what it left
/// out: in the end keep_rest() makes notes of everything that nobody took. One tally serves one
/// document; `record` is the element that is its record.
class XmlTally {
public:
    explicit XmlTally(const XmlElement& record) : record_(record) {}

    /// All the words of an element, its descendants' too, at its path, under its own name as
    /// written; with its language, where an attribute of it or around it says one.
    Said take(const XmlElement& element);
    Said take(const XmlElement& element, const XmlAttribute& attribute);
    /// The value of an attribute that only says what an element is: it becomes part of a statement
    /// without place of its own. Empty, if the element does not have it.
    std::string_view consume(const XmlElement& element, std::string_view local);
    std::string_view consume(const XmlElement& element, std::string_view space,
                             std::string_view local);
    /// The words of an element that become part of a statement with the place of another.
    std::string_view consume(const XmlElement& element);

    bool has(const XmlElement& element) const { return taken_.contains(&element); }

    /// The words of some children, in the record's order and joined by `between`, as one statement
    /// at the path of the element around them. Of no children: no words, which is a blank.
    Said take_joined(const XmlElement& around, const std::vector<const XmlElement*>& children,
                     std::string_view between);
    /// Leaves an element to another document: it and what is in it are no part of this one.
    void leave(const XmlElement& element) { left_.insert(&element); }

    /// Notes, each under the name of its element or attribute, for all in `element` that was not
    /// taken. Pointers to schemas are no part of a record.
    void keep_rest(Document& document, const XmlElement& element);
    void keep_rest(Document& document) { keep_rest(document, record_); }

private:
    std::string language_of(const XmlElement& element);
    void take_words(const XmlElement& element);

    const XmlElement& record_;
    std::unordered_set<const void*> taken_;  ///< Elements and attributes.
    std::unordered_set<const void*> left_;
};

}  // namespace solander::metadata
