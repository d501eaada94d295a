// SPDX-License-Identifier: Apache-2.0
#include "metadata/xml_name.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace solander::metadata {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

constexpr std::array<Range, 12> kBeginning = {{{0xC0, 0xD6},
                                               {0xD8, 0xF6},
                                               {0xF8, 0x2FF},
                                               {0x370, 0x37D},
                                               {0x37F, 0x1FFF},
                                               {0x200C, 0x200D},
                                               {0x2070, 0x218F},
                                               {0x2C00, 0x2FEF},
                                               {0x3001, 0xD7FF},
                                               {0xF900, 0xFDCF},
                                               {0xFDF0, 0xFFFD},
                                               {0x10000, 0xEFFFF}}};
constexpr std::array<Range, 3> kInside = {{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

template <class Ranges>
bool is_among(const Ranges& ranges, char32_t value) {
    return std::ranges::any_of(ranges, [value](const Range& range) {
        return value >= range.first && value <= range.last;
    });
}

}  // namespace

bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_in_name(char c) {
    return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

bool has_name_characters(std::string_view name) {
    for (bool at_start = true; !name.empty();) {
        const auto point = base::first_code_point(name);
        if (!point) return false;
        const char32_t value = point->value;
        const bool is_good =
            value < 0x80 ? (at_start ? begins_name : is_in_name)(static_cast<char>(value))
                         : is_among(kBeginning, value) || (!at_start && is_among(kInside, value));
        if (!is_good) return false;
        at_start = value == ':';
        name.remove_prefix(point->bytes);
    }
    return true;
}

bool is_qualified_name(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == name.npos) return true;
    const auto local = name.substr(colon + 1);
    return colon > 0 && !local.empty() && begins_name(local.front()) &&
           local.find(':') == local.npos;
}

}  // namespace solander::metadata
