// SPDX-License-Identifier: Apache-2.0
#include "pack/completion.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "pack/fill_gaps.h"

namespace solander::pack {

Result<void> Completion::fill(std::size_t document, std::size_t other,
                              const Comparison& comparison) {
    Document& completed = records_.documents[document];
    const std::string& other_id = records_.documents[other].id;
    const std::string here = base::printable(records_.subjects[document]);
    const std::string there = base::printable(records_.subjects[other]);
    const auto [own, is_first] = own_origins_.emplace(document, completed.origins.size());
    const GapFilling filling = fill_gaps(completed, records_.documents[other], own->second);
    if (!filling.contradictions.empty())
        return Error(ErrorCode::format,
                     fmt::format("'{}' contradicts '{}', so nothing was completed:\n  {}\n"
                                 "See which is right, and say it in the record table by hand",
                                 there, here, fmt::join(filling.contradictions, "\n  ")));
    const std::string same = comparison.sameness == Sameness::same_id
                                 ? "record id " + base::printable(comparison.words)
                                 : "title, date and summary are alike";
    note(document, filling.taken.empty()
                       ? fmt::format("'{}', the same record ({}), has nothing that is missing here "
                                     "(record.completed)",
                                     there, same)
                       : fmt::format("completed from '{}', the same record ({}): {} "
                                     "(record.completed)",
                                     there, same, fmt::join(filling.taken, ", ")));
    for (const std::string& difference : filling.differences)
        note(document, fmt::format("differs from '{}' in {} (record.differs)", there, difference));
    for (auto& [index, part] : records_.parts)
        if (part.document == other_id) part.document = completed.id;
    dropped_.insert(other);
    return {};
}

void Completion::finish() {
    std::map<std::string, std::string> new_ids;
    std::vector<Document> documents;
    std::vector<std::string> subjects;
    for (std::size_t i = 0; i < records_.documents.size(); ++i) {
        if (dropped_.contains(i)) continue;
        Document& document = documents.emplace_back(std::move(records_.documents[i]));
        subjects.push_back(std::move(records_.subjects[i]));
        std::string id = fmt::format("d{}", documents.size());
        new_ids.emplace(std::exchange(document.id, id), id);
    }
    for (auto& [index, part] : records_.parts) {
        const auto id = new_ids.find(part.document);
        part.document = id == new_ids.end() ? std::string() : id->second;
    }
    records_.documents = std::move(documents);
    records_.subjects = std::move(subjects);
    dropped_.clear();
    own_origins_.clear();
}

void Completion::note(std::size_t document, const std::string& what) {
    records_.notes.push_back(
        fmt::format("'{}': {}", base::printable(records_.subjects[document]), what));
}

}  // namespace solander::pack
