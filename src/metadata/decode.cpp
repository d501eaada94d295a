// SPDX-License-Identifier: Apache-2.0
#include "metadata/decode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/utf8.h"

namespace solander::metadata {

namespace {

/// What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has controls; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct ByteOrderMark {
    std::string_view bytes;
    TextEncoding encoding;
};
constexpr std::array<ByteOrderMark, 3> kMarks = {{
    {"\xEF\xBB\xBF", TextEncoding::utf_8},
    {"\xFF\xFE", TextEncoding::utf_16_le},
    {"\xFE\xFF", TextEncoding::utf_16_be},
}};

unsigned byte_at(std::string_view bytes, std::size_t offset) {
    return static_cast<unsigned char>(bytes[offset]);
}

/// The character of a byte; 0 if it has none. NUL has none either.
char32_t windows_1252(unsigned byte) {
    return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
}

/// Bytes behind a byte order mark, with the words for what is wrong with them.
class Decoder {
public:
    Decoder(std::string_view all, std::size_t start) : all_(all), start_(start) {
        text_.reserve(all.size());
    }

    Result<std::string> utf_8() {
        const std::string_view rest = all_.substr(start_);
        if (const auto bad = base::find_invalid_utf8(rest)) return not_utf8(start_ + *bad);
        if (const auto nul = rest.find('\0'); nul != std::string_view::npos)
            return wrong(start_ + nul, 1, "is NUL, which no text has");
        text_ = rest;
        return std::move(text_);
    }

    Result<std::string> windows_1252() {
        for (auto at = start_; at < all_.size(); ++at) {
            const char32_t c = metadata::windows_1252(byte_at(all_, at));
            if (c == 0 && all_[at] == '\0') return wrong(at, 1, "is NUL, which no text has");
            if (c == 0) return wrong(at, 1, "has no character in Windows-1252");
            base::append_utf8(text_, c);
        }
        return std::move(text_);
    }

    Result<std::string> utf_16(bool little) {
        little_ = little;
        unit_bytes_ = 2;
        for (auto at = start_; at < all_.size(); at += 2) {
            if (at + 1 == all_.size()) return wrong(at, 1, "is half of a UTF-16 unit");
            const char32_t unit = unit_at(at);
            if (unit == 0) return wrong(at, 2, "is NUL, which no text has");
            if (unit < 0xD800 || unit > 0xDFFF) {
                base::append_utf8(text_, unit);
                continue;
            }
            const char32_t low = at + 3 < all_.size() ? unit_at(at + 2) : U'\0';
            if (unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
                return wrong(at, 2, "is half of a surrogate pair");
            base::append_utf8(text_, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            at += 2;
        }
        return std::move(text_);
    }

private:
    char32_t unit_at(std::size_t offset) const {
        const auto first = byte_at(all_, offset);
        const auto second = byte_at(all_, offset + 1);
        return little_ ? second << 8U | first : first << 8U | second;
    }

    std::size_t line_of(std::size_t offset) const {
        std::size_t line = 1;
        for (auto at = start_; at + unit_bytes_ <= offset; at += unit_bytes_)
            if ((unit_bytes_ == 1 ? byte_at(all_, at) : unit_at(at)) == '\n') ++line;
        return line;
    }

    Error wrong(std::size_t offset, std::size_t size, std::string_view what) const {
        const auto value =
            size == 1 ? fmt::format("byte 0x{:02X}", byte_at(all_, offset))
                      : fmt::format("unit 0x{:04X}", static_cast<unsigned>(unit_at(offset)));
        return {ErrorCode::format, fmt::format("the {} at offset {}, on line {}, {}", value, offset,
                                               line_of(offset), what)};
    }

    Error not_utf8(std::size_t offset) const {
        const char32_t would_be = metadata::windows_1252(byte_at(all_, offset));
        if (would_be == 0 || (would_be >= 0x80 && would_be < 0xA0))
            return wrong(offset, 1,
                         "is not UTF-8, and has no character in Windows-1252 either; save the text "
                         "as UTF-8");
        std::string character;
        base::append_utf8(character, would_be);
        return wrong(
            offset, 1,
            fmt::format("is not UTF-8. In Windows-1252 it would be '{}': if that is right, "
                        "pass --encoding windows-1252",
                        base::printable(character)));
    }

    std::string_view all_;
    std::size_t start_;
    std::string text_;
    std::size_t unit_bytes_ = 1;
    bool little_ = true;
};

Result<DecodedText> decode_as(TextEncoding encoding, std::string_view bytes, std::size_t start) {
    Decoder decoder(bytes, start);
    const auto decode = [&]() -> Result<std::string> {
        switch (encoding) {
            case TextEncoding::utf_8:
                return decoder.utf_8();
            case TextEncoding::utf_16_le:
                return decoder.utf_16(true);
            case TextEncoding::utf_16_be:
                return decoder.utf_16(false);
            case TextEncoding::windows_1252:
                return decoder.windows_1252();
        }
        return Error(ErrorCode::internal, "an encoding without a name");
    };
    auto text = decode();
    if (!text) return std::move(text).error();
    return DecodedText{*std::move(text), encoding};
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes, std::optional<TextEncoding> otherwise) {
    const auto* const mark = std::ranges::find_if(
        kMarks, [bytes](const ByteOrderMark& each) { return bytes.starts_with(each.bytes); });
    if (mark != kMarks.end()) return decode_as(mark->encoding, bytes, mark->bytes.size());
    auto text = decode_as(TextEncoding::utf_8, bytes, 0);
    if (text || !otherwise) return text;
    return decode_as(*otherwise, bytes, 0);
}

std::string_view encoding_name(TextEncoding encoding) {
    static constexpr std::array<std::string_view, 4> kNames = {"UTF-8", "UTF-16LE", "UTF-16BE",
                                                               "Windows-1252"};
    return kNames.at(static_cast<std::size_t>(encoding));
}

}  // namespace solander::metadata
