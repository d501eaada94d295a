// SPDX-License-Identifier: Apache-2.0
#include "base/escape.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>
#include <utf8proc.h>

#include "base/utf8.h"

namespace solander::base {

namespace {

void append_escaped(std::string& out, char32_t code_point) {
    if (code_point == '\n') {
        out += "\\n";
    } else if (code_point == '\t') {
        out += "\\t";
    } else {
        fmt::format_to(std::back_inserter(out), "\\u{{{:X}}}",
                       static_cast<std::uint32_t>(code_point));
    }
}

bool is_blank(char32_t code_point) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code_point)) == UTF8PROC_CATEGORY_ZS;
}

/// Whether a CI system would obey what begins here: `::error::` behind nothing but blanks, or what
/// begins_command() tells.
bool is_command(std::string_view text, bool line_is_blank) {
    return (line_is_blank && text.starts_with("::")) || begins_command(text);
}

std::string escape(std::string_view text, bool keep_line_feeds) {
    std::string out;
    out.reserve(text.size());
    bool line_is_blank = true;
    while (!text.empty()) {
        const auto point = first_code_point(text);
        if (!point) {
            fmt::format_to(std::back_inserter(out), "\\x{:02X}",
                           static_cast<unsigned char>(text.front()));
            text.remove_prefix(1);
            line_is_blank = false;
            continue;
        }
        const bool ends_line = keep_line_feeds && point->value == '\n';
        const bool commands = is_command(text, line_is_blank);
        line_is_blank = ends_line || (line_is_blank && is_blank(point->value));
        if (!commands && (ends_line || is_printable(point->value))) {
            out += text.substr(0, point->bytes);
        } else {
            append_escaped(out, point->value);
        }
        text.remove_prefix(point->bytes);
    }
    return out;
}

/// Letters and marks that Unicode counts as such, and that nobody sees: a joiner of graphemes,
/// fillers of Hangul, and two vowels of Khmer that are not to be used.
constexpr std::array<char32_t, 7> kUnseen = {0x034F, 0x115F, 0x1160, 0x17B4,
                                             0x17B5, 0x3164, 0xFFA0};

}  // namespace

bool is_variation_selector(char32_t code_point) {
    return (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
           (code_point >= 0xE0100 && code_point <= 0xE01EF) ||
           (code_point >= 0x180B && code_point <= 0x180D) || code_point == 0x180F;
}

bool is_printable(char32_t code_point) {
    if (std::find(kUnseen.begin(), kUnseen.end(), code_point) != kUnseen.end()) return false;
    static constexpr std::array kHidden = {
        UTF8PROC_CATEGORY_CN,  // unassigned
        UTF8PROC_CATEGORY_CC,  // control
        UTF8PROC_CATEGORY_CF,  // format: bidirectional overrides, zero width
        UTF8PROC_CATEGORY_CS,  // surrogate
        UTF8PROC_CATEGORY_ZL,  // line separator
        UTF8PROC_CATEGORY_ZP,  // paragraph separator
    };
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
    return std::find(kHidden.begin(), kHidden.end(), category) == kHidden.end();
}

bool begins_command(std::string_view text) {
    if (!text.starts_with("##")) return false;
    text.remove_prefix(2);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    while (!text.empty() && is_letter(text.front())) text.remove_prefix(1);
    return text.starts_with('[');
}

std::string printable(std::string_view text) {
    return escape(text, false);
}

std::string printable_lines(std::string_view text) {
    return escape(text, true);
}

}  // namespace solander::base
