// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>
#include <solander/error.h>
#include <solander/manifest.h>
#include <solander/text_encoding.h>

namespace solander::metadata {

/// A text as it was received, already known to be well-formed UTF-8 of a bounded size.
struct Received {
    std::string_view payload_path;  ///< Where the package holds it, from `data/`.
    /// Every byte, a BOM included, if the file is UTF-8; what decode_text() makes of it, if not.
    std::string_view text;
    TextEncoding encoding = TextEncoding::utf_8;  ///< Of the file.
};

/// What a person should know of how a text was read: a row that is too long, a value with no home.
struct Remark {
    std::string code;   ///< Lower case with a dot, `table.ragged-row`: a promise, as findings' are.
    std::string at;     ///< A place as in manifests: `line 3`, `cell B2`, `path /mods/note`.
    std::string words;  ///< A sentence without the file's name; fit for a terminal.
    std::string value = {};  ///< What stands there, where the code alone does not say it.
};

/// A file that a record says is part of its document.
struct DescribedFile {
    std::string path;  ///< In the package, from `data/`; nothing says that it is there.
    FileRole role = FileRole::unstated;
    std::string at = {};       ///< Where the record names it; empty: it does not say.
    std::string or_path = {};  ///< Where it lies if it is not at `path`; empty: nowhere else.
};

/// The folder whose files a text is meant to name one by one.
struct Listing {
    std::string folder;                      ///< From `data/`, or `data` itself.
    std::vector<std::string_view> but = {};  ///< Files and folders in it that are not meant.
};

/// One document as one text describes it.
struct Described {
    Document document;
    /// The files that the record names, in its order. Empty: it names none.
    std::vector<DescribedFile> files = {};
    /// What the record is about, as a path from `data/`: a file or a directory. Records with the
    /// same subject are testimony on one document. Of a text with several records, those that name
    /// nothing have the text's own path, `#` and their place in it (`data/a.csv#row 3`). Empty: the
    /// text is all there is.
    std::string subject = {};
};

/// What a text gave.
struct Reading {
    std::vector<Described> documents;
    std::vector<Remark> remarks = {};
    std::optional<Listing> listing = {};
};

/// How sure a reader is that a text is its own. `certain` needs words that only this kind of text
/// has, such as a namespace; two certain readers of one text are an error in one of them.
enum class Recognition { no, maybe, certain };

/// Reads one kind of record. A reader takes what the text says and where it says it; it guesses
/// nothing, completes nothing and drops nothing. To add one: docs/adding-a-reader.md.
struct Reader {
    std::string_view name;   ///< Name and version as manifests state it: `wilson/1`.
    std::string_view title;  ///< For a person: what records it reads.
    OriginKind kind = OriginKind::capture;
    /// Cheap: it may look at the path and the text, and parses neither.
    Recognition (*recognises)(const Received& received) = nullptr;
    /// The records, each `document` with its origin and with `id` empty. At least one.
    /// Errors: format, if the text is no record after all; limit.
    Result<Reading> (*read)(const Received& received) = nullptr;
};

/// All readers, in the order of src/metadata/readers/CMakeLists.txt.
std::span<const Reader* const> readers();

/// Who reads a text. The one certain reader; where none is certain, the one that says maybe. No
/// reader of captures is asked unless the file is UTF-8: verification reads a capture's own bytes.
struct Choice {
    const Reader* reader = nullptr;
    /// Why nobody does, though some would; continues a sentence that starts with the file's name.
    std::string clash = {};
};

Choice choose_reader(const Received& received);
/// The same among `candidates`.
Choice choose_reader(const Received& received, std::span<const Reader* const> candidates);

}  // namespace solander::metadata
