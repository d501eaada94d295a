// SPDX-License-Identifier: Apache-2.0
#include "metadata/csv_remarks.h"

#include <fmt/format.h>

namespace solander::metadata {

namespace {

/// `cell of the column`, of `cells of the column`.
std::string one_of(std::string_view more) {
    const std::size_t end = more.find(' ');
    std::string first(more.substr(0, end));
    if (first.ends_with('s')) first.pop_back();
    return end == std::string_view::npos ? first : first.append(more.substr(end));
}

}  // namespace

void CsvRemarks::add(std::string_view code, std::size_t group, std::string at,
                     std::string_view words, std::string_view more, std::string value) {
    const auto [known, is_new] = index_.emplace(std::pair(code, group), tallies_.size());
    if (!is_new) {
        ++tallies_[known->second].others;
        return;
    }
    tallies_.push_back(
        {{std::string(code), std::move(at), std::string(words), std::move(value)}, more});
}

std::vector<Remark> CsvRemarks::take() {
    std::vector<Remark> remarks;
    remarks.reserve(tallies_.size());
    for (Tally& tally : tallies_) {
        if (tally.others > 0)
            tally.remark.words +=
                fmt::format("; so it is with {} more {}", tally.others,
                            tally.others == 1 ? one_of(tally.more) : std::string(tally.more));
        remarks.push_back(std::move(tally.remark));
    }
    tallies_.clear();
    index_.clear();
    return remarks;
}

}  // namespace solander::metadata
