// SPDX-License-Identifier: Apache-2.0
#include "pack/record_overlay.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "format/manifest_xml.h"
#include "metadata/decode.h"
#include "pack/row_completions.h"
#include "table/cell.h"
#include "table/grid.h"

namespace solander::pack {

namespace {

constexpr std::string_view kReader = "records/1";
constexpr std::size_t kShownFindings = 20;

std::string free_table_id(const Document& document) {
    for (std::size_t number = 1;; ++number) {
        std::string id = fmt::format("t{}", number);
        if (std::ranges::none_of(document.origins,
                                 [&id](const Origin& origin) { return origin.id == id; }))
            return id;
    }
}

class Overlay {
public:
    Overlay(const Inputs& inputs, std::size_t table, table::Columns columns, Records& records,
            Rows rows_are)
        : inputs_(inputs),
          table_(table),
          columns_(std::move(columns)),
          records_(records),
          rows_are_(rows_are) {
        // Of what nothing was read from, the rows say what documents there are.
        if (!records_.read_anything()) records_.documents.clear();
        read_documents_ = records_.documents.size();
        for (std::size_t i = 0; i < records_.documents.size(); ++i)
            by_subject_.emplace(records_.subjects[i], i);
        for (const auto& [index, part] : records_.parts)
            if (!part.document.empty() && !records_.read_digests.contains(index))
                named_files_[part.document].push_back(index);
        for (std::size_t i = 0; i < inputs_.files.size(); ++i)
            by_path_.emplace(known_as(inputs_.files[i]), i);
    }

    void lay(const table::GridRow& row) {
        const auto names = table::read_cell(columns_.text(row, table::kDocument));
        const std::string at = columns_.at(row, table::kDocument);
        if (names.size() != 1)
            return find("records.document", at, "a row needs one name for its document");
        const std::string& name = names.front().words;
        if (!rows_.insert(name).second)
            return find("records.repeated-document", at,
                        fmt::format("'{}' has a row already", base::printable(name)));
        const auto [known, is_new] = by_subject_.emplace(name, records_.documents.size());
        if (is_new) {
            Document document;
            document.id = fmt::format("d{}", records_.documents.size() + 1);
            records_.documents.push_back(std::move(document));
            records_.subjects.push_back(name);
        }
        Document& document = records_.documents[known->second];
        const std::string origin = free_table_id(document);
        table::Applied applied = table::apply_cells(columns_, row, origin, document);
        std::ranges::move(applied.findings, std::back_inserter(findings_));
        if (applied.changed || is_new) add_origin(document, origin);
        for (const DateStatement& date : document.dates)
            if (date.place.origin == origin && date.state == State::stated && date.edtf.empty())
                note(
                    fmt::format("{}: '{}' is kept as words, not as a date that can be searched "
                                "for (record.date-as-words)",
                                date.place.at, base::printable(date.words)));
        format::make_storable(document);
        if (rows_are_ == Rows::alone) return;
        const bool has_files = !columns_.text(row, table::kFiles).empty();
        if (has_files) return place_files(row, known->second);
        if (is_new) place_own_file(row, known->second);
    }

    void add(std::vector<table::Finding> findings) {
        std::ranges::move(findings, std::back_inserter(findings_));
    }

    Result<void> finish() {
        if (!findings_.empty()) return complaint();
        if (rows_are_ == Rows::alone) return {};
        for (std::size_t i = 0; i < records_.documents.size(); ++i)
            if (!rows_.contains(records_.subjects[i]))
                note(fmt::format("'{}' has no row in the table, and is packed as it was read",
                                 base::printable(records_.subjects[i])));
        records_.parts[table_].role = FileRole::metadata;
        return {};
    }

private:
    void find(std::string code, std::string at, std::string words) {
        findings_.push_back({std::move(code), std::move(at), std::move(words)});
    }

    void note(std::string_view what) {
        records_.notes.push_back(
            fmt::format("'{}': {}", base::printable(inputs_.shown(inputs_.files[table_])), what));
    }

    void add_origin(Document& document, const std::string& id) {
        Origin origin;
        origin.id = id;
        origin.kind = OriginKind::table;
        origin.file = inputs_.files[table_].path.str();
        origin.reader = kReader;
        document.origins.push_back(std::move(origin));
    }

