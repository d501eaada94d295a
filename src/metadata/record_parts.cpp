// SPDX-License-Identifier: Apache-2.0
#include "metadata/record_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "metadata/absences.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

std::string_view file_name_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == path.npos ? path : path.substr(slash + 1);
}

std::string_view folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

std::optional<std::string> resolve(std::string_view folder, std::string_view relative) {
    if (relative.empty() || relative.front() == '/') return std::nullopt;
    std::vector<std::string_view> parts;
    while (!relative.empty()) {
        const auto slash = std::min(relative.find('/'), relative.size());
        const auto part = relative.substr(0, slash);
        relative.remove_prefix(std::min(slash + 1, relative.size()));
        if (part.empty() || part == ".") continue;
        if (part != "..") {
            parts.push_back(part);
            continue;
        }
        if (parts.empty()) return std::nullopt;
        parts.pop_back();
    }
    if (parts.empty()) return std::nullopt;
    std::string path(folder);
    for (const auto part : parts) {
        path += '/';
        path += part;
    }
    return path;
}

Place place_in(OriginKind kind, std::string at, std::string_view label) {
    Place place;
    place.origin = origin_id(kind);
    place.at = std::move(at);
    place.label = on_one_line(label);
    return place;
}

Error no_record_of(const Reader& reader) {
    return {ErrorCode::format, fmt::format("is not {}", reader.title)};
}

Said said_in(const Table& table, const Cell& cell, OriginKind kind) {
    return {cell.text, place_in(kind, cell.place(), table.heading(cell.column))};
}

void remark_on_dates(const Document& document, std::size_t before, std::vector<Remark>& remarks) {
    for (auto i = before; i < document.dates.size(); ++i) {
        const DateStatement& date = document.dates[i];
        if (date.state == State::stated && date.edtf.empty())
            remarks.push_back({"record.date-as-words", date.place.at,
                               "is no date with one plain meaning, so it is kept as words"});
    }
}

void put_with_remark(Document& document, Field field, Said said, std::vector<Remark>& remarks,
                     std::string_view kind) {
    const auto dates = document.dates.size();
    put(document, field, std::move(said), on_one_line(kind));
    remark_on_dates(document, dates, remarks);
}

void put_leftover(Document& document, std::string_view name, Said said) {
    if (!name.empty()) {
        put_note(document, on_one_line(name), std::move(said));
    } else if (!said.words.empty()) {
        document.unattributed.push_back({std::move(said.place), std::move(said.words)});
    }
}

RecordSet::RecordSet(const Received& received, const Reader& reader)
    : received_(received), reader_(reader) {}

std::pair<Described&, bool> RecordSet::of(const std::string& subject) {
    const auto [known, is_new] = index_.emplace(subject, documents_.size());
    if (is_new) {
        Described described;
        described.document = document_of(received_, reader_);
        described.subject = subject;
        documents_.push_back(std::move(described));
    }
    return {documents_[known->second], is_new};
}

Described& RecordSet::alone(std::string_view place) {
    return of(subject_in(received_, place)).first;
}

std::vector<Described> RecordSet::take() {
    for (Described& described : documents_) state_absences(described.document);
    return std::move(documents_);
}

}  // namespace solander::metadata
