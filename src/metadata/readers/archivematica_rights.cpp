// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/edtf.h"
#include "base/try.h"
#include "base/utf8.h"
#include "format/lexical.h"
#include "metadata/archivematica.h"
#include "metadata/csv.h"
#include "metadata/record_parts.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

extern const Reader archivematica_rights;

namespace {

/// The columns in their documented order. Those up to `note` and the last three speak of the rights
/// in a file; the others of one act, and there is a row for each act.
enum Column : std::size_t {
    file = 1,
    basis,
    status,
    determination_date,
    jurisdiction,
    start_date,
    end_date,
    terms,
    citation,
    note,
    grant_act,
    grant_restriction,
    grant_start_date,
    grant_end_date,
    grant_note,
    doc_id_type,
    doc_id_value,
    doc_id_role,
};
constexpr std::array<std::string_view, doc_id_role> kHeadings = {"file",
                                                                 "basis",
                                                                 "status",
                                                                 "determination_date",
                                                                 "jurisdiction",
                                                                 "start_date",
                                                                 "end_date",
                                                                 "terms",
                                                                 "citation",
                                                                 "note",
                                                                 "grant_act",
                                                                 "grant_restriction",
                                                                 "grant_start_date",
                                                                 "grant_end_date",
                                                                 "grant_note",
                                                                 "doc_id_type",
                                                                 "doc_id_value",
                                                                 "doc_id_role"};

template <class T>
struct Code {
    std::string_view word;  ///< In small letters.
    T value;
};
constexpr std::array<Code<RightsBasis>, 6> kBases = {{
    {"copyright", RightsBasis::copyright},
    {"license", RightsBasis::license},
    {"statute", RightsBasis::statute},
    {"donor", RightsBasis::donor},
    {"policy", RightsBasis::policy},
    {"other", RightsBasis::other},
}};
constexpr std::array<Code<PremisCopyrightStatus>, 4> kStatuses = {{
    {"copyrighted", PremisCopyrightStatus::copyrighted},
    {"public domain", PremisCopyrightStatus::publicdomain},
    {"publicdomain", PremisCopyrightStatus::publicdomain},
    {"unknown", PremisCopyrightStatus::unknown},
}};

template <class T, std::size_t N>
std::optional<T> code_of(const std::array<Code<T>, N>& codes, std::string_view words) {
    const std::string small = base::fold_case(words);
    const auto* found = std::ranges::find(codes, std::string_view(small), &Code<T>::word);
    if (found == codes.end()) return std::nullopt;
    return found->value;
}

bool is_restriction(std::string_view words) {
    static constexpr std::array<std::string_view, 3> kRestrictions = {"allow", "disallow",
                                                                      "conditional"};
    return std::ranges::find(kRestrictions, base::fold_case(words)) != kRestrictions.end();
}

/// Where each column stands in a table: a number from 1, or 0 where the table does not have it.
using Columns = std::array<std::size_t, doc_id_role + 1>;

/// In any order. What names the files stands first, where no heading is `file`.
Columns columns_of(const std::vector<std::string>& headings) {
    Columns columns{};
    for (std::size_t i = 0; i < kHeadings.size(); ++i) {
        const auto found = std::ranges::find(headings, kHeadings.at(i));
        if (found != headings.end())
            columns.at(i + 1) = static_cast<std::size_t>(found - headings.begin()) + 1;
    }
    if (columns[file] == 0 && !headings.empty() &&
        std::ranges::find(columns, std::size_t{1}) == columns.end())
        columns[file] = 1;
    return columns;
}

bool is_known(const std::string& heading) {
    return std::ranges::find(kHeadings, std::string_view(heading)) != kHeadings.end();
}

/// Makes blocks of rights of the rows of one table.
class RightsTable {
public:
    RightsTable(const Table& table, std::vector<Remark>& remarks)
        : table_(table), columns_(columns_of(headings_of(table))), remarks_(remarks) {}

    std::size_t file_column() const { return std::max<std::size_t>(columns_[file], 1); }

    /// The cell that names the file; empty where the row ends before it.
    Cell file_cell(const Row& row) const {
        const auto column = file_column();
        if (column <= row.cells.size()) return row.cells[column - 1];
        return {.text = {}, .row = row.number, .column = column};
    }

    /// Adds what a row says. Rows that differ in their acts only share a block.
    void take(const Row& row, Described& described) {
        row_ = &row;
        auto& blocks = described.document.rights;
        const auto [known, is_new] = blocks_.emplace(key(described.subject), blocks.size());
        if (is_new) blocks.push_back(block());
        add_grant(blocks[known->second]);
        remark_if_skipped(described.subject);
        for (const Cell& cell : row.cells)
            if (std::ranges::find(columns_, cell.column) == columns_.end())
                put_leftover(described.document, table_.heading(cell.column), said(cell));
    }

private:
    static std::vector<std::string> headings_of(const Table& table) {
        std::vector<std::string> headings;
        for (const Cell& cell : table.head.cells) headings.push_back(cell.text);
        return headings;
    }

