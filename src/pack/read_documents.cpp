// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include <fmt/format.h>

#include <solander/records.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "pack/complete_from.h"
#include "pack/records.h"

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

}  // namespace

Result<ReadDocuments> read_documents(const DescribeRequest& request,
                                     const Environment& environment) {
    if (request.inputs.empty())
        return Error(ErrorCode::usage, "nothing to read: name files or directories");
    SOLANDER_TRY_ASSIGN(const pack::DescribedInputs described,
                        pack::collect_described(environment, request));
    const pack::Inputs& inputs = described.inputs;
    SOLANDER_TRY_ASSIGN(pack::Records records,
                        pack::read_records(environment, inputs, base::Limits{}, request.encoding));
    SOLANDER_TRY(pack::complete_from(environment, request, described, records));
    ReadDocuments read;
    read.files = inputs.files.size();
    read.without_record = count_without_record(inputs, records);
    read.notes = other_notes(inputs, records);
    for (pack::RefusedInput& refused : records.refused)
        read.unread.push_back(
            {inputs.shown(inputs.files[refused.input]), std::move(refused.reason)});
    if (!records.read_anything()) return read;
    const auto names = shown_names(inputs);
    for (Document& document : records.documents) name_files_as_shown(document, names);
    read.documents = std::move(records.documents);
    read.captures = std::move(records.captures);
    return read;
}

}  // namespace solander
