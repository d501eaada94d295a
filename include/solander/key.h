// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>
#include <solander/file_system.h>

namespace solander {

namespace crypto {
class KeyAccess;  // what inside the library may use a secret key; see crypto/key_access.h
}

/// Bytes that must not be seen: a passphrase or a key. They live in guarded, locked memory that is
/// wiped when let go. Has no copy and no output operator, so that a secret stays in one place.
class SecretBytes {
public:
    /// `size` bytes of undefined value. Errors: internal, if there is no such memory.
    static Result<SecretBytes> create(std::size_t size);

    std::span<std::byte> bytes() noexcept { return {data_.get(), size_}; }
    std::span<const std::byte> bytes() const noexcept { return {data_.get(), size_}; }
    std::size_t size() const noexcept { return size_; }

    /// Keeps the first `size` bytes and wipes the others; no more than there are.
    void truncate(std::size_t size) noexcept;
    /// Lets the memory be read only from now on: writing to it ends the program.
    void make_read_only() noexcept;

private:
    struct Free {
        void operator()(std::byte* data) const noexcept;
    };
    SecretBytes(std::byte* data, std::size_t size) : data_(data), size_(size) {}
    std::unique_ptr<std::byte, Free> data_;
    std::size_t size_ = 0;
};

struct NamedKey;

/// An Ed25519 public key: always a canonical point of prime order, so that no key is accepted for
/// which a signature proves nothing.
class PublicKey {
public:
    static constexpr std::size_t kSize = 32;

    /// Errors: format, for a weak key (of low or mixed order, or not the one spelling of a point).
    static Result<PublicKey> from_bytes(std::span<const std::byte, kSize> bytes);

    /// Reads `ssh-ed25519 BASE64 comment`, the line of a `.pub` file; its line end may be there.
    /// Errors: unsupported, naming the type, for another type of key; format.
    static Result<NamedKey> parse_openssh_line(std::string_view line);

    const std::array<std::byte, kSize>& bytes() const noexcept { return bytes_; }
    /// `SHA256:` and 43 characters of base64, as `ssh-keygen -l` prints it.
    std::string fingerprint() const;
    /// The first 16 hexadecimal digits of the same digest, for the names of signature files.
    std::string label() const;
    /// `ssh-ed25519 BASE64 comment`, without a line end; `comment` must not contain one.
    std::string openssh_line(std::string_view comment) const;
    /// A SubjectPublicKeyInfo in PEM, which `openssl pkey -pubin` reads.
    std::string openssl_pem() const;

    friend auto operator<=>(const PublicKey&, const PublicKey&) = default;

private:
    explicit PublicKey(const std::array<std::byte, kSize>& bytes) : bytes_(bytes) {}
    std::array<std::byte, kSize> bytes_;
};

/// A public key and what its owner wrote behind it; the comment is nobody's word.
struct NamedKey {
    PublicKey key;
    std::string comment = {};
};

/// The 64 bytes of an Ed25519 signature.
using SignatureBytes = std::array<std::byte, 64>;

/// Whoever can sign with an Ed25519 key, wherever its secret is. Threads may share one.
class Signer {
public:
    virtual ~Signer() = default;
    virtual const PublicKey& public_key() const noexcept = 0;
    /// May wait for a person. The library checks what it returns against public_key() before it
    /// is used. Errors: open (refused, or nobody there to sign); io; interrupted; internal.
    virtual Result<SignatureBytes> sign(std::span<const std::byte> message) const = 0;
};

/// An Ed25519 key in our own hands. The secret lies in read-only guarded memory and nowhere else;
/// it leaves only into a key file, by write_key_pair().
class SigningKey final : public Signer {
public:
    /// A new key. Errors: internal.
    static Result<SigningKey> generate();

    const PublicKey& public_key() const noexcept override { return public_key_; }
    Result<SignatureBytes> sign(std::span<const std::byte> message) const override;

private:
    friend class crypto::KeyAccess;
    SigningKey(SecretBytes secret, const PublicKey& public_key)
        : secret_(std::move(secret)), public_key_(public_key) {}
    SecretBytes secret_;
    PublicKey public_key_;
};

/// Asks a person for a passphrase, or fails as they wish.
using AskPassphrase = std::function<Result<SecretBytes>()>;

struct KeyFile {
    SigningKey key;
    /// What the file itself says behind the key; only OpenSSH's own form has it.
    std::string comment = {};
    /// Sentences for the person whose key it is: that others may read the file.
    std::vector<std::string> warnings = {};
};

/// Reads an Ed25519 key in PKCS#8 PEM (RFC 5958, RFC 8410), as write_key_pair() or `openssl
/// genpkey` writes it, or in OpenSSH's own form, there unencrypted only. `ask_passphrase` is called
/// once, and only for an encrypted key.
/// Errors, each naming the file: open (not there, wrong passphrase, none to be had); format (not a
/// key file, damaged); unsupported (another algorithm, another kind of key file, another
/// encryption); limit (too large, too costly an encryption); usage (empty passphrase).
Result<KeyFile> read_key_file(const FileSystem& files, const std::filesystem::path& path,
                              const AskPassphrase& ask_passphrase);

/// Writes `stem`.key, PKCS#8 PEM that only its owner may read, encrypted (scrypt, AES-256-CBC) if
/// there is a passphrase, and `stem`.pub, an OpenSSH line. Either both are written or neither.
/// Errors: create (`refuse`, and one of them is there); usage (no name, an empty passphrase, or a
/// comment with control characters); io.
Result<void> write_key_pair(FileSystem& files, const std::filesystem::path& stem,
                            const SigningKey& key, std::string_view comment,
                            const SecretBytes* passphrase, Existing existing);

}  // namespace solander
