// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <solander/digest.h>
#include <solander/document.h>
#include <solander/environment.h>
#include <solander/manifest.h>
#include <solander/pack.h>
#include <solander/remark.h>

#include "base/limits.h"
#include "pack/inputs.h"

namespace solander::pack {

/// What a file is to the documents.
struct FilePart {
    std::string document;  ///< The id of the one that it belongs to, or empty.
    FileRole role = FileRole::unstated;
    std::optional<std::uint64_t> order;
};

/// A text that a reader recognised, and found to be no record after all.
struct RefusedInput {
    std::size_t input = 0;  ///< Index of the input.
    std::string reason;     ///< Continues a sentence that begins with the file.
    std::size_t note = 0;   ///< Index of the note that says so.
};

/// What the inputs say of themselves.
struct Records {
    std::vector<Document> documents;
    /// What each document is about: a path below `data/`. Empty where no record was read.
    std::vector<std::string> subjects;
    std::map<std::size_t, FilePart> parts;  ///< By index of the input; not all have one.
    /// By index of the input: the digest of the bytes that were read. What is packed must be them.
    std::map<std::size_t, Sha256> read_digests;
    std::vector<ReadCapture> captures;  ///< One for each document that a text gave.
    /// What records name and the inputs have not: the id of the document, and the path.
    std::vector<std::pair<std::string, std::string>> missing;
    /// By index of the input: why it could not be read, where such inputs are kept.
    std::map<std::size_t, Error> unreadable;
    std::vector<RefusedInput> refused;  ///< By index of the input. Each has its note as well.
    std::vector<std::string> notes;
    /// Those of the notes that are on a text that was read, or would have been if it could.
    std::vector<ReadRemark> remarks;

    /// Whether anything but a person speaks of the documents.
    bool read_anything() const { return !documents.front().origins.empty(); }
};

/// The path of a payload file as record tables have it: below `data/`.
std::string table_path(const EntryPath& path);

/// The path by which records know an input: of one that is refused for its name, that name.
std::string known_as(const InputFileEntry& file);

/// What becomes of a text that cannot be read.
enum class Unreadable { ends_all, kept };

/// Gives every text among the inputs to the metadata readers, and joins what several of them say of
/// one thing. What none of them recognises has no record of its own; if nothing has, there is one
/// document, of which only a person can tell more. `encoding` is that of PackRequest.
/// Errors: open; io, also for a text that grows while it is read; interrupted.
Result<Records> read_records(const Environment& environment, const Inputs& inputs,
                             const base::Limits& limits, std::optional<TextEncoding> encoding,
                             Unreadable unreadable = Unreadable::ends_all);

}  // namespace solander::pack
