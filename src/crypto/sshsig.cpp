// SPDX-License-Identifier: Apache-2.0
#include "crypto/sshsig.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/base64.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "crypto/ssh_wire.h"

namespace solander::crypto {

namespace {

constexpr std::string_view kBeginLine = "-----BEGIN SSH SIGNATURE-----\n";
constexpr std::string_view kEndLine = "-----END SSH SIGNATURE-----\n";
constexpr std::size_t kSignatureColumns = 70;
constexpr std::string_view kMagic = "SSHSIG";
constexpr std::uint32_t kVersion = 1;
constexpr std::string_view kReserved;
constexpr std::string_view kHash = "sha512";

std::string armour(base::BytesView blob) {
    const std::string digits = base::to_base64(blob);
    std::string file(kBeginLine);
    for (std::size_t at = 0; at < digits.size(); at += kSignatureColumns)
        file.append(digits, at, kSignatureColumns).push_back('\n');
    return file.append(kEndLine);
}

base::Bytes blob_of(base::BytesView key_blob, std::string_view name_space,
                    const Ed25519Signature& signature) {
    return SshWriter()
        .raw(kMagic)
        .uint32(kVersion)
        .string(key_blob)
        .string(name_space)
        .string(kReserved)
        .string(kHash)
        .string(SshWriter().string(kSshEd25519).string(signature).take())
        .take();
}

base::Bytes signed_bytes(std::string_view name_space, const Sha512& message) {
    return SshWriter()
        .raw(kMagic)
        .string(name_space)
        .string(kReserved)
        .string(kHash)
        .string(message.bytes())
        .take();
}

template <class T>
using Parsed = tl::expected<T, SignatureProblem>;

tl::unexpected<SignatureProblem> refuse(SignatureFlaw flaw, std::string sentence,
                                        std::string key_type = {}) {
    return tl::unexpected(SignatureProblem{flaw, std::move(sentence), std::move(key_type)});
}

tl::unexpected<SignatureProblem> malformed(std::string sentence) {
    return refuse(SignatureFlaw::malformed, std::move(sentence));
}

Parsed<base::Bytes> unarmour(std::string_view file) {
    const auto limit = base::Limits{}.signature_bytes;
    if (file.size() > limit)
        return malformed(fmt::format("a signature file has at most {} bytes", limit));
    if (file.find("\r\n") != std::string_view::npos)
        return refuse(SignatureFlaw::line_endings,
                      "line endings were converted (CR LF): fetch the file again in binary form");
    if (!file.starts_with(kBeginLine)) return malformed("does not begin as an SSH signature file");
    const auto end = file.find(kEndLine, kBeginLine.size());
    if (end == std::string_view::npos)
        return malformed("has no complete END line: part of the file is missing");
    if (end + kEndLine.size() != file.size())
        return malformed("there is something after its END line");
    std::string digits(file.substr(kBeginLine.size(), end - kBeginLine.size()));
    std::erase(digits, '\n');
    auto blob = base::from_base64(digits);
    // Writing it again settles the line lengths and whatever else base64 leaves open.
    if (!blob || armour(*blob) != file)
        return malformed("its base64 is damaged, or not in lines of 70");
    return *std::move(blob);
}

/// The fields of a blob, as they stand.
struct Fields {
    base::BytesView key;
    std::string_view name_space;
    std::string_view reserved;
    std::string_view hash;
    base::BytesView signature;
};

Parsed<Fields> split(base::BytesView blob) {
    SshReader reader(blob);
    const auto magic = reader.raw(kMagic.size());
    if (!magic || base::as_text(*magic) != kMagic) return malformed("holds no SSH signature");
    if (reader.uint32() != kVersion) return malformed("is not version 1 of an SSH signature");
    const auto key = reader.string();
    const auto name_space = reader.string();
    const auto reserved = reader.string();
    const auto hash = reader.string();
    const auto signature = reader.string();
    if (!key || !name_space || !reserved || !hash || !signature)
        return malformed("ends too early: part of the signature is missing");
    if (!reader.at_end()) return malformed("has bytes after its signature");
    return Fields{*key, base::as_text(*name_space), base::as_text(*reserved), base::as_text(*hash),
                  *signature};
}

Parsed<void> check(const Fields& fields, std::string_view name_space) {
    if (fields.name_space != name_space)
        return refuse(SignatureFlaw::wrong_namespace,
                      fmt::format("was made for \"{}\", not for \"{}\"",
                                  base::printable(fields.name_space), name_space));
    const auto type = SshReader(fields.key).string();
    if (!type) return malformed("names no type of key");
    if (const auto name = base::as_text(*type); name != kSshEd25519)
        return refuse(SignatureFlaw::unsupported_type,
                      fmt::format("is by a key of type {}; only {} is known here",
                                  base::printable(name), kSshEd25519),
                      std::string(name));
    if (fields.reserved != kReserved) return malformed("its reserved field is not empty");
    if (fields.hash != kHash)
        return malformed(fmt::format("is over another digest than {}", kHash));
    return {};
}

Parsed<PublicKey> key_in(base::BytesView blob) {
    SshReader reader(blob);
    reader.string();
    const auto bytes = reader.string();
    if (!bytes || bytes->size() != PublicKey::kSize || !reader.at_end())
        return malformed("its key has not the right length");
    auto key = PublicKey::from_bytes(bytes->first<PublicKey::kSize>());
    if (!key) return refuse(SignatureFlaw::weak_key, "is by " + key.error().message());
    return *key;
}

Parsed<Ed25519Signature> signature_in(base::BytesView blob) {
    SshReader reader(blob);
    const auto type = reader.string();
    if (!type || base::as_text(*type) != kSshEd25519)
        return malformed("its signature is not of the type of its key");
    const auto bytes = reader.string();
    Ed25519Signature signature{};
    if (!bytes || bytes->size() != signature.size() || !reader.at_end())
        return malformed("its signature has not the right length");
    std::copy(bytes->begin(), bytes->end(), signature.begin());
    if (!has_canonical_scalar(signature))
        return malformed("its signature is an altered form of another (S is not below the order)");
    return signature;
}

}  // namespace

Result<std::string> sign(const Signer& signer, std::string_view name_space, const Sha512& message) {
    const PublicKey& key = signer.public_key();
    const base::Bytes bytes = signed_bytes(name_space, message);
    SOLANDER_TRY_ASSIGN(const SignatureBytes signature, signer.sign(bytes));
    // Whoever holds the key may have erred: a signature that nobody accepts must not be kept.
    if (!has_canonical_scalar(signature) || !verify_ed25519(key, bytes, signature))
        return Error(ErrorCode::io,
                     fmt::format("what was given as a signature by {} is none", key.fingerprint()));
    return armour(blob_of(ssh_key_blob(key), name_space, signature));
}

ParsedSignature parse_signature(std::string_view file, std::string_view name_space) {
    const auto blob = unarmour(file);
    if (!blob) return tl::unexpected(blob.error());
    const auto fields = split(*blob);
    if (!fields) return tl::unexpected(fields.error());
    if (const auto good = check(*fields, name_space); !good) return tl::unexpected(good.error());
    const auto key = key_in(fields->key);
    if (!key) return tl::unexpected(key.error());
    const auto signature = signature_in(fields->signature);
    if (!signature) return tl::unexpected(signature.error());
    return SshSignature{*key, *signature};
}

bool verify(const SshSignature& signature, std::string_view name_space, const Sha512& message) {
    return verify_ed25519(signature.key, signed_bytes(name_space, message), signature.signature);
}

std::size_t signature_file_size(std::string_view name_space) {
    // Nothing but the namespace varies in length, so a file of zeros is as long as any other.
    static constexpr std::size_t kKeyBlobSize = 4 + kSshEd25519.size() + 4 + PublicKey::kSize;
    return armour(blob_of(base::Bytes(kKeyBlobSize), name_space, {})).size();
}

}  // namespace solander::crypto
