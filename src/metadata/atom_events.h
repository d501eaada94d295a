// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/record_parts.h"

namespace solander::metadata {

/// The values of a cell of AtoM, which a bar separates, without the white space around each. A
/// blank cell is one blank value.
std::vector<std::string_view> split_values(std::string_view cell);

/// The EDTF of a date of AtoM, in which `00` stands for a month or a day that is not known:
/// `2016-00-00` is 2016. Nothing for words, and for NULL.
std::optional<std::string> edtf_from_atom(std::string_view date);

/// The events of one row: in the cells of the columns event…, the first value of each is of one
/// event, the second of the next. Actors of creation are creators, all others contributors with the
/// type as their role; the dates of an event that is neither creation nor publication are notes.
void put_events(Document& document, const Table& table, const Row& row,
                std::vector<Remark>& remarks);

/// Whether put_events() takes a column.
bool is_event_column(std::string_view heading);

}  // namespace solander::metadata
