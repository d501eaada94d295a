// SPDX-License-Identifier: Apache-2.0
#include "pack/documents.h"

#include <algorithm>
#include <map>

#include "table/natural_order.h"

namespace solander::pack {

std::vector<DocumentFiles> recorded_documents(const Records& records) {
    std::vector<DocumentFiles> documents;
    if (!records.read_anything()) return documents;
    std::map<std::string, std::size_t> by_id;
    for (std::size_t i = 0; i < records.documents.size(); ++i) {
        documents.push_back({records.subjects[i], i, {}});
        by_id.emplace(records.documents[i].id, i);
    }
    for (const auto& [index, part] : records.parts)
        if (const auto found = by_id.find(part.document); found != by_id.end())
            documents[found->second].files.push_back(index);
    for (DocumentFiles& document : documents)
        std::ranges::stable_sort(document.files, {}, [&records](std::size_t index) {
            return records.parts.at(index).order.value_or(0);
        });
    return documents;
}

std::vector<DocumentFiles> other_documents(const Inputs& inputs, const Records& records) {
    std::vector<DocumentFiles> documents;
    for (std::size_t i = 0; i < inputs.files.size(); ++i)
        if (!records.parts.contains(i))
            documents.push_back({known_as(inputs.files[i]), std::nullopt, {i}});
    std::ranges::stable_sort(documents, [](const DocumentFiles& a, const DocumentFiles& b) {
        return table::comes_before(a.subject, b.subject);
    });
    return documents;
}

}  // namespace solander::pack
