// SPDX-License-Identifier: Apache-2.0
#include "test_keys.h"

#include <algorithm>
#include <stdexcept>

#include "base/base64.h"
#include "base/hex.h"
#include "crypto/key_access.h"
#include "crypto/ssh_wire.h"

namespace solander::test {

using crypto::KeyAccess;
using crypto::SshWriter;

base::Bytes bytes_of(std::string_view hex) {
    base::Bytes bytes(hex.size() / 2);
    if (!base::from_hex(hex, bytes)) throw std::invalid_argument(std::string(hex));
    return bytes;
}

SigningKey key_of(std::string_view seed_hex) {
    const base::Bytes seed = bytes_of(seed_hex);
    return KeyAccess::from_seed(std::span(seed).first<KeyAccess::kSeedSize>()).value();
}

SecretBytes secret_of(std::string_view text) {
    SecretBytes secret = SecretBytes::create(text.size()).value();
    std::ranges::copy(base::as_bytes(text), secret.bytes().begin());
    return secret;
}

std::string pem_of(std::string_view label, base::BytesView content) {
    const std::string digits = base::to_base64(content);
    std::string pem = "-----BEGIN " + std::string(label) + "-----\n";
    for (std::size_t at = 0; at < digits.size(); at += 64) pem += digits.substr(at, 64) + "\n";
    return pem + "-----END " + std::string(label) + "-----\n";
}

std::string pkcs8_of(std::string_view seed_hex) {
    return pem_of("PRIVATE KEY",
                  bytes_of("302e020100300506032b657004220420" + std::string(seed_hex)));
}

std::string openssh_private_key_of(std::string_view seed_hex) {
    const SigningKey key = key_of(seed_hex);
    base::Bytes secret = SshWriter()
                             .uint32(7)
                             .uint32(7)
                             .string(crypto::kSshEd25519)
                             .string(key.public_key().bytes())
                             .string(KeyAccess::secret(key))
                             .string("test")
                             .take();
    for (unsigned char pad = 1; secret.size() % 8 != 0; ++pad)
        secret.push_back(static_cast<std::byte>(pad));
    const base::Bytes whole = SshWriter()
                                  .raw(std::string_view("openssh-key-v1\0", 15))
                                  .string("none")
                                  .string("none")
                                  .string("")
                                  .uint32(1)
                                  .string(crypto::ssh_key_blob(key.public_key()))
                                  .string(secret)
                                  .take();
    return pem_of("OPENSSH PRIVATE KEY", whole);
}

}  // namespace solander::test
