// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/try.h"
#include "metadata/archivematica.h"
#include "metadata/csv.h"
#include "metadata/dc_columns.h"
#include "metadata/record_parts.h"

namespace solander::metadata {

extern const Reader archivematica_metadata;

namespace {

bool is_dublin_core(std::string_view heading) {
    return heading.starts_with("dc.") || heading.starts_with("dcterms.");
}

Recognition recognises(const Received& received) {
    if (!received.payload_path.ends_with(".csv")) return Recognition::no;
    const auto headings = csv_headings(received.text);
    if (headings.empty()) return Recognition::no;
    const bool is_named = file_name_of(received.payload_path) == "metadata.csv";
    const bool has_path = headings.front() == "filename";
    // `id` is what DSpace's own tables begin with, which have dc. headings too.
    if (!std::ranges::any_of(headings, is_dublin_core) || headings.front() == "id")
        return is_named && has_path ? Recognition::maybe : Recognition::no;
    if (has_path) return Recognition::certain;
    return is_named ? Recognition::maybe : Recognition::no;
}

void put_cell(Document& document, const Table& table, const Cell& cell,
              std::vector<Remark>& remarks) {
    const std::string heading = table.heading(cell.column);
    const auto dot = std::min(heading.find('.'), heading.size());
    put_dublin_core(document, std::string_view(heading).substr(0, dot),
                    std::string_view(heading).substr(std::min(dot + 1, heading.size())),
                    said_in(table, cell, OriginKind::table), remarks);
}

void put_row(Document& document, const Table& table, const Row& row, std::vector<Remark>& remarks) {
    // A heading can stand several times, and the first statement is the one that counts: what is
    // said goes before what is blank.
    for (const bool blank : {false, true})
        for (const Cell& cell : row.cells)
            if (cell.column > 1 && cell.text.empty() == blank)
                put_cell(document, table, cell, remarks);
}

Result<Reading> read(const Received& received) {
    if (recognises(received) == Recognition::no) return no_record_of(archivematica_metadata);
    SOLANDER_TRY_ASSIGN(auto table, read_csv(received.text));
    Reading reading;
    reading.remarks = std::move(table.remarks);
    remark_on_byte_order_mark(received, table, reading.remarks);
    remark_on_path_starts(table, 1, reading.remarks);
    reading.listing = listing_of_transfer(received);
    RecordSet records(received, archivematica_metadata);
    for (const Row& row : table.rows) {
        const auto found = find_transferred(records, received, row.cells.front(), reading.remarks);
        if (!found.is_new)
            reading.remarks.push_back(
                {"table.repeated-path", row.cells.front().place(),
                 "names what an earlier row names, too: what both say is kept, the earlier first. "
                 "Archivematica would keep the later row alone",
                 row.cells.front().text});
        put_row(found.described.document, table, row, reading.remarks);
    }
    if (records.empty()) return Error(ErrorCode::format, "has headings and no row");
    reading.documents = records.take();
    return reading;
}

}  // namespace

const Reader archivematica_metadata{
    .name = "archivematica-metadata/1",
    .title = "metadata.csv of Archivematica",
    .kind = OriginKind::table,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