    /// A row that names no files, on something of which nothing was read, is about the file whose
    /// path it has.
    void place_own_file(const table::GridRow& row, std::size_t document) {
        const std::string at = columns_.at(row, table::kDocument);
        const auto own = by_path_.find(records_.subjects[document]);
        if (own == by_path_.end())
            return find("records.no-file", at,
                        fmt::format("'{}' is no document that was read and no file among the "
                                    "inputs, and the row names no files",
                                    base::printable(records_.subjects[document])));
        place_file(at, document, {own->first, FileRole::unstated, {}});
    }

    /// The files of the row are those of its document, and no other is, but for the texts that its
    /// record was read from.
    void place_files(const table::GridRow& row, std::size_t document) {
        const auto cell = [&](std::string_view column) {
            return std::string(columns_.text(row, column));
        };
        const auto files =
            table::read_files({cell(table::kFiles), cell(table::kRole), cell(table::kOrder)});
        const std::string at = columns_.at(row, table::kFiles);
        if (!files) {
            const auto count = table::read_cell(cell(table::kFiles)).size();
            const bool is_role = !table::read_roles(cell(table::kRole), count);
            return find("records.files", columns_.at(row, is_role ? table::kRole : table::kOrder),
                        files.error().message());
        }
        for (const std::size_t index : named_files_[records_.documents[document].id])
            if (!claimed_.contains(index)) records_.parts[index].document.clear();
        for (const table::RowFile& file : *files) place_file(at, document, file);
    }

    void place_file(const std::string& at, std::size_t document, const table::RowFile& file) {
        const std::string shown = base::printable(file.path);
        const auto known = by_path_.find(file.path);
        if (known == by_path_.end())
            return find("records.file-missing", at,
                        fmt::format("'{}' is not among the inputs", shown));
        const auto subject = by_subject_.find(file.path);
        const bool is_anothers = subject != by_subject_.end() && subject->second != document &&
                                 subject->second < read_documents_;
        if (is_anothers)
            return find("records.file-of-another", at,
                        fmt::format("'{}' is what the record of another document is about", shown));
        if (!claimed_.insert(known->second).second)
            return find("records.file-claimed", at,
                        fmt::format("'{}' is a file of a row above", shown));
        FilePart& part = records_.parts[known->second];
        const bool was_read = records_.read_digests.contains(known->second);
        if (was_read && part.role != file.role && file.role != FileRole::unstated)
            return find("records.files", at,
                        fmt::format("'{}' was read as a {}, which its role has to say", shown,
                                    file_role_name(part.role)));
        part.document = records_.documents[document].id;
        if (!was_read) part.role = file.role;
        part.order = file.order;
    }

    Error complaint() const {
        std::string text = fmt::format("the record table cannot be taken as it is{}:",
                                       rows_are_ == Rows::alone ? "" : "; nothing was packed");
        for (std::size_t i = 0; i < std::min(findings_.size(), kShownFindings); ++i)
            text += fmt::format("\n  {}: {} ({})", findings_[i].at, findings_[i].words,
                                findings_[i].code);
        if (findings_.size() > kShownFindings)
            text += fmt::format("\n  and {} more", findings_.size() - kShownFindings);
        return Error(ErrorCode::format, text)
            .in(base::printable(inputs_.shown(inputs_.files[table_])));
    }

    const Inputs& inputs_;
    std::size_t table_;
    table::Columns columns_;
    std::size_t read_documents_ = 0;  ///< So many, the first, come of records.
    Records& records_;
    Rows rows_are_;
    std::map<std::string, std::size_t> by_subject_;  ///< Index into the documents.
    std::map<std::string, std::size_t> by_path_;     ///< Index into the inputs.
    /// By document: the files that records name, without the records themselves.
    std::map<std::string, std::vector<std::size_t>> named_files_;
    std::set<std::string> rows_;
    std::set<std::size_t> claimed_;
    std::vector<table::Finding> findings_;
};

/// A table says what belongs to what; what it leaves out has no record, which is easily missed.
void tell_of_files_left_over(const Inputs& inputs, std::size_t table, Records& records) {
    std::size_t count = 0;
    std::string first;
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const auto part = records.parts.find(i);
        const bool belongs =
            part != records.parts.end() &&
            (!part->second.document.empty() || part->second.role == FileRole::metadata);
        // A text that many documents were read from belongs to all of them.
        if (belongs || records.read_digests.contains(i)) continue;
        if (count++ == 0) first = table_path(inputs.files[i].path);
    }
    if (count > 0)
        records.notes.push_back(fmt::format(
            "'{}': {} file{} to no document, '{}' first: name {} in 'files', or give {} a row",
            base::printable(inputs.shown(inputs.files[table])), count,
            count == 1 ? " belongs" : "s belong", base::printable(first),
            count == 1 ? "it" : "them", count == 1 ? "it" : "each"));
}

}  // namespace

