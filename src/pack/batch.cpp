// SPDX-License-Identifier: Apache-2.0
#include "pack/batch.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "pack/input_collision.h"
#include "table/cell.h"
#include "table/row.h"

namespace solander::pack {

namespace {

/// More than this in all is told of beforehand.
constexpr std::uint64_t kMuchShared = std::uint64_t{1} << 30;

/// The headings and one row, in the form that the table has.
std::string excerpt(const ReadTable& table, std::size_t row) {
    const auto texts = [](const table::GridRow& cells) {
        std::vector<std::string> list;
        for (const table::GridCell& cell : cells) list.push_back(cell.text);
        return list;
    };
    return write_table({texts(table.grid.rows.front()), {texts(table.grid.rows[row])}},
                       table.format);
}

std::string data_path(const std::string& below) {
    return "data/" + below;
}

}  // namespace

Result<Batch> Batch::read(const PackRequest& request, const Environment& environment) {
    Batch batch;
    SOLANDER_TRY_ASSIGN(batch.inputs_, inputs_with_table(environment, request, survey_inputs));
    SOLANDER_TRY_ASSIGN(batch.read_, read_records(environment, batch.inputs_, base::Limits{},
                                                  request.encoding, Unreadable::kept));
    if (!request.records.empty()) {
        SOLANDER_TRY_ASSIGN(const auto table,
                            find_input(environment, batch.inputs_, request.records));
        SOLANDER_TRY(batch.lay(table.value(), request, environment));
    }
    for (std::size_t i = 0; i < batch.inputs_.files.size(); ++i)
        if (!batch.inputs_.files[i].refusal.empty())
            batch.refused_.emplace(known_as(batch.inputs_.files[i]), i);
    if (batch.read_.read_anything())
        for (std::size_t i = 0; i < batch.read_.subjects.size(); ++i)
            batch.read_by_subject_.emplace(batch.read_.subjects[i], i);
    for (const auto& [document, path] : batch.read_.missing)
        batch.missing_[document].push_back(path);
    for (std::size_t i = 0; i < batch.read_.remarks.size(); ++i)
        batch.remarks_[batch.read_.remarks[i].file].push_back(i);
    batch.find_members();
    batch.notes_ = batch.inputs_.notes;
    const auto& about_records = batch.records().notes;
    batch.notes_.insert(batch.notes_.end(), about_records.begin(), about_records.end());
    if (batch.table_) batch.tell_of_files_left_out();
    batch.tell_of_shares();
    return batch;
}

Result<void> Batch::lay(std::size_t table, const PackRequest& request,
                        const Environment& environment) {
    SOLANDER_TRY_ASSIGN(table_text_, read_table(environment, inputs_, table, request.encoding));
    laid_ = read_;
    SOLANDER_TRY(lay_table(inputs_, table, table_text_, laid_));
    table_ = table;
    const auto& rows = table_text_.grid.rows;
    SOLANDER_TRY_ASSIGN(const auto columns, table::Columns::read(rows.front()));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto name = table::read_cell(columns.text(rows[i], table::kDocument));
        // lay_table() has seen that there is a name.
        row_of_.emplace(name.front().words,
                        TableRow{i, !columns.text(rows[i], table::kFiles).empty()});
    }
    return {};
}

void Batch::find_members() {
    std::vector<DocumentFiles> documents = recorded_documents(records());
    if (!table_) std::ranges::move(other_documents(inputs_, read_), std::back_inserter(documents));
    for (DocumentFiles& document : documents) {
        Member member;
        member.evidence = evidence_of(document);
        if (const auto row = row_of_.find(document.subject); row != row_of_.end())
            member.row = row->second;
        member.own = std::move(document);
        members_.push_back(std::move(member));
    }
    std::ranges::stable_sort(members_, {}, [](const Member& member) {
        return member.row ? member.row->index : std::numeric_limits<std::size_t>::max();
    });
}

