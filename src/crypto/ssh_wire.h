// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <solander/key.h>

#include "base/bytes.h"

namespace solander::crypto {

inline constexpr std::string_view kSshEd25519 = "ssh-ed25519";

/// Builds what SSH puts on a wire. Spec: RFC 4251, section 5.
class SshWriter {
public:
    SshWriter& raw(base::BytesView bytes);
    SshWriter& raw(std::string_view text) { return raw(base::as_bytes(text)); }
    SshWriter& uint32(std::uint32_t value);
    /// The length, then the bytes.
    SshWriter& string(base::BytesView bytes);
    SshWriter& string(std::string_view text) { return string(base::as_bytes(text)); }

    base::Bytes take() { return std::move(bytes_); }

private:
    base::Bytes bytes_;
};

/// Takes apart what SSH puts on a wire, from the front; nothing once there is not enough left. What
/// it returns is valid as long as the bytes that it was made of.
class SshReader {
public:
    explicit SshReader(base::BytesView bytes) : rest_(bytes) {}

    std::optional<base::BytesView> raw(std::size_t size);
    std::optional<std::uint32_t> uint32();
    std::optional<base::BytesView> string();
    bool at_end() const { return rest_.empty(); }

private:
    base::BytesView rest_;
};

/// The key as SSH knows it: its type, then its bytes. Spec: RFC 8709, section 4.
base::Bytes ssh_key_blob(const PublicKey& key);

/// Errors: unsupported, naming the type, for another type of key; format.
Result<PublicKey> parse_ssh_key_blob(base::BytesView blob);

}  // namespace solander::crypto
