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

/// The same for a date as records have it: EDTF, plain words (`August 1973`), and numbers with the
/// year behind (`31/12/2013`), which are taken for any day of their year.
std::optional<DateRange> date_range_of_words(std::string_view words);

/// Whether `text` is a day that exists, YYYY-MM-DD.
bool is_day(std::string_view text);

}  // namespace solander::audit
