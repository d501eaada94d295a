// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include <utf8proc.h>

namespace solander::base {

namespace {

/// The size of the sequence that `lead` opens; 0 if it opens none.
std::size_t sequence_size(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_shortest_scalar(char32_t value, std::size_t size) {
    if (value >= 0xD800 && value <= 0xDFFF) return false;
    if (size == 3) return value >= 0x800;
    if (size == 4) return value >= 0x10000 && value <= 0x10FFFF;
    return true;
}

/// Each run of combining marks by their classes, equal ones as they stood (UAX #15, D108, D109).
void put_marks_in_order(std::vector<utf8proc_int32_t>& points) {
    const auto combining_class = [](utf8proc_int32_t point) {
        return utf8proc_get_property(point)->combining_class;
    };
    const auto is_mark = [&](utf8proc_int32_t point) { return combining_class(point) != 0; };
    for (auto first = points.begin(); first != points.end();) {
        first = std::find_if(first, points.end(), is_mark);
        const auto last = std::find_if_not(first, points.end(), is_mark);
        std::stable_sort(first, last, [&](utf8proc_int32_t a, utf8proc_int32_t b) {
            return combining_class(a) < combining_class(b);
        });
        first = last;
    }
}

/// What utf8proc_map() gives, which exchanges neighbouring marks one by one: a long text of nothing
/// else takes it hours.
std::string map(std::string_view text, int options) {
    const auto chosen = static_cast<utf8proc_option_t>(options);
    std::vector<utf8proc_int32_t> points;
    points.reserve(text.size() + 1);
    int last_boundary = 0;
    while (!text.empty()) {
        const auto point = first_code_point(text);
        if (!point) std::abort();  // the caller has excluded malformed text
        std::array<utf8proc_int32_t, 64> parts{};
        const auto count =
            utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point->value), parts.data(),
                                    parts.size(), chosen, &last_boundary);
        if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) std::abort();
        points.insert(points.end(), parts.begin(), parts.begin() + count);
        text.remove_prefix(point->bytes);
    }
    put_marks_in_order(points);
    const auto count = static_cast<utf8proc_ssize_t>(points.size());
    points.push_back(0);  // utf8proc_reencode() writes the text over the code points, and a NUL
    const auto size = utf8proc_reencode(points.data(), count, chosen);
    if (size < 0) std::abort();
    return {reinterpret_cast<const char*>(points.data()), static_cast<std::size_t>(size)};
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::optional<CodePoint> first_code_point(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t size = sequence_size(lead);
    if (size == 0 || size > text.size()) return std::nullopt;
    if (size == 1) return CodePoint{lead, 1};
    auto value = static_cast<char32_t>(lead & (0xFFU >> (size + 1)));
    for (std::size_t i = 1; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80U) return std::nullopt;
        value = value << 6 | (byte & 0x3FU);
    }
    if (!is_shortest_scalar(value, size)) return std::nullopt;
    return CodePoint{value, size};
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        if (static_cast<unsigned char>(text[offset]) < 0x80) {
            ++offset;
            continue;
        }
        const auto point = first_code_point(text.substr(offset));
        if (!point) return offset;
        offset += point->bytes;
    }
    return std::nullopt;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (code_point < 0x80) return put(code_point);
    if (code_point < 0x800) {
        put(0xC0 | code_point >> 6);
    } else {
        if (code_point < 0x10000) {
            put(0xE0 | code_point >> 12);
        } else {
            put(0xF0 | code_point >> 18);
            put(0x80 | (code_point >> 12 & 0x3F));
        }
        put(0x80 | (code_point >> 6 & 0x3F));
    }
    put(0x80 | (code_point & 0x3F));
}

bool has_blank(std::string_view text) {
    while (const auto code_point = first_code_point(text)) {
        if (::utf8proc_category(static_cast<utf8proc_int32_t>(code_point->value)) ==
            UTF8PROC_CATEGORY_ZS)
            return true;
        text.remove_prefix(code_point->bytes);
    }
    return false;
}

std::string to_nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold_case(std::string_view text) {
    if (is_ascii(text)) {
        std::string folded(text);
        for (char& c : folded)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return folded;
    }
    // Folding can undo composition, so it comes first and NFC after it.
    return to_nfc(map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
}

std::string plain_letters(std::string_view text) {
    if (is_ascii(text)) return fold_case(text);
    return map(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                         UTF8PROC_STRIPMARK);
}

}  // namespace solander::base
