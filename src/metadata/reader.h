// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <solander/document.h>
#include <solander/error.h>

namespace solander::metadata {

/// A text as it was received, already known to be well-formed UTF-8 of a bounded size.
struct Received {
    std::string_view payload_path;  ///< Where the package holds it, from `data/`.
    std::string_view text;          ///< Every byte, a BOM included.
};

/// Reads one kind of record. A reader takes what the text says and where it says it; it guesses
/// nothing, completes nothing and drops nothing. To add one: CONTRIBUTING.md, "A metadata reader".
struct Reader {
    std::string_view name;   ///< Name and version as manifests state it: `wilson/1`.
    std::string_view title;  ///< For a person: what records it reads.
    /// Whether this reader can read the text. Cheap, and never true for two readers at once.
    bool (*recognises)(std::string_view text) = nullptr;
    /// The record, with ids and origins set (`c1` for the text itself) and `document.id` empty.
    /// Errors: format, if the text is no record after all.
    Result<Document> (*read)(const Received& received) = nullptr;
};

/// All readers, in the order of src/metadata/readers/CMakeLists.txt.
std::span<const Reader* const> readers();

/// The one reader that recognises `text`; null if there is none.
const Reader* find_reader(std::string_view text);

/// For a text that no reader recognises: what it looks like, if that is a record of a known kind in
/// a form that no reader reads yet, or a list of records. Continues a sentence that starts with the
/// file's name. Nothing for any other text.
std::optional<std::string> known_but_unread(std::string_view text);

}  // namespace solander::metadata
