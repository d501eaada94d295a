// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>

#include "metadata/reader.h"
#include "metadata/xml_well_formed.h"

namespace solander::metadata {

/// A name as XML with namespaces has it: what it means, and what an editor shows.
struct XmlName {
    std::string space;    ///< URI; empty for none.
    std::string local;    ///< Without prefix.
    std::string written;  ///< With the prefix that the text gives it.

    bool is(std::string_view uri, std::string_view name) const {
        return space == uri && local == name;
    }
};

struct XmlAttribute {
    XmlName name;
    std::string value;
};

/// An element of a foreign record. All are owned by their XmlRecord and stay where they are.
struct XmlElement {
    XmlName name;
    const XmlElement* parent = nullptr;
    /// From 1, among siblings written with the same name; 0 where there are no others.
    std::size_t ordinal = 0;
    std::vector<XmlAttribute> attributes = {};  ///< Without declarations of namespaces.
    std::vector<const XmlElement*> children = {};
    /// All character data in it, that of its descendants too, without the white space around it.
    std::string_view words = {};
    bool has_own_words = false;  ///< Something stands between its tags beside elements.

    /// The first child of the element's own namespace with that name; null if there is none.
    const XmlElement* child(std::string_view local) const;
    /// An attribute without namespace; null if there is none.
    const XmlAttribute* attribute(std::string_view local) const;
    const XmlAttribute* attribute(std::string_view space, std::string_view local) const;
    /// The value of an attribute without namespace, empty if there is none.
    std::string_view value_of(std::string_view local) const;
    /// `path /mods/titleInfo[2]/title`, with names as written and an index only among siblings of
    /// one name: what a person finds in an editor.
    std::string path() const;
};

/// A well-formed XML text of other people's making, with namespaces resolved. Nothing of it is
/// fetched or expanded.
class XmlRecord {
public:
    /// `text` must be UTF-8, whatever it was received in.
    /// Errors: format, limit; internal if parser and check_well_formed() differ.
    static Result<XmlRecord> parse(std::string_view text, const XmlLimits& limits = {});

    const XmlElement& root() const { return parts_->elements.front(); }
    /// What is odd about the text, but harmless.
    const std::vector<Remark>& remarks() const { return parts_->remarks; }

private:
    friend class XmlTreeBuilder;
    struct Parts {
        std::string words;  ///< The character data of all elements, in the order of the text.
        std::deque<XmlElement> elements;
        std::vector<Remark> remarks;
    };
    std::unique_ptr<Parts> parts_ = std::make_unique<Parts>();
};

}  // namespace solander::metadata
