// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace solander::audit {

/// The first and the last day that an EDTF can mean, as YYYY-MM-DD; empty where it is open.
struct DateRange {
    std::string first;
    std::string last;
};

/// Nothing for a text that is no EDTF as base::is_edtf() has it, and for years before 0.
std::optional<DateRange> date_range(std::string_view edtf);

/// Whether `text` is a day that exists, YYYY-MM-DD.
bool is_day(std::string_view text);

}  // namespace solander::audit
