// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include <solander/key.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "crypto/encrypted_key.h"
#include "crypto/key_der.h"
#include "crypto/openssh_key.h"
#include "crypto/pem.h"
#include "crypto/read_secret.h"
#include "crypto/ssh_wire.h"

namespace solander {

namespace {

using namespace std::string_view_literals;

struct OtherPem {
    std::string_view label;
    std::string_view sentence;
};

constexpr std::string_view kPlain = "PRIVATE KEY";
constexpr std::string_view kEncrypted = "ENCRYPTED PRIVATE KEY";

constexpr std::array kOtherPems = {
    OtherPem{"RSA PRIVATE KEY", "an RSA key; only Ed25519 keys are known here"},
    OtherPem{"DSA PRIVATE KEY", "a DSA key; only Ed25519 keys are known here"},
    OtherPem{"EC PRIVATE KEY", "a key for ECDSA; only Ed25519 keys are known here"},
    OtherPem{"PUBLIC KEY", "a public key, where the private key is wanted"},
};

Error not_a_key_file() {
    return {ErrorCode::format,
            "not a key file, which begins with -----BEGIN PRIVATE KEY-----, "
            "-----BEGIN ENCRYPTED PRIVATE KEY----- or -----BEGIN OPENSSH PRIVATE KEY-----"};
}

Error other_content(std::string_view text, const std::optional<crypto::PemBlock>& block) {
    if (block) {
        const auto* const other = std::ranges::find(kOtherPems, block->label, &OtherPem::label);
        if (other != kOtherPems.end())
            return {ErrorCode::unsupported, std::string(other->sentence)};
    }
    if (text.empty()) return {ErrorCode::format, "is empty"};
    if (!block && crypto::is_cut_off(text))
        return {ErrorCode::format, std::string(crypto::kIsCutOff)};
    if (text.starts_with(crypto::kSshEd25519))
        return {ErrorCode::unsupported, "a public key, where the private key is wanted"};
    return not_a_key_file();
}

Result<SecretBytes> decrypt(base::BytesView der, const AskPassphrase& ask_passphrase) {
    SOLANDER_TRY_ASSIGN(const auto encrypted, crypto::EncryptedKey::parse(der));
    if (!ask_passphrase)
        return Error(ErrorCode::open, "is encrypted, and there is nobody to ask for a passphrase");
    SOLANDER_TRY_ASSIGN(const SecretBytes passphrase, ask_passphrase());
    if (passphrase.size() == 0) return Error(ErrorCode::usage, "the passphrase is empty");
    return encrypted.decrypt(passphrase);
}

Result<KeyFile> parse_key(std::string_view text, const AskPassphrase& ask_passphrase) {
    const auto block = crypto::find_pem(text);
    if (!block || (block->label != kPlain && block->label != kEncrypted &&
                   block->label != crypto::kOpensshPem))
        return other_content(text, block);
    SOLANDER_TRY_ASSIGN(SecretBytes der, crypto::decode_pem(*block));
    if (block->label == crypto::kOpensshPem) {
        SOLANDER_TRY_ASSIGN(crypto::OpensshKey own, crypto::parse_openssh_key(der.bytes()));
        return KeyFile{std::move(own.key), std::move(own.comment)};
    }
    if (block->label == kEncrypted) {
        SOLANDER_TRY_ASSIGN(der, decrypt(der.bytes(), ask_passphrase));
    }
    SOLANDER_TRY_ASSIGN(SigningKey key, crypto::parse_private_key_der(der.bytes()));
    return KeyFile{std::move(key)};
}

std::vector<std::string> warnings_about(const FileInfo& info, std::string_view name) {
    static constexpr std::uint32_t kOthers = 077;
    if (info.kind != FileKind::regular || (info.permissions & kOthers) == 0) return {};
    return {
        fmt::format("{}: others may read or change this private key (mode {:04o}); say `chmod "
                    "600` to keep it yours",
                    name, info.permissions)};
}

Result<KeyFile> read_open_file(InputFile& file, std::string_view name,
                               const AskPassphrase& ask_passphrase) {
    SOLANDER_TRY_ASSIGN(const FileInfo info, file.info());
    SOLANDER_TRY_ASSIGN(const SecretBytes text,
                        crypto::read_secret(file, base::Limits{}.key_file_bytes));
    SOLANDER_TRY_ASSIGN(KeyFile key, parse_key(base::as_text(text.bytes()), ask_passphrase));
    key.warnings = warnings_about(info, name);
    return key;
}

}  // namespace

Result<KeyFile> read_key_file(const FileSystem& files, const std::filesystem::path& path,
                              const AskPassphrase& ask_passphrase) {
    const std::string name = base::printable(path.string());
    SOLANDER_TRY_ASSIGN(const auto file, files.open(path));
    auto key = read_open_file(*file, name, ask_passphrase);
    if (!key) return key.error().in(name);
    return key;
}

}  // namespace solander
