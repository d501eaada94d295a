// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/try.h"
#include "base/utf8.h"
#include "metadata/atom_events.h"
#include "metadata/csv.h"
#include "metadata/record_parts.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

extern const Reader atom_isad;

namespace {

struct Column {
    std::string_view heading;
    Field field;
    std::string_view kind = {};
    bool repeats = false;  ///< A bar separates values; elsewhere it is one of the words.
};

// Not here, and so notes: repository, which is who describes and not who holds the original; all
// that is about the description (rules, revisionHistory, …) or about this copy (physicalObject…).
constexpr std::array<Column, 19> kColumns = {{
    {"legacyId", Field::identifier, "legacyId"},
    {"parentId", Field::relation},
    {"accessionNumber", Field::identifier, "accessionNumber"},
    {"identifier", Field::identifier, "identifier"},
    {"title", Field::title},
    {"extentAndMedium", Field::extent},
    {"archivalHistory", Field::custodial_history},
    {"acquisition", Field::custodial_history},
    {"scopeAndContent", Field::description},
    {"accessConditions", Field::access},
    {"reproductionConditions", Field::rights},
    {"language", Field::language, {}, true},
    {"locationOfOriginals", Field::original_archive},
    {"relatedUnitsOfDescription", Field::relation},
    {"digitalObjectURI", Field::identifier, "digitalObjectURI"},
    {"subjectAccessPoints", Field::subject, {}, true},
    {"placeAccessPoints", Field::subject_place, {}, true},
    {"nameAccessPoints", Field::subject_agent, {}, true},
    {"genreAccessPoints", Field::type, {}, true},
}};

struct LevelName {
    std::string_view name;  ///< In small letters.
    Level level;
};
constexpr std::array<LevelName, 8> kLevels = {{
    {"collection", Level::collection},
    {"fonds", Level::fonds},
    {"subfonds", Level::subfonds},
    {"series", Level::series},
    {"subseries", Level::subseries},
    {"sub-series", Level::subseries},
    {"file", Level::file},
    {"item", Level::item},
}};

bool has(const std::vector<std::string>& headings, std::string_view heading) {
    return std::ranges::find(headings, heading) != headings.end();
}

Recognition recognises(const Received& received) {
    if (!received.payload_path.ends_with(".csv")) return Recognition::no;
    const auto headings = csv_headings(received.text);
    const bool is_atom = has(headings, "legacyId") && has(headings, "parentId") &&
                         has(headings, "levelOfDescription");
    return is_atom ? Recognition::certain : Recognition::no;
}

class IsadRow {
public:
    IsadRow(const Received& received, const Table& table, std::vector<Remark>& remarks)
        : received_(received), table_(table), remarks_(remarks) {}

    /// The path of the file that a row names, if it names one below the table's own folder.
    std::optional<std::string> file_of(const Row& row) {
        for (const Cell& cell : row.cells) {
            if (table_.heading(cell.column) != "digitalObjectPath") continue;
            if (state_of(cell.text) == State::blank) return std::nullopt;
            auto path = resolve(folder_of(received_.payload_path), cell.text);
            if (!path)
                remarks_.push_back({"record.path-outside", cell.place(),
                                    "names a file that is not below the table's own folder"});
            return path;
        }
        return std::nullopt;
    }

    void take(const Row& row, Document& document) {
        alternative_labels_ = {};
        for (const Cell& cell : row.cells)
            if (table_.heading(cell.column) == "alternativeIdentifierLabels")
                alternative_labels_ = split_values(cell.text);
        for (const Cell& cell : row.cells) put_cell(document, cell);
        put_events(document, table_, row, remarks_);
    }

private:
    Said said(const Cell& cell, std::string_view words) const {
        Said result = said_in(table_, cell, OriginKind::hand_over);
        result.words = words;
        return result;
    }

    void put_cell(Document& document, const Cell& cell) {
        const std::string heading = table_.heading(cell.column);
        if (is_event_column(heading)) return;
        const auto* column =
            std::ranges::find(kColumns, std::string_view(heading), &Column::heading);
        if (column != kColumns.end()) {
            put_values(document, cell, *column);
        } else if (heading == "alternativeIdentifiers") {
            put_alternatives(document, cell);
        } else {
            if (heading == "levelOfDescription") take_level(document, cell);
            put_leftover(document, heading, said(cell, cell.text));
        }
    }

    void put_values(Document& document, const Cell& cell, const Column& column) {
        const auto values =
            column.repeats ? split_values(cell.text) : std::vector<std::string_view>{cell.text};
        for (const std::string_view value : values)
            put_with_remark(document, column.field, said(cell, value), remarks_, column.kind);
        if (column.heading == "parentId") document.relations.back().type = RelationType::is_part_of;
    }

    void put_alternatives(Document& document, const Cell& cell) const {
        if (cell.text.empty()) return;
        const auto values = split_values(cell.text);
        for (std::size_t i = 0; i < values.size(); ++i)
            put(document, Field::identifier, said(cell, values[i]),
                i < alternative_labels_.size() ? on_one_line(alternative_labels_[i]) : "");
    }

    void take_level(Document& document, const Cell& cell) {
        if (state_of(cell.text) == State::blank) return;
        const std::string folded = base::fold_case(cell.text);
        const auto* found = std::ranges::find(kLevels, std::string_view(folded), &LevelName::name);
        if (found != kLevels.end()) {
            document.level = found->level;
            return;
        }
        remarks_.push_back({"atom.unknown-level", cell.place(),
                            "is no level that a record can have, so its document counts as an "
                            "item; the words are kept as a note"});
    }

    const Received& received_;
    const Table& table_;
    std::vector<Remark>& remarks_;
    std::vector<std::string_view> alternative_labels_;
};

Result<Reading> read(const Received& received) {
    if (recognises(received) == Recognition::no) return no_record_of(atom_isad);
    SOLANDER_TRY_ASSIGN(auto table, read_csv(received.text));
    Reading reading;
    reading.remarks = std::move(table.remarks);
    for (Remark& remark : repeated_headings(table)) reading.remarks.push_back(std::move(remark));
    RecordSet records(received, atom_isad);
    IsadRow reader(received, table, reading.remarks);
    for (const Row& row : table.rows) {
        auto file = reader.file_of(row);
        Described& described =
            file ? records.of(*file).first : records.alone(fmt::format("row {}", row.number));
        if (file && described.files.empty()) described.files.push_back({*std::move(file)});
        reader.take(row, described.document);
    }
    if (records.empty()) return Error(ErrorCode::format, "has headings and no row");
    reading.documents = records.take();
    return reading;
}

}  // namespace

const Reader atom_isad{
    .name = "atom-isad/1",
    .title = "a table of ISAD(G) descriptions from AtoM",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