Result<std::optional<std::size_t>> find_input(const Environment& environment, const Inputs& inputs,
                                              const std::filesystem::path& path) {
    SOLANDER_TRY_ASSIGN(const FileInfo info, environment.files.info(path));
    if (info.kind != FileKind::regular)
        return Error(ErrorCode::open,
                     fmt::format("'{}' is no file: a record table is a .csv, .json or .toml file",
                                 base::printable(path.string())));
    const auto found = std::ranges::find_if(inputs.files, [&info](const InputFileEntry& file) {
        return file.info.device == info.device && file.info.inode == info.inode;
    });
    if (found == inputs.files.end()) return std::optional<std::size_t>();
    return std::optional(static_cast<std::size_t>(found - inputs.files.begin()));
}

Result<Inputs> inputs_with_table(const Environment& environment, const PackRequest& request,
                                 Result<Inputs> (*collect)(const Environment&,
                                                           const PackRequest&)) {
    SOLANDER_TRY_ASSIGN(auto inputs, collect(environment, request));
    if (request.records.empty()) return inputs;
    SOLANDER_TRY_ASSIGN(const auto table, find_input(environment, inputs, request.records));
    if (table) return inputs;
    PackRequest with_table = request;
    with_table.inputs.push_back(request.records);
    return collect(environment, with_table);
}

Result<ReadTable> read_table(const Environment& environment, const Inputs& inputs,
                             std::size_t table, std::optional<TextEncoding> encoding) {
    const InputFileEntry& file = inputs.files[table];
    if (!file.refusal.empty()) return Error(ErrorCode::open, file.refusal);
    SOLANDER_TRY_ASSIGN(const auto input, inputs.open(environment, file));
    const std::string shown = base::printable(inputs.shown(file));
    const auto bytes = base::read_all(*input, base::Limits{}.record_bytes);
    if (!bytes) return bytes.error().in(shown);
    const auto decoded = metadata::decode_text(base::as_text(*bytes), encoding);
    if (!decoded) return decoded.error().in(shown);
    ReadTable read;
    read.format = table::format_of_name(file.name);
    read.digest = crypto::sha256(*bytes);
    auto grid = table::read_grid(decoded->text, read.format);
    if (!grid) return grid.error().in(shown);
    read.grid = *std::move(grid);
    return read;
}

Result<void> lay_table(const Inputs& inputs, std::size_t table, const ReadTable& read,
                       Records& records, Rows rows) {
    const std::string shown = base::printable(inputs.shown(inputs.files[table]));
    auto columns = table::Columns::read(read.grid.rows.front());
    if (!columns) return columns.error().in(shown);
    records.read_digests.emplace(table, read.digest);
    auto about_completion = complete_by_rows(read.grid, *columns, records);
    Overlay overlay(inputs, table, *std::move(columns), records, rows);
    overlay.add(read.grid.findings);
    overlay.add(std::move(about_completion));
    for (std::size_t i = 1; i < read.grid.rows.size(); ++i) overlay.lay(read.grid.rows[i]);
    SOLANDER_TRY(overlay.finish());
    if (records.documents.empty())
        return Error(ErrorCode::format, "has no row, so there is no document").in(shown);
    return {};
}

Result<void> overlay_records(const Environment& environment, const Inputs& inputs,
                             std::size_t table, std::optional<TextEncoding> encoding,
                             Records& records) {
    SOLANDER_TRY_ASSIGN(const auto read, read_table(environment, inputs, table, encoding));
    SOLANDER_TRY(lay_table(inputs, table, read, records));
    tell_of_files_left_over(inputs, table, records);
    return {};
}

}  // namespace solander::pack