    const Cell* cell(Column column) const {
        const auto at = columns_.at(column);
        return at == 0 || row_->cells.size() < at ? nullptr : &row_->cells[at - 1];
    }
    std::string_view words(Column column) const {
        const Cell* found = cell(column);
        return found == nullptr ? std::string_view() : found->text;
    }
    Said said(const Cell& cell) const { return said_in(table_, cell, OriginKind::table); }

    void remark(std::string_view code, Column column, std::string words) {
        const Cell* found = cell(column);
        const Cell& where = found == nullptr ? row_->cells.front() : *found;
        remarks_.push_back({std::string(code), where.place(), std::move(words),
                            found == nullptr ? std::string() : found->text});
    }

    /// Archivematica takes one row for a file, a basis and an act.
    void remark_if_skipped(const std::string& subject) {
        std::vector<std::string> act{subject, base::fold_case(words(basis)),
                                     base::fold_case(words(grant_act))};
        if (acts_.insert(std::move(act)).second) return;
        remark("rights.repeated-act", words(grant_act).empty() ? basis : grant_act,
               "is an act on a basis that an earlier row has for the same file: Archivematica "
               "skips the row");
    }

    std::vector<std::string> key(const std::string& subject) const {
        std::vector<std::string> parts = {subject};
        for (std::size_t column = basis; column <= doc_id_role; ++column)
            if (column < grant_act || column > grant_note)
                parts.emplace_back(words(static_cast<Column>(column)));
        return parts;
    }

    void add_note(Rights& rights, Column column) const {
        if (words(column).empty()) return;
        auto what = said(*cell(column));
        Note added;
        added.type = kHeadings.at(column - 1);
        added.place = std::move(what.place);
        added.words = std::move(what.words);
        rights.notes.push_back(std::move(added));
    }

    Rights block() {
        Rights rights;
        rights.scope = RightsScope::item;
        add_basis(rights);
        add_status(rights);
        add_jurisdiction(rights);
        add_terms(rights);
        for (const Column column : {determination_date, start_date, end_date}) check_date(column);
        for (const Column column : {determination_date, start_date, end_date, citation, note,
                                    doc_id_type, doc_id_value, doc_id_role})
            add_note(rights, column);
        return rights;
    }

    void add_basis(Rights& rights) {
        rights.basis = code_of(kBases, words(basis));
        if (rights.basis) return;
        add_note(rights, basis);
        remark(words(basis).empty() ? "rights.no-basis" : "rights.unknown-basis", basis,
               "is none of the bases of rights: copyright, license, statute, donor, policy, other");
    }

    void add_status(Rights& rights) {
        const bool is_due = rights.basis == RightsBasis::copyright && cell(status) != nullptr;
        if (!is_due && words(status).empty()) return;
        auto& added = add(rights.copyright_statuses, state_of(words(status)), said(*cell(status)));
        added.status = code_of(kStatuses, added.words);
        if (!added.status && added.state == State::stated)
            remark("rights.unknown-status", status,
                   "is none of the statuses of copyright: copyrighted, public domain, unknown");
    }

    void add_jurisdiction(Rights& rights) {
        add_note(rights, jurisdiction);
        std::string code(words(jurisdiction));
        for (char& c : code)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (code.empty()) return;
        if (!format::has_form("copyright-status", "jurisdiction", code)) {
            remark("rights.jurisdiction", jurisdiction, "is no country code of two letters");
        } else if (!rights.copyright_statuses.empty()) {
            rights.copyright_statuses.back().jurisdiction = code;
        }
    }

    /// What a licence's terms are, the licence is; the terms of any other basis are a statement.
    void add_terms(Rights& rights) const {
        const Cell* found = cell(terms);
        if (found == nullptr) return;
        const State state = state_of(found->text);
        if (rights.basis != RightsBasis::license) {
            add(rights.statements, state, said(*found));
            return;
        }
        auto& licence = add(rights.licences, state, said(*found));
        if (licence.words.find("://") != std::string::npos &&
            format::has_form("licence", "uri", licence.words))
            licence.uri = licence.words;
    }

    /// The EDTF of a date, empty where there is none; then a remark says why the words stay words.
    std::string check_date(Column column) {
        std::string date(words(column));
        if (date.empty()) return {};
        if (base::is_edtf(date)) return date;
        const bool is_end = column == end_date || column == grant_end_date;
        if (!is_end || base::fold_case(date) != "open") {
            remark("rights.bad-date", column,
                   "is no date of ISO 8601, so it is kept as words and means nothing to a program");
        } else if (column == end_date && code_of(kBases, words(basis)) == RightsBasis::copyright) {
            remark("rights.open-copyright", column,
                   "is 'open' on the basis of copyright, where Archivematica takes it for a date");
        }
        return {};
    }

