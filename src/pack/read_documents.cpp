// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <solander/records.h>

#include "base/limits.h"
#include "base/try.h"
#include "pack/found_packages.h"
#include "pack/inputs.h"
#include "pack/record_overlay.h"
#include "pack/records.h"
#include "table/row.h"

namespace solander {

namespace {

/// What each file is called by the person, by its path in a package.
std::map<std::string, std::string> shown_names(const pack::Inputs& inputs) {
    std::map<std::string, std::string> names;
    for (const auto& file : inputs.files) names.emplace(file.path.str(), inputs.shown(file));
    return names;
}

void name_files_as_shown(Document& document, const std::map<std::string, std::string>& names) {
    for (Origin& origin : document.origins)
        if (const auto name = names.find(origin.file); name != names.end())
            origin.file = name->second;
}

std::size_t count_without_record(const pack::Inputs& inputs, const pack::Records& records) {
    std::set<std::size_t> told;
    for (const auto& [index, part] : records.parts) told.insert(index);
    for (const pack::RefusedInput& refused : records.refused) told.insert(refused.input);
    return inputs.files.size() - told.size();
}

/// The notes without those that say why a text was refused.
std::vector<std::string> other_notes(const pack::Inputs& inputs, const pack::Records& records) {
    std::set<std::size_t> refusals;
    for (const pack::RefusedInput& refused : records.refused) refusals.insert(refused.note);
    std::vector<std::string> notes = inputs.notes;
    for (std::size_t i = 0; i < records.notes.size(); ++i)
        if (!refusals.contains(i)) notes.push_back(records.notes[i]);
    return notes;
}

/// Whether a person named this file, and not a directory that it is in.
bool is_named(const ReadRequest& request, const pack::Inputs& inputs,
              const pack::InputFileEntry& file) {
    const auto shown = std::filesystem::path(inputs.shown(file)).lexically_normal();
    return std::ranges::any_of(request.inputs, [&shown](const std::filesystem::path& input) {
        return input.lexically_normal() == shown;
    });
}

/// What could be read as a grid, and has the column that only record tables have.
bool is_record_table(const Result<pack::ReadTable>& read) {
    return read && !read->grid.rows.empty() &&
           std::ranges::any_of(read->grid.rows.front(), [](const table::GridCell& cell) {
               return cell.text == table::kDocument;
           });
}

/// Lays those record tables among the inputs that were named themselves, and that no reader took.
Result<std::vector<std::filesystem::path>> lay_tables(const ReadRequest& request,
                                                      const Environment& environment,
                                                      const pack::Inputs& inputs,
                                                      pack::Records& records) {
    std::vector<std::filesystem::path> tables;
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const pack::InputFileEntry& file = inputs.files[i];
        const bool is_left = !records.parts.contains(i) && !records.read_digests.contains(i);
        const std::string extension = std::filesystem::path(file.name).extension().string();
        const bool may_be = extension == ".csv" || extension == ".json" || extension == ".toml";
        if (!is_left || !may_be || !is_named(request, inputs, file)) continue;
        const auto read = pack::read_table(environment, inputs, i, request.encoding);
        if (!is_record_table(read)) continue;
        SOLANDER_TRY(pack::lay_table(inputs, i, *read, records, pack::Rows::alone));
        records.parts[i].role = FileRole::metadata;
        tables.emplace_back(inputs.shown(file));
    }
    return tables;
}

}  // namespace

Result<ReadDocuments> read_documents(const ReadRequest& request, const Environment& environment) {
    if (request.inputs.empty())
        return Error(ErrorCode::usage, "nothing to read: name files or directories");
    PackRequest all{.inputs = request.inputs, .output = {}};
    // Nothing is packed: names that a package could not have are no matter here.
    all.rename_safe = true;
    SOLANDER_TRY_ASSIGN(pack::Inputs inputs, pack::inputs_to_read(environment, all));
    ReadDocuments read;
    SOLANDER_TRY_ASSIGN(read.packages, pack::take_packages(environment, inputs));
    SOLANDER_TRY_ASSIGN(pack::Records records,
                        pack::read_records(environment, inputs, base::Limits{}, request.encoding));
    SOLANDER_TRY_ASSIGN(read.tables, lay_tables(request, environment, inputs, records));
    read.files = inputs.files.size();
    read.without_record = count_without_record(inputs, records);
    read.notes = other_notes(inputs, records);
    read.remarks = std::move(records.remarks);
    for (pack::RefusedInput& refused : records.refused)
        read.unread.push_back(
            {inputs.shown(inputs.files[refused.input]), std::move(refused.reason)});
    if (!records.read_anything()) return read;
    const auto names = shown_names(inputs);
    for (Document& document : records.documents) name_files_as_shown(document, names);
    read.documents = std::move(records.documents);
    read.subjects = std::move(records.subjects);
    read.captures = std::move(records.captures);
    return read;
}

}  // namespace solander
