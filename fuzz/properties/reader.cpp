// SPDX-License-Identifier: Apache-2.0
#include "properties/reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "format/manifest_xml.h"
#include "properties/input.h"
#include "properties/manifest_trip.h"
#include "properties/places.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

using metadata::Described;
using metadata::Reader;
using metadata::Reading;
using metadata::Received;
using metadata::Recognition;

/// Places of so many documents are looked up: each takes as long as the whole text.
constexpr std::size_t kPlacedDocuments = 32;

/// What a reading says, as one text to be compared.
std::string transcript(const Result<Reading>& reading, std::string_view path) {
    if (!reading) return reading.error().message();
    std::vector<Document> documents;
    std::string text;
    for (NamedDocument& named : documents_of(*reading, path)) {
        text += named.name + '\n';
        documents.push_back(std::move(named.document));
    }
    for (const Described& described : reading->documents)
        for (const auto& file : described.files)
            text += fmt::format("{} {}\n", file.path, file_role_name(file.role));
    for (const auto& remark : reading->remarks)
        text += fmt::format("{} {} {}\n", remark.code, remark.at, remark.words);
    return text + manifest_of(std::move(documents), path);
}

/// Reads a copy of the text, which is gone before its reading is looked at.
std::string transcript_of_copy(const Reader& reader, const Received& received) {
    Result<Reading> reading = Error(ErrorCode::internal, "was not read");
    {
        const std::string path(received.payload_path);
        const std::string text(received.text);
        reading = reader.read({path, text, received.encoding});
    }
    return transcript(reading, received.payload_path);
}

Broken check_origin(const Reader& reader, const Described& described, std::string_view path) {
    const auto& origins = described.document.origins;
    if (origins.size() != 1) return fmt::format("a document has {} origins", origins.size());
    const Origin& origin = origins.front();
    if (origin.kind != reader.kind || origin.reader != reader.name || origin.file != path)
        return fmt::format("a document has an origin that is not its own: {} in {}",
                           base::printable(origin.reader), base::printable(origin.file));
    return std::nullopt;
}

Broken check_documents(const Reader& reader, const Reading& reading, std::string_view path) {
    if (reading.documents.empty()) return "a reading has no document";
    for (const Described& described : reading.documents) {
        if (auto broken = check_origin(reader, described, path)) return broken;
        if (!described.document.id.empty()) return "a reader gives no ids";
        if (described.subject.empty() && reading.documents.size() > 1)
            return "one of several documents is about nothing";
        for (const auto& file : described.files)
            if (!file.path.starts_with("data/"))
                return fmt::format("a file is named that is not below data/: {}",
                                   base::printable(file.path));
    }
    return std::nullopt;
}

Broken check_reading(const Reader& reader, const Reading& reading, const Received& received) {
    const auto path = received.payload_path;
    if (auto broken = check_documents(reader, reading, path)) return broken;
    for (const auto& remark : reading.remarks)
        if (auto broken = check_remark(remark.code, remark.at, remark.words)) return broken;
    const auto placed = std::min(reading.documents.size(), kPlacedDocuments);
    for (std::size_t i = 0; i < placed; ++i)
        if (auto broken = check_places(reading.documents[i].document, received.text)) return broken;
    const auto documents = documents_of(reading, path);
    std::vector<Document> stored;
    stored.reserve(documents.size());
    for (const NamedDocument& named : documents) stored.push_back(named.document);
    if (auto broken = check_manifest(stored, path)) return broken;
    return check_table(documents);
}

}  // namespace

std::vector<NamedDocument> documents_of(const Reading& reading, std::string_view path) {
    std::vector<NamedDocument> documents;
    for (const Described& described : reading.documents) {
        std::string name = described.subject.empty() ? std::string(path) : described.subject;
        if (name.starts_with("data/")) name.erase(0, 5);
        documents.push_back({std::move(name), described.document});
        format::make_storable(documents.back().document);
    }
    return documents;
}

Broken check_reader(const Reader& reader, std::string_view input) {
    const auto file = named_file(input);
    if (!file) return std::nullopt;
    const auto offered = offered_text(reader.kind, file->bytes);
    if (!offered) return std::nullopt;
    const Received received{file->path, offered->text, offered->encoding};
    const Recognition recognition = reader.recognises(received);
    if (reader.recognises(Received(received)) != recognition)
        return "a text is recognised at one time, and at another it is not";
    if (recognition == Recognition::no) return std::nullopt;
    const auto reading = reader.read(received);
    if (transcript(reading, received.payload_path) != transcript_of_copy(reader, received))
        return "two readings of one text differ";
    if (!reading) return check_error(reading.error());
    return check_reading(reader, *reading, received);
}

}  // namespace solander::fuzz