std::vector<std::size_t> Batch::evidence_of(const DocumentFiles& document) const {
    std::vector<std::size_t> evidence;
    if (!document.record) return evidence;
    for (const Origin& origin : records().documents[*document.record].origins) {
        const auto found = std::ranges::lower_bound(
            inputs_.files, origin.file, {},
            [](const InputFileEntry& file) { return std::string_view(file.path.str()); });
        if (found == inputs_.files.end() || found->path.str() != origin.file) continue;
        const auto index = static_cast<std::size_t>(found - inputs_.files.begin());
        const bool is_there = index == table_ ||
                              std::ranges::find(document.files, index) != document.files.end() ||
                              std::ranges::find(evidence, index) != evidence.end();
        if (!is_there) evidence.push_back(index);
    }
    return evidence;
}

void Batch::tell_of_shares() {
    std::uint64_t bytes = 0;
    std::set<std::size_t> shared;
    for (const Member& member : members_)
        for (const std::size_t index : member.evidence) {
            bytes += inputs_.files[index].info.size;
            shared.insert(index);
        }
    if (bytes > kMuchShared)
        notes_.push_back(
            fmt::format("'{}'{} goes whole into the package of each document that it speaks of, "
                        "which makes {} MiB in all",
                        base::printable(inputs_.shown(inputs_.files[*shared.begin()])),
                        shared.size() == 1 ? std::string()
                                           : fmt::format(" and {} more, each", shared.size() - 1),
                        bytes >> 20));
    if (table_)
        notes_.push_back(fmt::format(
            "each package has an excerpt of '{}' (sha256:{}): its headings, and the "
            "row of the document",
            base::printable(inputs_.shown(inputs_.files[*table_])), table_text_.digest.hex()));
}

void Batch::tell_of_files_left_out() {
    std::vector<bool> is_packed(inputs_.files.size());
    is_packed[*table_] = true;
    for (const Member& member : members_)
        for (const auto* list : {&member.own.files, &member.evidence})
            for (const std::size_t index : *list) is_packed[index] = true;
    const auto left = static_cast<std::size_t>(std::ranges::count(is_packed, false));
    if (left == 0) return;
    const auto first =
        static_cast<std::size_t>(std::ranges::find(is_packed, false) - is_packed.begin());
    notes_.push_back(fmt::format(
        "{} file{} in no package, '{}' first: the table gives {} to no "
        "document",
        left, left == 1 ? " is" : "s are", base::printable(inputs_.shown(inputs_.files[first])),
        left == 1 ? "it" : "them"));
}

const Document& Batch::document(std::size_t index) const {
    static const Document kNothingSaid;
    const auto record = members_[index].own.record;
    return record ? records().documents[*record] : kNothingSaid;
}

std::string Batch::main_file(std::size_t index) const {
    const DocumentFiles& own = members_[index].own;
    const auto is_record = [this](std::size_t file) { return read_.read_digests.contains(file); };
    const auto found = std::ranges::find_if_not(own.files, is_record);
    if (found != own.files.end()) return known_as(inputs_.files[*found]);
    // Of several captures of one record it is the one that was completed.
    const auto is_subject = [&](std::size_t file) {
        return known_as(inputs_.files[file]) == own.subject;
    };
    if (std::ranges::any_of(own.files, is_subject)) return own.subject;
    return own.files.empty() ? own.subject : known_as(inputs_.files[own.files.front()]);
}

Batch::Weight Batch::weight(std::size_t index) const {
    const Member& member = members_[index];
    Weight weight;
    for (const auto* list : {&member.own.files, &member.evidence})
        for (const std::size_t file : *list) {
            ++weight.files;
            weight.bytes += inputs_.files[file].info.size;
        }
    return weight;
}

