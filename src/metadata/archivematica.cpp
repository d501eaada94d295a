// SPDX-License-Identifier: Apache-2.0
#include "metadata/archivematica.h"

#include <string>
#include <utility>

namespace solander::metadata {

namespace {

std::string_view root_of(std::string_view payload_path) {
    const auto folder = folder_of(payload_path);
    return file_name_of(folder) == "metadata" ? folder_of(folder) : folder;
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
    if (is_new && !cell.text.ends_with('/')) described.files.push_back({*std::move(path)});
    return {described, is_new};
}

}  // namespace solander::metadata
