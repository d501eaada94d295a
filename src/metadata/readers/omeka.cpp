// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/try.h"
#include "metadata/csv.h"
#include "metadata/dc_columns.h"
#include "metadata/record_parts.h"

namespace solander::metadata {

extern const Reader omeka;

namespace {

constexpr std::string_view kClassic = "Dublin Core:";
constexpr std::string_view kTerms = "dcterms:";

bool is_term(std::string_view heading) {
    return heading.starts_with(kTerms);
}

/// Columns of a file beside the table, or of its address.
bool is_file_heading(std::string_view heading) {
    return heading == "file" || heading == "files" || heading == "o:source" ||
           heading == "o:filename";
}

Recognition recognises(const Received& received) {
    if (!received.payload_path.ends_with(".csv") && !received.payload_path.ends_with(".tsv"))
        return Recognition::no;
    const auto headings = csv_headings(received.text);
    const auto any = [&headings](auto test) { return std::ranges::any_of(headings, test); };
    if (any([](const std::string& heading) { return heading.starts_with(kClassic); }))
        return Recognition::certain;
    if (!any(is_term)) return Recognition::no;
    return any([](const std::string& heading) { return heading.starts_with("o:"); })
               ? Recognition::certain
               : Recognition::maybe;
}

/// Omeka Classic writes the names of elements with capitals: `Date Created` is `created`.
std::string term_of_classic(std::string_view name) {
    struct Name {
        std::string_view classic;
        std::string_view term;
    };
    static constexpr std::array<Name, 11> kNames = {{
        {"Alternative Title", "alternative"},
        {"Abstract", "abstract"},
        {"Date Created", "created"},
        {"Date Issued", "issued"},
        {"Extent", "extent"},
        {"Bibliographic Citation", "bibliographicCitation"},
        {"Is Part Of", "isPartOf"},
        {"Spatial Coverage", "spatial"},
        {"Rights Holder", "rightsHolder"},
        {"Access Rights", "accessRights"},
        {"Provenance", "provenance"},
    }};
    const auto* found = std::ranges::find(kNames, name, &Name::classic);
    if (found != kNames.end()) return std::string(found->term);
    std::string term(name);
    if (!term.empty() && term.front() >= 'A' && term.front() <= 'Z')
        term.front() = static_cast<char>(term.front() - 'A' + 'a');
    return term;
}

class OmekaRow {
public:
    OmekaRow(const Received& received, const Table& table, std::vector<Remark>& remarks)
        : received_(received), table_(table), remarks_(remarks) {}

    void take(const Row& row, Described& described) {
        for (const bool blank : {false, true})
            for (const Cell& cell : row.cells)
                if (cell.text.empty() == blank) put_cell(described, cell);
    }

private:
    void put_cell(Described& described, const Cell& cell) {
        const std::string heading = table_.heading(cell.column);
        Said said = said_in(table_, cell, OriginKind::hand_over);
        Document& document = described.document;
        if (heading.starts_with(kClassic)) {
            put_dublin_core(document, "dcterms", term_of_classic(heading.substr(kClassic.size())),
                            std::move(said), remarks_);
        } else if (is_term(heading)) {
            put_dublin_core(document, "dcterms", heading.substr(kTerms.size()), std::move(said),
                            remarks_);
        } else if (heading == "tags" || heading == "Tags") {
            put(document, Field::subject, std::move(said));
        } else if (heading == "Item Id" || heading == "Item URI" || heading == "o:id") {
            put(document, Field::identifier, std::move(said), heading);
        } else {
            if (is_file_heading(heading)) add_file(described, cell);
            put_leftover(document, heading, std::move(said));
        }
    }

    /// An address is only a note: which of the files here it was, the table does not say.
    void add_file(Described& described, const Cell& cell) {
        if (cell.text.empty() || cell.text.find("://") != std::string::npos) return;
        auto path = resolve(folder_of(received_.payload_path), cell.text);
        if (path) {
            described.files.push_back({*std::move(path)});
            return;
        }
        remarks_.push_back({"record.path-outside", cell.place(),
                            "names a file that is not below the table's own folder"});
    }

    const Received& received_;
    const Table& table_;
    std::vector<Remark>& remarks_;
};

Result<Reading> read(const Received& received) {
    if (recognises(received) == Recognition::no) return no_record_of(omeka);
    SOLANDER_TRY_ASSIGN(auto table, read_csv(received.text));
    Reading reading;
    reading.remarks = std::move(table.remarks);
    RecordSet records(received, omeka);
    OmekaRow reader(received, table, reading.remarks);
    for (const Row& row : table.rows)
        reader.take(row, records.alone(fmt::format("row {}", row.number)));
    if (records.empty()) return Error(ErrorCode::format, "has headings and no row");
    reading.documents = records.take();
    return reading;
}

}  // namespace

const Reader omeka{
    .name = "omeka/1",
    .title = "a table of items from Omeka",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
