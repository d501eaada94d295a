// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <solander/key.h>

#include "base/bytes.h"

namespace solander::test {

// Keys that everybody knows: the first two of RFC 8032, section 7.1.
inline constexpr std::string_view kSeedA =
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
inline constexpr std::string_view kSeedB =
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";

base::Bytes bytes_of(std::string_view hex);
SigningKey key_of(std::string_view seed_hex);
SecretBytes secret_of(std::string_view text);

/// PEM around bytes, as most tools write it.
std::string pem_of(std::string_view label, base::BytesView content);

/// PKCS#8 version 1, unencrypted.
std::string pkcs8_of(std::string_view seed_hex);

/// OpenSSH's own form of a private key, unencrypted, for ssh-keygen to sign with.
std::string openssh_private_key_of(std::string_view seed_hex);

}  // namespace solander::test
