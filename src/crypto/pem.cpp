// SPDX-License-Identifier: Apache-2.0
#include "crypto/pem.h"

#include <algorithm>
#include <string>

#include <sodium.h>

#include "base/try.h"
#include "crypto/as_uchar.h"

namespace solander::crypto {

namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kEnd = "-----END ";
constexpr std::string_view kDashes = "-----";
constexpr std::size_t kColumns = 64;

/// Cuts the next block, and all before it, off the front of `text`.
std::optional<PemBlock> take_block(std::string_view& text) {
    const auto begin = text.find(kBegin);
    if (begin == std::string_view::npos) return std::nullopt;
    text.remove_prefix(begin + kBegin.size());
    const auto label = text.substr(0, text.find(kDashes));
    text.remove_prefix(std::min(text.size(), label.size() + kDashes.size()));
    const auto end = text.find(std::string(kEnd).append(label).append(kDashes));
    if (end == std::string_view::npos) return std::nullopt;
    const PemBlock block{label, text.substr(0, end)};
    text.remove_prefix(end);
    return block;
}

/// Fills guarded memory from its front.
class Filler {
public:
    explicit Filler(SecretBytes& memory) : rest_(memory.bytes()) {}
    void add(std::string_view text) {
        std::ranges::copy(base::as_bytes(text), rest_.begin());
        rest_ = rest_.subspan(text.size());
    }

private:
    std::span<std::byte> rest_;
};

}  // namespace

std::optional<PemBlock> find_pem(std::string_view text) {
    std::optional<PemBlock> first;
    while (const auto block = take_block(text)) {
        if (block->label.ends_with("PRIVATE KEY")) return block;
        if (!first) first = block;
    }
    return first;
}

bool is_cut_off(std::string_view text) {
    return text.starts_with(kBegin) && !take_block(text);
}

Result<SecretBytes> decode_pem(const PemBlock& block) {
    SOLANDER_TRY_ASSIGN(SecretBytes content, SecretBytes::create(block.base64.size()));
    std::size_t size = 0;
    if (::sodium_base642bin(as_uchar(content.bytes().data()), content.size(), block.base64.data(),
                            block.base64.size(), " \t\r\n", &size, nullptr,
                            sodium_base64_VARIANT_ORIGINAL) != 0)
        return Error(ErrorCode::format, "a damaged key file: its base64 is broken");
    content.truncate(size);
    return content;
}

Result<SecretBytes> to_pem(std::string_view label, base::BytesView content) {
    const std::size_t room =
        sodium_base64_ENCODED_LEN(content.size(), sodium_base64_VARIANT_ORIGINAL);
    SOLANDER_TRY_ASSIGN(const SecretBytes base64, [&] {
        auto digits = SecretBytes::create(room);
        if (digits)
            ::sodium_bin2base64(reinterpret_cast<char*>(digits->bytes().data()), room,
                                as_uchar(content.data()), content.size(),
                                sodium_base64_VARIANT_ORIGINAL);
        return digits;
    }());
    const auto digits = base::as_text(base64.bytes().first(room - 1));  // less its zero byte
    const auto begin = std::string(kBegin).append(label).append(kDashes).append("\n");
    const auto end = std::string(kEnd).append(label).append(kDashes).append("\n");
    const std::size_t lines = (digits.size() + kColumns - 1) / kColumns;
    SOLANDER_TRY_ASSIGN(SecretBytes pem,
                        SecretBytes::create(begin.size() + digits.size() + lines + end.size()));
    Filler filler(pem);
    filler.add(begin);
    for (std::size_t at = 0; at < digits.size(); at += kColumns) {
        filler.add(digits.substr(at, kColumns));
        filler.add("\n");
    }
    filler.add(end);
    return pem;
}

}  // namespace solander::crypto
