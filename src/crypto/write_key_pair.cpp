// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <sodium.h>

#include <solander/key.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/hex.h"
#include "base/try.h"
#include "crypto/encrypted_key.h"
#include "crypto/key_der.h"
#include "crypto/pem.h"

namespace solander {

namespace {

constexpr std::uint32_t kOwnerOnly = 0600;
constexpr std::uint32_t kAllMayRead = 0644;

/// A name in a directory that is nobody's yet. What is still there at the end is removed.
class TemporaryName {
public:
    TemporaryName(Directory& directory, std::string_view of) : directory_(directory) {
        std::array<std::byte, 8> random{};
        ::randombytes_buf(random.data(), random.size());
        name_ = fmt::format(".{}.{}.tmp", of, base::to_hex(random));
    }
    ~TemporaryName() {
        if (used_) static_cast<void>(directory_.remove(name_));
    }
    TemporaryName(const TemporaryName&) = delete;
    TemporaryName& operator=(const TemporaryName&) = delete;
    TemporaryName(TemporaryName&&) = delete;
    TemporaryName& operator=(TemporaryName&&) = delete;

    Result<void> write(base::BytesView bytes, std::uint32_t permissions) {
        SOLANDER_TRY_ASSIGN(const auto file, directory_.create(name_, permissions));
        used_ = true;
        SOLANDER_TRY(file->write_at(0, bytes));
        return file->sync();
    }
    /// Gives the file its final name.
    Result<void> become(std::string_view name, Existing existing) {
        SOLANDER_TRY(directory_.rename(name_, name, existing));
        used_ = false;
        return {};
    }
    /// Keeps the file `name` here, to be given back or removed.
    Result<void> set_aside(std::string_view name) {
        SOLANDER_TRY(directory_.rename(name, name_, Existing::refuse));
        used_ = true;
        return {};
    }
    bool used() const { return used_; }

private:
    Directory& directory_;
    std::string name_;
    bool used_ = false;
};

Result<SecretBytes> private_pem(const SigningKey& key, const SecretBytes* passphrase) {
    SOLANDER_TRY_ASSIGN(const SecretBytes der, crypto::private_key_der(key));
    if (passphrase == nullptr) return crypto::to_pem("PRIVATE KEY", der.bytes());
    SOLANDER_TRY_ASSIGN(const auto encrypted, crypto::encrypt_key(der, *passphrase));
    return crypto::to_pem("ENCRYPTED PRIVATE KEY", encrypted);
}

Result<bool> is_there(const Directory& directory, std::string_view name) {
    SOLANDER_TRY_ASSIGN(const auto found, directory.find(name));
    return found.has_value();
}

/// Puts both files in place. The public one goes first, since it can be taken back without loss;
/// the private one is replaced in one step.
Result<void> install(Directory& directory, TemporaryName& private_file,
                     const std::string& private_name, TemporaryName& public_file,
                     const std::string& public_name, Existing existing) {
    TemporaryName previous(directory, public_name);
    SOLANDER_TRY_ASSIGN(const bool has_previous, is_there(directory, public_name));
    if (existing == Existing::replace && has_previous)
        SOLANDER_TRY(previous.set_aside(public_name));
    auto done = public_file.become(public_name, Existing::refuse);
    if (done) {
        done = private_file.become(private_name, existing);
        if (!done) static_cast<void>(directory.remove(public_name));
    }
    if (!done && previous.used()) static_cast<void>(previous.become(public_name, Existing::refuse));
    return done;
}

Result<void> check_request(std::string_view name, std::string_view comment,
                           const SecretBytes* passphrase) {
    if (name.empty() || name == "." || name == "..")
        return Error(ErrorCode::usage, "a key needs a name");
    if (passphrase != nullptr && passphrase->size() == 0)
        return Error(ErrorCode::usage, "the passphrase is empty");
    const bool is_control = std::ranges::any_of(comment, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
    if (is_control)
        return Error(ErrorCode::usage, "the comment of a key cannot hold a control character");
    return {};
}

}  // namespace

Result<void> write_key_pair(FileSystem& files, const std::filesystem::path& stem,
                            const SigningKey& key, std::string_view comment,
                            const SecretBytes* passphrase, Existing existing) {
    const std::string name = stem.filename().string();
    SOLANDER_TRY(check_request(name, comment, passphrase));
    const std::string private_name = name + ".key";
    const std::string public_name = name + ".pub";
    SOLANDER_TRY_ASSIGN(const auto directory,
                        files.open_directory(stem.has_parent_path() ? stem.parent_path() : "."));
    if (existing == Existing::refuse) {
        for (const auto& each : {private_name, public_name}) {
            SOLANDER_TRY_ASSIGN(const bool taken, is_there(*directory, each));
            if (taken)
                return Error(ErrorCode::create,
                             base::printable((stem.parent_path() / each).string()) +
                                 ": exists already, and a key is not replaced");
        }
    }
    SOLANDER_TRY_ASSIGN(const SecretBytes pem, private_pem(key, passphrase));
    TemporaryName private_file(*directory, private_name);
    TemporaryName public_file(*directory, public_name);
    SOLANDER_TRY(private_file.write(pem.bytes(), kOwnerOnly));
    SOLANDER_TRY(public_file.write(base::as_bytes(key.public_key().openssh_line(comment) + "\n"),
                                   kAllMayRead));
    SOLANDER_TRY(
        install(*directory, private_file, private_name, public_file, public_name, existing));
    return directory->sync();
}

}  // namespace solander
