// SPDX-License-Identifier: Apache-2.0
#include "crypto/ssh_wire.h"

#include <fmt/format.h>

#include "base/escape.h"

namespace solander::crypto {

SshWriter& SshWriter::raw(base::BytesView bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return *this;
}

SshWriter& SshWriter::uint32(std::uint32_t value) {
    for (const int shift : {24, 16, 8, 0}) bytes_.push_back(static_cast<std::byte>(value >> shift));
    return *this;
}

SshWriter& SshWriter::string(base::BytesView bytes) {
    return uint32(static_cast<std::uint32_t>(bytes.size())).raw(bytes);
}

std::optional<base::BytesView> SshReader::raw(std::size_t size) {
    if (size > rest_.size()) return std::nullopt;
    const auto front = rest_.first(size);
    rest_ = rest_.subspan(size);
    return front;
}

std::optional<std::uint32_t> SshReader::uint32() {
    const auto bytes = raw(4);
    if (!bytes) return std::nullopt;
    std::uint32_t value = 0;
    for (const std::byte byte : *bytes) value = value << 8 | std::to_integer<std::uint32_t>(byte);
    return value;
}

std::optional<base::BytesView> SshReader::string() {
    const auto size = uint32();
    return size ? raw(*size) : std::nullopt;
}

base::Bytes ssh_key_blob(const PublicKey& key) {
    return SshWriter().string(kSshEd25519).string(key.bytes()).take();
}

Result<PublicKey> parse_ssh_key_blob(base::BytesView blob) {
    SshReader reader(blob);
    const auto type = reader.string();
    if (!type) return Error(ErrorCode::format, "not a key in the form of SSH");
    if (const auto name = base::as_text(*type); name != kSshEd25519)
        return Error(ErrorCode::unsupported, fmt::format("a key of type {}; only {} is known here",
                                                         base::printable(name), kSshEd25519));
    const auto key = reader.string();
    if (!key || key->size() != PublicKey::kSize || !reader.at_end())
        return Error(ErrorCode::format, "the Ed25519 key is damaged: it has not the right length");
    return PublicKey::from_bytes(key->first<PublicKey::kSize>());
}

}  // namespace solander::crypto
