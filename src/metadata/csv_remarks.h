// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metadata/reader.h"

namespace solander::metadata {

/// What was found in a table, each kind once for a column: the first place of it and how many more
/// there are, so that a million rows with one habit give one remark.
class CsvRemarks {
public:
    /// `words` is of the first; `more` says what the others have too, as in `3 more cells`.
    /// `value` is of the first, too.
    void add(std::string_view code, std::size_t group, std::string at, std::string_view words,
             std::string_view more = "cells of the column", std::string value = {});

    /// In the order in which each was first found.
    std::vector<Remark> take();

private:
    struct Tally {
        Remark remark;
        std::string_view more;
        std::size_t others = 0;
    };

    std::vector<Tally> tallies_;
    std::map<std::pair<std::string_view, std::size_t>, std::size_t> index_;
};

}  // namespace solander::metadata
