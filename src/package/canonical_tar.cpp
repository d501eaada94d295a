// SPDX-License-Identifier: Apache-2.0
#include "package/canonical_tar.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"

namespace solander::package {

namespace {

constexpr std::uint64_t kFirstLargeSize = std::uint64_t{8} << 30;
constexpr std::string_view kPaxName = "././@PaxHeader";

struct Field {
    std::size_t offset;
    std::size_t size;
};
constexpr Field kName{0, 100};
constexpr Field kMode{100, 8};
constexpr Field kUid{108, 8};
constexpr Field kGid{116, 8};
constexpr Field kSize{124, 12};
constexpr Field kTime{136, 12};
constexpr Field kChecksum{148, 8};
constexpr Field kType{156, 1};
constexpr Field kMagic{257, 8};
constexpr Field kDeviceMajor{329, 8};
constexpr Field kDeviceMinor{337, 8};
constexpr std::string_view kMagicText{"ustar\00000", 8};

bool needs_pax_path(std::string_view path) {
    return path.size() > kName.size ||
           std::any_of(path.begin(), path.end(), [](char c) { return c < 0x20 || c > 0x7E; });
}

void put(std::string& block, Field field, std::string_view text) {
    block.replace(field.offset, text.size(), text);
}

/// Zero-padded octal digits that leave room for one NUL, or `room` bytes.
void put_octal(std::string& block, Field field, std::uint64_t value, std::size_t room = 1) {
    for (std::size_t at = field.offset + field.size - room; at-- > field.offset; value /= 8)
        block[at] = static_cast<char>('0' + value % 8);
}

unsigned checksum(std::string_view block) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < kTarBlock; ++i) {
        const bool own_field = i >= kChecksum.offset && i < kChecksum.offset + kChecksum.size;
        sum += own_field ? 0x20U : static_cast<unsigned char>(block[i]);
    }
    return sum;
}

std::string ustar_block(std::string_view name, char type, std::uint64_t size, Timestamp modified) {
    std::string block(kTarBlock, '\0');
    put(block, kName, name.substr(0, kName.size));
    put_octal(block, kMode, 0644);
    put_octal(block, kUid, 0);
    put_octal(block, kGid, 0);
    put_octal(block, kSize, size);
    put_octal(block, kTime, static_cast<std::uint64_t>(modified.seconds()));
    put(block, kType, std::string_view(&type, 1));
    put(block, kMagic, kMagicText);
    put_octal(block, kDeviceMajor, 0);
    put_octal(block, kDeviceMinor, 0);
    put_octal(block, kChecksum, checksum(block), 2);
    block[kChecksum.offset + 7] = ' ';
    return block;
}

/// A record begins with its own length, which counts its own digits.
std::string pax_record(std::string_view key, std::string_view value) {
    const std::size_t rest = key.size() + value.size() + 3;
    std::size_t length = rest + 1;
    while (fmt::formatted_size("{}", length) + rest != length) ++length;
    return fmt::format("{} {}={}\n", length, key, value);
}

std::string pax_records(std::string_view path, std::uint64_t size) {
    if (!needs_pax_path(path) && size < kFirstLargeSize) return {};
    std::string records = pax_record("path", path);
    if (size >= kFirstLargeSize) records += pax_record("size", fmt::format("{}", size));
    return records;
}

}  // namespace

bool is_zero(base::BytesView bytes) {
    return std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{0}; });
}

std::string tar_header(std::string_view path, std::uint64_t size, Timestamp modified) {
    std::string header;
    if (const std::string records = pax_records(path, size); !records.empty()) {
        header = ustar_block(kPaxName, 'x', records.size(), modified) + records;
        header.resize(padded(header.size()), '\0');
    }
    header += ustar_block(path, '0', size < kFirstLargeSize ? size : 0, modified);
    return header;
}

std::uint64_t tar_header_size(std::string_view path, std::uint64_t size) {
    const std::string records = pax_records(path, size);
    return records.empty() ? kTarBlock : 2 * kTarBlock + padded(records.size());
}

std::optional<RawHeader> parse_header(base::BytesView block) {
    const std::string_view text = base::as_text(block);
    const auto field = [text](Field where) {
        const auto value = text.substr(where.offset, where.size);
        return value.substr(0, value.find('\0'));
    };
    if (text.size() != kTarBlock || text.substr(kMagic.offset, 5) != "ustar") return std::nullopt;
    const auto octal = [](std::string_view digits) -> std::optional<std::uint64_t> {
        std::uint64_t value = 0;
        if (digits.empty()) return std::nullopt;
        for (const char digit : digits) {
            if (digit < '0' || digit > '7') return std::nullopt;
            value = value * 8 + static_cast<std::uint64_t>(digit - '0');
        }
        return value;
    };
    const auto size = octal(field(kSize));
    const auto sum = octal(field(kChecksum));
    if (!size || sum != checksum(text)) return std::nullopt;
    const auto modified = octal(field(kTime));
    return RawHeader{
        std::string(field(kName)), *size, text[kType.offset],
        modified ? Timestamp::from_seconds(static_cast<std::int64_t>(*modified)) : std::nullopt};
}

std::optional<std::string> pax_value(std::string_view records, std::string_view key) {
    std::optional<std::string> value;
    while (!records.empty()) {
        const auto blank = records.find(' ');
        if (blank == std::string_view::npos) break;
        const auto length = base::parse_decimal(records.substr(0, blank));
        if (!length || *length <= blank + 1 || *length > records.size()) break;
        const auto record = records.substr(blank + 1, *length - blank - 2);
        if (record.starts_with(key) && record.substr(key.size()).starts_with('='))
            value = record.substr(key.size() + 1);
        records.remove_prefix(*length);
    }
    return value;
}

}  // namespace solander::package
