// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <sodium.h>

#include <solander/key.h>
#include <solander/key_check.h>

#include "base/bytes.h"
#include "crypto/as_uchar.h"
#include "crypto/encrypted_key.h"
#include "crypto/key_access.h"
#include "crypto/key_der.h"
#include "crypto/openssh_key.h"
#include "crypto/pem.h"
#include "crypto/ssh_wire.h"
#include "properties/memory_files.h"
#include "properties/target.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

Result<KeyFile> read(std::string_view text) {
    MemoryFiles files;
    files.add("a.key", std::string(text));
    // Deriving a key from a passphrase is slow by design, and not what is looked at here.
    return read_key_file(files, "a.key",
                         [] { return Error(ErrorCode::open, "no passphrase here"); });
}

Broken check_error_of_key(const Error& error) {
    switch (error.code()) {
        case ErrorCode::format:
        case ErrorCode::limit:
        case ErrorCode::open:
        case ErrorCode::unsupported:
            return check_words("an error", error.message());
        case ErrorCode::usage:
        case ErrorCode::create:
        case ErrorCode::io:
        case ErrorCode::refused:
        case ErrorCode::interrupted:
        case ErrorCode::internal:
            break;
    }
    return fmt::format("an error that no input can be the cause of: {}", error.message());
}

Broken check_public_key(const PublicKey& key) {
    if (::crypto_core_ed25519_is_valid_point(crypto::as_uchar(key.bytes().data())) != 1)
        return "a public key is no point of prime order";
    const auto line = PublicKey::parse_openssh_line(key.openssh_line("a comment"));
    if (!line || line->key != key || line->comment != "a comment")
        return "a public key is written as another";
    return std::nullopt;
}

/// What OpenSSL derives from the same private key.
Broken check_by_openssl(base::BytesView der, const PublicKey& key) {
    const auto* at = crypto::as_uchar(der.data());
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> theirs(
        ::d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size())), &::EVP_PKEY_free);
    std::array<std::byte, PublicKey::kSize> bytes{};
    std::size_t size = bytes.size();
    if (!theirs ||
        ::EVP_PKEY_get_raw_public_key(theirs.get(), crypto::as_uchar(bytes.data()), &size) != 1)
        return "OpenSSL does not take the key as it is written";
    if (size != bytes.size() || bytes != key.bytes())
        return "OpenSSL derives another public key from it";
    return std::nullopt;
}

Broken check_private(std::string_view input) {
    const auto file = read(input);
    if (!file) return check_error_of_key(file.error());
    const PublicKey& key = file->key.public_key();
    if (auto broken = check_public_key(key)) return broken;
    const auto der = crypto::private_key_der(file->key);
    if (!der) return "a key that was read cannot be written";
    if (auto broken = check_by_openssl(der->bytes(), key)) return broken;
    const auto pem = crypto::to_pem("PRIVATE KEY", der->bytes());
    if (!pem) return "a key that was read cannot be written";
    const auto again = read(base::as_text(pem->bytes()));
    if (!again || again->key.public_key() != key ||
        !std::ranges::equal(crypto::KeyAccess::seed(again->key),
                            crypto::KeyAccess::seed(file->key)))
        return "a key is written as another";
    return std::nullopt;
}

Broken check_line(std::string_view input) {
    const auto named = PublicKey::parse_openssh_line(input);
    if (!named) return check_error_of_key(named.error());
    if (auto broken = check_public_key(named->key)) return broken;
    const auto again = PublicKey::parse_openssh_line(named->key.openssh_line(named->comment));
    if (!again || again->key != named->key || again->comment != named->comment)
        return "the line of a public key is written as another";
    return std::nullopt;
}

/// The public half, and a comment, of a key in OpenSSH's own form.
Broken check_openssh(const crypto::OpensshKey& own) {
    const auto again = crypto::KeyAccess::from_seed(crypto::KeyAccess::seed(own.key));
    if (!again || again->public_key() != own.key.public_key())
        return "a key in OpenSSH's form has the public half of another";
    return check_public_key(own.key.public_key());
}

/// All that is said of a file, weak or not.
Broken check_remarks(std::string_view input) {
    MemoryFiles files;
    files.add("a.key", std::string(input));
    files.add("a.pub", std::string(input));
    const auto report = check_key_file(files, "a.key", nullptr);
    if (!report) return check_error_of_key(report.error());
    for (const KeyRemark& remark : report->remarks)
        if (remark.id.empty() || remark.sentence.empty()) return "a remark says nothing";
    return std::nullopt;
}

/// Bytes without their armour, which a fuzzer would have to make anew for each change.
Broken check_der(std::string_view input) {
    const auto bytes = base::as_bytes(input);
    if (const auto key = crypto::parse_private_key_der(bytes); !key) {
        if (auto broken = check_error_of_key(key.error())) return broken;
    } else if (auto broken = check_public_key(key->public_key())) {
        return broken;
    }
    if (const auto key = crypto::parse_openssh_key(bytes); !key) {
        if (auto broken = check_error_of_key(key.error())) return broken;
    } else if (auto broken = check_openssh(*key)) {
        return broken;
    }
    if (const auto key = crypto::EncryptedKey::parse(bytes); !key)
        if (auto broken = check_error_of_key(key.error())) return broken;
    if (const auto key = crypto::parse_ssh_key_blob(bytes); !key) {
        return check_error_of_key(key.error());
    } else if (crypto::ssh_key_blob(*key) != base::Bytes(bytes.begin(), bytes.end())) {
        return "a key in the form of SSH has two forms";
    } else {
        return check_public_key(*key);
    }
}

/// One input is tried as all that a key can be.
Broken check(std::string_view input) {
    if (auto broken = check_private(input)) return broken;
    if (auto broken = check_line(input)) return broken;
    if (auto broken = check_remarks(input)) return broken;
    return check_der(input);
}

}  // namespace

extern const Target key_file;
const Target key_file{.name = "key_file", .check = check};

}  // namespace solander::fuzz
