// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/limits.h"

namespace solander::xml {

/// The one XML declaration of the profile; a line feed follows it.
inline constexpr std::string_view kDeclaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";

/// So few attributes that comparing each with each other stays cheap.
inline constexpr std::size_t kMaxAttributes = 32;
inline constexpr std::size_t kMaxNameBytes = 64;
/// An element of six bytes takes hundreds once it is read. On average there must be more to them,
/// but for the first.
inline constexpr std::size_t kFreeElements = 1024;
inline constexpr std::size_t kBytesOfElement = 24;

/// The first reason why a text is outside the XML profile, and where.
struct ScanProblem {
    enum class Kind {
        declaration,             ///< Not the profile's declaration, or something stands before it.
        encoding,                ///< Bytes that are not UTF-8.
        character,               ///< A character that may not stand there, or not unescaped.
        doctype,                 ///< Apart, since it is how entities get in.
        processing_instruction,  ///< Also a second XML declaration.
        cdata,
        comment,
        reference,            ///< An `&` that begins none of the seven references of the profile.
        tag,                  ///< Names, quotes, white space: the inside of a tag.
        name_space,           ///< A prefix, or `xmlns` anywhere but on the root.
        duplicate_attribute,  ///< One element has two of a name.
        nesting,              ///< An end tag that does not close the innermost open element.
        root,                 ///< No root, a second one, or text outside of it.
        unfinished,           ///< The text ends too early.
        limit,                ///< Too deep, too many attributes, too long a name.
    };

    std::size_t offset = 0;  ///< From 0, in bytes; the size of the text if it is unfinished.
    std::size_t line = 1;
    std::size_t column = 1;  ///< From 1, in characters.
    Kind kind = Kind::tag;
    std::string message;  ///< Holds no text of the input but names, which are ASCII.
};

/// Nothing if the bytes are well-formed XML 1.0 within the profile; else the first problem in them.
///
/// Every byte is looked at once, in order, without recursion; memory grows with depth only.
/// Does not know any vocabulary: elements, attributes and namespace are the reader's business.
/// Spec: docs/format.md, "XML profile".
std::optional<ScanProblem> scan(base::BytesView bytes, const base::Limits& limits);

}  // namespace solander::xml
