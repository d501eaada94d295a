// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <solander/error.h>

namespace solander::metadata {

/// What a foreign XML text may have, however large its file may be.
struct XmlLimits {
    std::size_t depth = 64;
    std::size_t elements = 500'000;
    std::size_t attributes = 64;   ///< Of one element, namespace declarations too.
    std::size_t name_bytes = 256;  ///< Of an element or attribute, with its prefix.
    std::size_t value_bytes = std::size_t{64} << 10;  ///< Of an attribute, as written.
    /// Of the paths of all elements: long names, deeply nested, would make little text into much.
    std::size_t path_bytes = std::size_t{128} << 20;
};

/// What a text was found to be made of.
struct XmlCounts {
    std::size_t elements = 0;
    std::size_t attributes = 0;
    std::optional<std::size_t> doctype_line;  ///< From 1; of a DOCTYPE that declares nothing.
};

/// Checks a text of other people's making as XML 1.0 with namespaces, since the parser that builds
/// the tree passes over much. Comments, CDATA, processing instructions and other white space are
/// ordinary here; entities are not: beyond the five of XML and references to characters none is
/// known, and a DOCTYPE that could declare one is refused. Prefixes are not resolved.
/// Errors: format, limit; the sentence begins with the line.
Result<XmlCounts> check_well_formed(std::string_view text, const XmlLimits& limits = {});

/// The first tag of a text as far as it can be told without checking anything: for recognising.
struct XmlRoot {
    std::string_view prefix;
    std::string_view name;  ///< Without prefix.
    std::string_view tag;   ///< All of it, from `<` to before `>`.

    /// The value of an attribute of the tag, raw; empty if it has none of that name.
    std::string_view attribute(std::string_view wanted) const;
    /// The namespace of the root, raw.
    std::string_view space() const;
    /// Whether the tag declares `uri` for any prefix or none.
    bool declares(std::string_view uri) const;
};

std::optional<XmlRoot> xml_root(std::string_view text);

}  // namespace solander::metadata
