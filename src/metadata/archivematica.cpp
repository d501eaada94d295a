// SPDX-License-Identifier: Apache-2.0
#include "metadata/archivematica.h"

#include <string>
#include <string_view>
#include <utility>

#include "metadata/csv_remarks.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

namespace {

std::string_view root_of(std::string_view payload_path) {
    const auto folder = folder_of(payload_path);
    return file_name_of(folder) == "metadata" ? folder_of(folder) : folder;
}

/// Archivematica moves what lies at the top of a transfer into a folder `objects`, and its tables
/// name it there: where it lies before that. Empty for other paths.
std::string path_without_objects(const Received& received, std::string_view written) {
    static constexpr std::string_view kObjects = "objects/";
    if (!written.starts_with(kObjects)) return {};
    return resolve(root_of(received.payload_path), written.substr(kObjects.size())).value_or("");
}

}  // namespace

Transferred find_transferred(RecordSet& records, const Received& received, const Cell& cell,
                             std::vector<Remark>& remarks) {
    auto path = resolve(root_of(received.payload_path), cell.text);
    if (!path) {
        const bool is_missing = cell.text.empty();
        remarks.push_back({is_missing ? "record.path-missing" : "record.path-outside", cell.place(),
                           is_missing ? "names no file, so nothing says what the row is about"
                                      : "names nothing below the folder of the transfer, so "
                                        "nothing says what the row is about"});
        Described& described = records.alone(cell.place());
        put_leftover(described.document, "filename",
                     {cell.text, place_in(OriginKind::table, cell.place(), "")});
        return {described};
    }
    const auto [described, is_new] = records.of(*path);
    if (is_new && !cell.text.ends_with('/'))
        described.files.push_back({*std::move(path), FileRole::unstated, cell.place(),
                                   path_without_objects(received, cell.text)});
    return {described, is_new};
}

Listing listing_of_transfer(const Received& received) {
    return {std::string(root_of(received.payload_path)),
            {"metadata", "logs", "submissionDocumentation", "processingMCP.xml", "README.html",
             "objects/metadata", "objects/submissionDocumentation", "access", "service",
             "objects/access", "objects/service", "bagit.txt", "bag-info.txt", "data/metadata",
             "data/objects/metadata", "data/objects/submissionDocumentation"}};
}

void remark_on_path_starts(const Table& table, std::size_t column, std::vector<Remark>& remarks) {
    CsvRemarks found;
    // Of a path that is none, find_transferred() tells.
    const auto is_path = [](const Cell& cell) { return resolve("data", cell.text).has_value(); };
    for (const Row& row : table.rows) {
        if (row.cells.size() < column) continue;
        const Cell& cell = row.cells[column - 1];
        const bool is_known = !is_path(cell) || cell.text.starts_with("objects/") ||
                              cell.text.starts_with("data/") || cell.text == "objects";
        if (!is_known)
            found.add("table.path-start", 0, cell.place(),
                      "does not begin with objects/, or data/ in a bag, and Archivematica finds no "
                      "file by it",
                      "cells of the column", cell.text);
    }
    for (Remark& remark : found.take()) remarks.push_back(std::move(remark));
}

void remark_on_byte_order_mark(const Received& received, const Table& table,
                               std::vector<Remark>& remarks) {
    if (!received.text.starts_with(kByteOrderMark)) return;
    remarks.push_back({"table.byte-order-mark", table.head.cells.front().place(),
                       "has a byte order mark in front of it, which Archivematica takes for the "
                       "first letter of the heading"});
}

}  // namespace solander::metadata
