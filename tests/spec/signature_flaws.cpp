// SPDX-License-Identifier: Apache-2.0
// What can be wrong with the signature files of a manifest.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/base64.h"
#include "base/hex.h"
#include "crypto/digest_stream.h"
#include "crypto/ssh_wire.h"
#include "crypto/sshsig.h"
#include "custody/seal_event.h"
#include "flaw.h"

namespace solander::test {

namespace {

std::string& signature(Forgery& forgery) {
    return forgery.entry(Forgery::signature_of("manifest.xml", "archivist")).data;
}

std::string signed_by(const std::string& key, std::string_view name_space, std::string_view text) {
    return crypto::sign(fixture_key(key), name_space, crypto::sha512(base::as_bytes(text)));
}

/// The fields of a signature file, to be spelled in ways that sign() does not.
struct Spelling {
    std::uint32_t version = 1;
    base::Bytes key;
    std::string name_space = std::string(custody::kManifestNamespace);
    std::string reserved = {};
    std::string hash = "sha512";
    std::string type = "ssh-ed25519";
    base::Bytes signature;

    std::string file() const {
        const auto blob = crypto::SshWriter()
                              .raw("SSHSIG")
                              .uint32(version)
                              .string(key)
                              .string(name_space)
                              .string(reserved)
                              .string(hash)
                              .string(crypto::SshWriter().string(type).string(signature).take())
                              .take();
        const std::string digits = base::to_base64(blob);
        std::string text = "-----BEGIN SSH SIGNATURE-----\n";
        for (std::size_t at = 0; at < digits.size(); at += 70) text += digits.substr(at, 70) + "\n";
        return text + "-----END SSH SIGNATURE-----\n";
    }
};

base::Bytes key_blob(std::string_view type, base::BytesView key) {
    return crypto::SshWriter().string(type).string(key).take();
}

Spelling spelling_of(Forgery& forgery) {
    const auto parsed = *crypto::parse_signature(signature(forgery), custody::kManifestNamespace);
    Spelling spelling;
    spelling.key = crypto::ssh_key_blob(parsed.key);
    spelling.signature.assign(parsed.signature.begin(), parsed.signature.end());
    return spelling;
}

/// S + L: another spelling of the same signature, which lax verifiers accept.
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

/// The fingerprint and label of a key that no honest program makes.
struct Identity {
    explicit Identity(base::BytesView blob) {
        const auto digest = crypto::sha256(blob);
        fingerprint = base::to_base64(digest.bytes());
        fingerprint = "SHA256:" + fingerprint.substr(0, fingerprint.find('='));
        label = digest.hex().substr(0, 16);
    }
    std::string fingerprint;
    std::string label;
};

/// The neutral element: lax verifiers find one signature by it good for every message.
Spelling universal_signature() {
    base::Bytes key(32);
    key[0] = std::byte{1};
    Spelling spelling;
    spelling.key = key_blob("ssh-ed25519", key);
    spelling.signature.resize(64);
    spelling.signature[0] = std::byte{1};
    return spelling;
}

/// Declares a second signer, with a signature file of any kind, and seals that.
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

}  // namespace

const std::vector<Flaw>& signature_flaws() {
    static const std::vector<Flaw> flaws{
        {"ByteOfTheManifest",
         [](Forgery& f) { replace(f.manifest(), "level=\"item\"", "level=\"file\""); },
         "manifest.id tag.differs signature.bad custody.manifest", "PFFFP"},
        {"ByteOfASignature",
         [](Forgery& f) {
             auto spelling = spelling_of(f);
             spelling.signature[3] ^= std::byte{1};
             signature(f) = spelling.file();
         },
         "signature.bad custody.seal-signatures", "PPFFP"},
        {"OfAnotherManifest",
         [](Forgery& f) { signature(f) = signed_by("archivist", "manifest@solander", "<other/>"); },
         "signature.bad custody.seal-signatures", "PPFFP"},
        {"ByAnotherTrustedKey",
         [](Forgery& f) {
             signature(f) = signed_by("registrar", "manifest@solander", f.manifest());
         },
         "signature.type custody.seal-signatures", "PPFFP"},
        {"MadeForSomethingElse",
         [](Forgery& f) {
             signature(f) = signed_by("archivist", "manifest@otherapp", f.manifest());
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"OfAnEvent",
         [](Forgery& f) {
             signature(f) = f.custody.at(Forgery::signature_of("0001-seal.xml", "archivist"));
         },
         "container.header signature.malformed custody.seal-signatures", "FPFFP"},
        {"Emptied", [](Forgery& f) { signature(f).clear(); },
         "container.header container.padding container.size payload.digest "
         "signature.malformed custody.seal-signatures",
         "FFFFI"},
        {"WithALineMoreBehindItsEnd", [](Forgery& f) { signature(f) += "x\n"; },
         "container.header container.padding signature.malformed custody.seal-signatures", "FPFFP"},
        {"WithWindowsLineEnds",
         [](Forgery& f) {
             std::string text;
             for (const char c : signature(f)) text += c == '\n' ? "\r\n" : std::string(1, c);
             signature(f) = text;
         },
         "container.header container.padding signature.line-endings custody.seal-signatures",
         "FPFFP"},
        {"InOtherLines",
         [](Forgery& f) {
             std::string& text = signature(f);
             const auto second = text.find('\n', 35);
             std::swap(text[second], text[second + 1]);
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"OfVersionZero",
         [](Forgery& f) {
             auto spelling = spelling_of(f);
             spelling.version = 0;
             signature(f) = spelling.file();
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"OverAnotherDigest",
         [](Forgery& f) {
             auto spelling = spelling_of(f);
             spelling.hash = "sha256";
             signature(f) = spelling.file();
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"SpelledAnotherWay",
         [](Forgery& f) {
             auto spelling = spelling_of(f);
             spelling.signature = malleated(spelling.signature);
             signature(f) = spelling.file();
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"OfTypeRsaUndeclared",
         [](Forgery& f) {
             auto spelling = spelling_of(f);
             spelling.key = key_blob("ssh-rsa-sha2", base::BytesView(spelling.key).last(32));
             signature(f) = spelling.file();
         },
         "signature.type custody.seal-signatures", "PPFFP"},
        {"ByAWeakKey",
         [](Forgery& f) {
             const auto universal = universal_signature();
             declare(f, "ssh-ed25519", universal.key, universal.file());
         },
         "key.weak", "PPFPP"},
        {"OfADeclaredTypeThatIsNotKnown",
         [](Forgery& f) {
             Spelling later;
             later.type = "ssh-ml-dsa-65";
             later.key = key_blob(later.type, base::Bytes(1952));
             later.signature = base::Bytes(3309);
             declare(f, later.type, later.key, later.file());
         },
         "signature.unsupported", "PPIPP"},
        {"OfAnotherTypeThanDeclared",
         [](Forgery& f) {
             Spelling later;
             later.type = "ssh-ml-dsa-65";
             later.key = key_blob(later.type, base::Bytes(1952));
             later.signature = base::Bytes(3309);
             declare(f, "ssh-slh-dsa", later.key, later.file());
         },
         "signature.type", "PPFPP"},
        {"MissingAlthoughDeclared",
         [](Forgery& f) {
             Spelling second;
             second.key = crypto::ssh_key_blob(fixture_key("registrar").public_key());
             second.signature = base::Bytes(64);
             declare(f, "ssh-ed25519", second.key, second.file());
             f.entries.erase(f.entries.begin() + 3);
         },
         "container.header container.padding container.size entry.missing payload.digest "
         "signature.missing custody.seal-signatures",
         "FFFFI"},
        {"ThereAlthoughNotDeclared",
         [](Forgery& f) {
             f.entries.insert(f.entries.begin() + 3,
                              {"letters/" + Forgery::signature_of("manifest.xml", "registrar"),
                               signed_by("registrar", "manifest@solander", f.manifest())});
         },
         "container.header container.padding container.size entry.unlisted payload.digest "
         "signature.undeclared custody.seal-signatures",
         "FFFFI"},
    };
    return flaws;
}

}  // namespace solander::test
