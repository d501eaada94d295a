// SPDX-License-Identifier: Apache-2.0
#include "spelling.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "base/base64.h"
#include "crypto/digest_stream.h"
#include "crypto/key_access.h"
#include "crypto/ssh_wire.h"
#include "crypto/sshsig.h"
#include "trust/namespaces.h"

namespace solander::test {

std::string Spelling::blob() const {
    auto inner = crypto::SshWriter().string(type).string(signature).raw(behind_inner).take();
    const auto bytes = crypto::SshWriter()
                           .raw("SSHSIG")
                           .uint32(version)
                           .string(key)
                           .string(name_space)
                           .string(reserved)
                           .string(hash)
                           .string(inner)
                           .raw(behind)
                           .take();
    return std::string(base::as_text(bytes));
}

std::string Spelling::file() const {
    return armoured(blob());
}

std::string armoured(const std::string& blob) {
    const std::string digits = base::to_base64(base::as_bytes(blob));
    std::string text = "-----BEGIN SSH SIGNATURE-----\n";
    for (std::size_t at = 0; at < digits.size(); at += 70) text += digits.substr(at, 70) + "\n";
    return text + "-----END SSH SIGNATURE-----\n";
}

std::string signed_by(const std::string& key, std::string_view name_space, std::string_view text) {
    return crypto::sign(fixture_key(key), name_space, crypto::sha512(base::as_bytes(text))).value();
}

namespace {

base::Bytes digest_of(const std::string& hash, std::string_view text) {
    const auto copy = [](const auto& digest) {
        return base::Bytes(digest.bytes().begin(), digest.bytes().end());
    };
    return hash == "sha256" ? copy(crypto::sha256(base::as_bytes(text)))
                            : copy(crypto::sha512(base::as_bytes(text)));
}

const unsigned char* as_uchar(const std::byte* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}

}  // namespace

Spelling signed_as(const std::string& key, Spelling spelling, std::string_view text) {
    const SigningKey signer = fixture_key(key);
    spelling.key = crypto::ssh_key_blob(signer.public_key());
    const auto statement = crypto::SshWriter()
                               .raw("SSHSIG")
                               .string(spelling.name_space)
                               .string(spelling.reserved)
                               .string(spelling.hash)
                               .string(digest_of(spelling.hash, text))
                               .take();
    spelling.signature.resize(crypto_sign_BYTES);
    ::crypto_sign_detached(reinterpret_cast<unsigned char*>(spelling.signature.data()), nullptr,
                           as_uchar(statement.data()), statement.size(),
                           as_uchar(crypto::KeyAccess::secret(signer).data()));
    return spelling;
}

base::Bytes key_blob(std::string_view type, base::BytesView key) {
    return crypto::SshWriter().string(type).string(key).take();
}

Spelling spelling_of(const std::string& file) {
    const auto parsed = *crypto::parse_signature(file, trust::kManifestNamespace);
    Spelling spelling;
    spelling.key = crypto::ssh_key_blob(parsed.key);
    spelling.signature.assign(parsed.signature.begin(), parsed.signature.end());
    return spelling;
}

base::Bytes malleated(base::Bytes signature) {
    static constexpr std::array<unsigned, 32> kOrder{
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
        0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
        0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < kOrder.size(); ++i) {
        const unsigned sum = std::to_integer<unsigned>(signature[32 + i]) + kOrder.at(i) + carry;
        signature[32 + i] = static_cast<std::byte>(sum & 0xFFU);
        carry = sum >> 8U;
    }
    return signature;
}

Identity::Identity(base::BytesView blob) {
    const auto digest = crypto::sha256(blob);
    fingerprint = base::to_base64(digest.bytes());
    fingerprint = "SHA256:" + fingerprint.substr(0, fingerprint.find('='));
    label = digest.hex().substr(0, 16);
}

Spelling universal_signature() {
    base::Bytes key(32);
    key[0] = std::byte{1};
    Spelling spelling;
    spelling.key = key_blob("ssh-ed25519", key);
    spelling.signature.resize(64);
    spelling.signature[0] = std::byte{1};
    return spelling;
}

void declare(Forgery& forgery, std::string_view type, base::BytesView key, std::string file) {
    const Identity identity(key);
    const std::string name = fmt::format("manifest.xml.{}.sig", identity.label);
    replace(forgery.manifest(), "  </sealing>",
            fmt::format("    <principal name=\"second@example.org\" key=\"{}\" type=\"{}\" "
                        "signature-size=\"{}\"/>\n  </sealing>",
                        identity.fingerprint, type, file.size()));
    replace(forgery.seal(), "  </seal>",
            fmt::format("    <manifest-signature file=\"{}\" sha256=\"{}\"/>\n  </seal>", name,
                        hex_digest(file)));
    forgery.entries.insert(forgery.entries.begin() + 3, {"letters/" + name, std::move(file)});
    forgery.reseal();
}

void replace_signature(Forgery& forgery, const std::string& file) {
    std::string& bytes = forgery.entry(Forgery::signature_of("manifest.xml", "archivist")).data;
    replace(forgery.seal(), hex_digest(bytes), hex_digest(file));
    bytes = file;
    forgery.sign_event("0001-seal.xml");
}

}  // namespace solander::test
