// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

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

struct Free {
    void operator()(utf8proc_uint8_t* text) const noexcept {
        std::free(text);  // NOLINT(cppcoreguidelines-no-malloc): so utf8proc asks for
    }
};

std::string map(std::string_view text, int options) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                   static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
    if (size < 0) std::abort();  // only for malformed text, which the caller has excluded
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
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