std::optional<std::size_t> Batch::read_document(const std::string& subject) const {
    const auto found = read_by_subject_.find(subject);
    if (found == read_by_subject_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::size_t> Batch::indices_of(const Member& member) const {
    std::vector<std::size_t> indices = member.own.files;
    indices.insert(indices.end(), member.evidence.begin(), member.evidence.end());
    if (member.row) indices.push_back(*table_);
    std::ranges::sort(indices);
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    return indices;
}

Result<void> Batch::check_inputs(const Member& member) const {
    for (const auto* list : {&member.own.files, &member.evidence})
        for (const std::size_t index : *list) {
            if (!inputs_.files[index].refusal.empty())
                return Error(ErrorCode::open, inputs_.files[index].refusal);
            const auto unread = read_.unreadable.find(index);
            if (unread != read_.unreadable.end()) return unread->second;
        }
    const auto record = read_document(member.own.subject);
    if (!record || (member.row && member.row->names_files)) return {};
    const auto missing = missing_.find(read_.documents[*record].id);
    if (missing == missing_.end()) return {};
    // What a record names may be missing because it, or a directory above it, was refused.
    for (const std::string& path : missing->second)
        for (const auto& [name, index] : refused_) {
            const std::string refused = data_path(name);
            if (path == refused || path.starts_with(refused + '/'))
                return Error(ErrorCode::open, inputs_.files[index].refusal);
        }
    return {};
}

Records Batch::records_of(const Member& member, const std::vector<std::size_t>& indices) const {
    Records records;
    const auto own = read_document(member.own.subject);
    std::map<std::string, std::string> new_ids;
    const auto take = [&](std::size_t record) {
        Document& document = records.documents.emplace_back(read_.documents[record]);
        records.subjects.push_back(read_.subjects[record]);
        std::string id = fmt::format("d{}", records.documents.size());
        new_ids.emplace(std::exchange(document.id, id), id);
    };
    if (own)
        take(*own);
    else
        records.documents.emplace_back().id = "d1";  // of which only the table speaks
    // A row may complete its document from the captures of the same record among its files.
    if (own && member.row)
        for (const std::size_t index : indices)
            if (const auto other = read_document(known_as(inputs_.files[index]));
                other && other != own)
                take(*other);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (const auto part = read_.parts.find(indices[i]); part != read_.parts.end()) {
            FilePart of_file = part->second;
            const auto id = new_ids.find(of_file.document);
            of_file.document = id == new_ids.end() ? std::string() : id->second;
            records.parts.emplace(i, std::move(of_file));
        }
        const auto digest = read_.read_digests.find(indices[i]);
        if (digest != read_.read_digests.end()) records.read_digests.emplace(i, digest->second);
        const auto refused =
            std::ranges::lower_bound(read_.refused, indices[i], {}, &RefusedInput::input);
        if (refused != read_.refused.end() && refused->input == indices[i])
            records.refused.push_back({i, refused->reason});
    }
    // Those on a text that many documents are read from are on all of these.
    for (const std::size_t file : member.own.files)
        if (const auto own_remarks = remarks_.find(inputs_.shown(inputs_.files[file]));
            own_remarks != remarks_.end())
            for (const std::size_t remark : own_remarks->second)
                records.remarks.push_back(read_.remarks[remark]);
    return records;
}

Result<void> Batch::lay_row(const Member& member, const std::vector<std::size_t>& indices,
                            Portion& portion) const {
    const auto table =
        static_cast<std::size_t>(std::ranges::find(indices, *table_) - indices.begin());
    InputFileEntry& file = portion.inputs.files[table];
    file.made = excerpt(table_text_, member.row->index);
    file.info = {};
    file.info.size = file.made->size();
    ReadTable own;
    own.format = table_text_.format;
    own.digest = crypto::sha256(base::as_bytes(*file.made));
    SOLANDER_TRY_ASSIGN(own.grid, table::read_grid(*file.made, own.format));
    SOLANDER_TRY(lay_table(portion.inputs, table, own, portion.records));
    portion.records.notes.clear();
    return {};
}

Result<Portion> Batch::portion(std::size_t index) const {
    const Member& member = members_[index];
    SOLANDER_TRY(check_inputs(member));
    const auto indices = indices_of(member);
    Portion portion;
    portion.inputs = part_of(inputs_, indices);
    if (auto collision = find_collision(portion.inputs)) return *std::move(collision);
    portion.records = records_of(member, indices);
    if (member.row) SOLANDER_TRY(lay_row(member, indices, portion));
    return portion;
}

}  // namespace solander::pack
