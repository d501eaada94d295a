// SPDX-License-Identifier: Apache-2.0
#include "table/natural_order.h"

#include <algorithm>

#include "base/decimal.h"

namespace solander::table {

namespace {

/// Takes the run of digits off the front of `text`, without the zeros before it.
std::string_view take_number(std::string_view& text) {
    const auto* const end = std::ranges::find_if_not(text, base::is_digit);
    auto number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(number.size());
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    return number;
}

}  // namespace

bool comes_before(std::string_view a, std::string_view b) {
    const std::string_view whole_a = a;
    const std::string_view whole_b = b;
    while (!a.empty() && !b.empty()) {
        if (base::is_digit(a.front()) && base::is_digit(b.front())) {
            const auto number_a = take_number(a);
            const auto number_b = take_number(b);
            if (number_a.size() != number_b.size()) return number_a.size() < number_b.size();
            if (number_a != number_b) return number_a < number_b;
            continue;
        }
        if (a.front() != b.front())
            return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front());
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    if (a.empty() != b.empty()) return a.empty();
    return whole_a < whole_b;
}

}  // namespace solander::table