    void add_grant(Rights& rights) {
        const bool has_date_words = add_grant_date_notes(rights);
        if (words(grant_act).empty()) {
            for (const Column column : {grant_restriction, grant_note}) add_note(rights, column);
            if (has_date_words || !words(grant_restriction).empty() || !words(grant_note).empty())
                remark("rights.no-act", grant_act,
                       "names no act, and cells after it say something of one");
            return;
        }
        Grant grant;
        grant.act = on_one_line(words(grant_act));
        grant.restriction = on_one_line(words(grant_restriction));
        grant.words = words(grant_note);
        grant.place = said(*cell(grant_act)).place;
        grant.start = grant_start_;
        grant.end = grant_end_;
        if (is_restriction(grant.act))
            remark("rights.act-is-restriction", grant_act,
                   "stands where an act should and is a restriction: cells of this row have "
                   "probably moved. All of them are kept where they stand");
        if (!is_restriction(grant.restriction))
            remark("rights.unknown-restriction", grant_restriction,
                   "is none of Allow, Disallow, Conditional");
        rights.grants.push_back(std::move(grant));
    }

    /// Keeps dates of an act that are no dates as notes; the others go into grant_start_ and
    /// grant_end_, and there into the grant.
    bool add_grant_date_notes(Rights& rights) {
        grant_start_ = check_date(grant_start_date);
        grant_end_ = check_date(grant_end_date);
        const bool has_act = !words(grant_act).empty();
        if (grant_start_.empty() || !has_act) add_note(rights, grant_start_date);
        if (grant_end_.empty() || !has_act) add_note(rights, grant_end_date);
        return !words(grant_start_date).empty() || !words(grant_end_date).empty();
    }

    const Table& table_;
    Columns columns_;
    std::vector<Remark>& remarks_;
    const Row* row_ = nullptr;
    std::set<std::vector<std::string>> acts_;                 ///< Of rows before.
    std::map<std::vector<std::string>, std::size_t> blocks_;  ///< Index into the document's rights.
    std::string grant_start_;
    std::string grant_end_;
};

/// The fewest headings by which a table that is called rights.csv is known for one.
constexpr std::ptrdiff_t kFewestHeadings = 3;

Recognition recognises(const Received& received) {
    if (!received.payload_path.ends_with(".csv")) return Recognition::no;
    const auto headings = csv_headings(received.text);
    const auto known = std::ranges::count_if(kHeadings, [&](std::string_view heading) {
        return std::ranges::find(headings, heading) != headings.end();
    });
    if (known == std::ssize(kHeadings)) return Recognition::certain;
    const bool is_named = file_name_of(received.payload_path) == "rights.csv" &&
                          std::ranges::find(headings, "basis") != headings.end();
    return is_named && known >= kFewestHeadings ? Recognition::maybe : Recognition::no;
}

void remark_on_columns(const Table& table, std::vector<Remark>& remarks) {
    for (const Cell& cell : table.head.cells)
        if (!is_known(cell.text))
            remarks.push_back({"rights.unknown-column", cell.place(),
                               "is none of the columns of rights.csv; Archivematica would refuse "
                               "the table",
                               cell.text});
}

/// A directory as the file of a row. Newer versions of Archivematica take `objects/` for the whole
/// transfer.
void remark_on_directory(const Cell& cell, std::vector<Remark>& remarks) {
    if (!cell.text.ends_with('/') || cell.text == "objects/") return;
    remarks.push_back({"record.names-directory", cell.place(),
                       "names a directory, where Archivematica wants a file", cell.text});
}

Result<Reading> read(const Received& received) {
    if (recognises(received) == Recognition::no) return no_record_of(archivematica_rights);
    SOLANDER_TRY_ASSIGN(auto table, read_csv(received.text));
    Reading reading;
    reading.remarks = std::move(table.remarks);
    remark_on_byte_order_mark(received, table, reading.remarks);
    remark_on_columns(table, reading.remarks);
    reading.listing = listing_of_transfer(received);
    RecordSet records(received, archivematica_rights);
    RightsTable rights(table, reading.remarks);
    remark_on_path_starts(table, rights.file_column(), reading.remarks);
    for (const Row& row : table.rows) {
        const Cell cell = rights.file_cell(row);
        remark_on_directory(cell, reading.remarks);
        rights.take(row, find_transferred(records, received, cell, reading.remarks).described);
    }
    if (records.empty()) return Error(ErrorCode::format, "has headings and no row");
    reading.documents = records.take();
    return reading;
}

}  // namespace

const Reader archivematica_rights{
    .name = "archivematica-rights/1",
    .title = "rights.csv of Archivematica",
    .kind = OriginKind::table,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
