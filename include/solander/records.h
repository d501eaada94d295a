// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <solander/document.h>
#include <solander/environment.h>
#include <solander/error.h>
#include <solander/pack.h>
#include <solander/remark.h>
#include <solander/text_encoding.h>

namespace solander {

/// A text that a reader recognised, and found to be no record after all.
struct UnreadText {
    std::string file;    ///< As the person would name it.
    std::string reason;  ///< Continues a sentence that begins with the file.
};

struct ReadRequest {
    /// Files and directories. A record table that is named itself, as describe() makes them, is
    /// laid over the records of the others; of its rows about anything else each makes a document.
    std::vector<std::filesystem::path> inputs;
    std::optional<TextEncoding> encoding = std::nullopt;  ///< As for make_package().
};

struct ReadDocuments {
    /// Each with the origins that speak of it. Their files are written as the person would name
    /// them (`captures/page.txt`), not as a package has them.
    std::vector<Document> documents;
    /// What each is about, by which record tables tell it from the others.
    std::vector<std::string> subjects;
    std::vector<ReadCapture> captures;
    std::vector<UnreadText> unread;
    std::size_t files = 0;            ///< Among the inputs, whether read or not.
    std::size_t without_record = 0;   ///< Of which no record speaks, and which are not `unread`.
    std::vector<std::string> notes;   ///< As those of Packed, without those on what is in `unread`.
    std::vector<ReadRemark> remarks;  ///< What is in the notes on texts, for programs.
    /// What seems to be packages in the directories, tars and unpacked ones, as the person would
    /// name them. No file of theirs was read.
    std::vector<std::filesystem::path> packages;
    std::vector<std::filesystem::path> tables;  ///< Record tables that were laid over the others.
};

/// Reads every record among the inputs of the request, as describe() does, and gives the documents
/// themselves. None, if there is no record. Writes nothing.
/// Errors: as describe(); format too, where a record table cannot be taken as it is.
Result<ReadDocuments> read_documents(const ReadRequest& request, const Environment& environment);

}  // namespace solander
