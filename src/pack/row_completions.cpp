// SPDX-License-Identifier: Apache-2.0
#include "pack/row_completions.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "pack/completion.h"
#include "pack/same_record.h"
#include "table/cell.h"

namespace solander::pack {

namespace {

class RowCompletions {
public:
    RowCompletions(const table::Grid& grid, const table::Columns& columns, Records& records)
        : columns_(columns), records_(records), completion_(records) {
        for (std::size_t i = 0; i < records.subjects.size(); ++i)
            by_subject_.emplace(records.subjects[i], i);
        for (std::size_t i = 1; i < grid.rows.size(); ++i)
            if (const auto document = document_of(grid.rows[i])) with_row_.insert(*document);
    }

    void complete(const table::GridRow& row) {
        const auto document = document_of(row);
        if (!document) return;
        for (const table::Value& file : table::read_cell(columns_.text(row, table::kFiles))) {
            const auto other = by_subject_.find(file.words);
            if (other == by_subject_.end() || with_row_.contains(other->second)) continue;
            if (!is_capture(records_.documents[other->second])) continue;
            if (!used_.insert(other->second).second) continue;
            complete(columns_.at(row, table::kFiles), *document, other->second);
        }
    }

    std::vector<table::Finding> finish() {
        if (!used_.empty()) completion_.finish();
        return std::move(findings_);
    }

private:
    static bool is_capture(const Document& document) {
        return document.origins.size() == 1 && document.origins.front().kind == OriginKind::capture;
    }

    std::optional<std::size_t> document_of(const table::GridRow& row) const {
        const auto names = table::read_cell(columns_.text(row, table::kDocument));
        if (names.size() != 1) return std::nullopt;
        const auto found = by_subject_.find(names.front().words);
        if (found == by_subject_.end()) return std::nullopt;
        return found->second;
    }

    void complete(const std::string& at, std::size_t document, std::size_t other) {
        const auto comparison =
            compare_records(records_.documents[document], records_.documents[other]);
        if (comparison.sameness == Sameness::different) {
            completion_.drop(other);
            findings_.push_back(
                {"records.file-of-another", at,
                 fmt::format("'{}' is the capture of another record: {}",
                             base::printable(records_.subjects[other]), comparison.words)});
        } else if (const auto filled = completion_.fill(document, other, comparison); !filled) {
            completion_.drop(other);
            findings_.push_back({"records.contradiction", at, filled.error().message()});
        }
    }

    const table::Columns& columns_;
    Records& records_;
    Completion completion_;
    std::map<std::string, std::size_t> by_subject_;
    std::set<std::size_t> with_row_;  ///< Documents that the table speaks of.
    std::set<std::size_t> used_;      ///< Those that complete another.
    std::vector<table::Finding> findings_;
};

}  // namespace

std::vector<table::Finding> complete_by_rows(const table::Grid& grid, const table::Columns& columns,
                                             Records& records) {
    if (!records.read_anything()) return {};
    RowCompletions completions(grid, columns, records);
    for (std::size_t i = 1; i < grid.rows.size(); ++i) completions.complete(grid.rows[i]);
    return completions.finish();
}

}  // namespace solander::pack
