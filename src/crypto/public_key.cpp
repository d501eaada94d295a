// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <sodium.h>

#include <solander/key.h>

#include "base/base64.h"
#include "base/escape.h"
#include "base/hex.h"
#include "base/try.h"
#include "crypto/as_uchar.h"
#include "crypto/digest_stream.h"
#include "crypto/key_der.h"
#include "crypto/sodium.h"
#include "crypto/ssh_wire.h"

namespace solander {

namespace {

/// Cuts the next word off the front of `rest`, and the blanks behind it.
std::string_view take_word(std::string_view& rest) {
    static constexpr std::string_view kBlanks = " \t";
    const auto word = rest.substr(0, rest.find_first_of(kBlanks));
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(kBlanks, word.size())));
    return word;
}

std::string_view without_line_end(std::string_view line) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

using KeyBytes = std::array<std::byte, PublicKey::kSize>;

/// Refuses all spellings but the canonical one, and all points outside the prime-order group. That
/// costs as much as checking a signature, and most signatures are by few keys: so each thread
/// remembers the last that were good. Whether a key is good depends on its bytes alone.
bool is_good_point(const KeyBytes& bytes) {
    thread_local std::array<std::optional<KeyBytes>, 16> good;
    thread_local std::size_t oldest = 0;
    if (std::find(good.begin(), good.end(), bytes) != good.end()) return true;
    if (::crypto_core_ed25519_is_valid_point(crypto::as_uchar(bytes.data())) != 1) return false;
    good.at(oldest) = bytes;
    oldest = (oldest + 1) % good.size();
    return true;
}

}  // namespace

Result<PublicKey> PublicKey::from_bytes(std::span<const std::byte, kSize> bytes) {
    SOLANDER_TRY(crypto::Sodium::start());
    KeyBytes copy{};
    std::copy(bytes.begin(), bytes.end(), copy.begin());
    if (!is_good_point(copy))
        return Error(ErrorCode::format,
                     "a weak Ed25519 key: its point is not a canonical one of prime order, so that "
                     "a signature by it would prove nothing");
    return PublicKey(copy);
}

Result<NamedKey> PublicKey::parse_openssh_line(std::string_view line) {
    const std::string_view text = without_line_end(line);
    std::string_view rest = text.substr(0, text.find_first_of("\r\n"));
    const bool line_end_within = rest.size() < text.size();
    const auto type = take_word(rest);
    const auto blob = base::from_base64(take_word(rest));
    if (type == crypto::kSshEd25519 && !line_end_within && !blob)
        return Error(ErrorCode::format,
                     "the key is cut short or damaged: ask its owner for the .pub file once more");
    if (blob && !blob->empty() && line_end_within)
        return Error(ErrorCode::format,
                     fmt::format("not a public key line but several, and a .pub file has one: {} "
                                 "BASE64 comment",
                                 crypto::kSshEd25519));
    if (!blob || blob->empty() || line_end_within)
        return Error(ErrorCode::format,
                     fmt::format("not a public key line, which reads: {} BASE64 comment",
                                 crypto::kSshEd25519));
    SOLANDER_TRY_ASSIGN(const PublicKey key, crypto::parse_ssh_key_blob(*blob));
    if (type != crypto::kSshEd25519)
        return Error(ErrorCode::format, fmt::format("the line says {} before a key of type {}",
                                                    base::printable(type), crypto::kSshEd25519));
    return NamedKey{key, std::string(rest)};
}

std::string PublicKey::fingerprint() const {
    std::string text = base::to_base64(crypto::sha256(crypto::ssh_key_blob(*this)).bytes());
    text.erase(text.find('='));
    return "SHA256:" + text;
}

std::string PublicKey::label() const {
    static constexpr std::size_t kLabelBytes = 8;
    const Sha256 digest = crypto::sha256(crypto::ssh_key_blob(*this));
    return base::to_hex(base::BytesView(digest.bytes()).first(kLabelBytes));
}

std::string PublicKey::openssh_line(std::string_view comment) const {
    std::string line =
        fmt::format("{} {}", crypto::kSshEd25519, base::to_base64(crypto::ssh_key_blob(*this)));
    if (!comment.empty()) line.append(" ").append(comment);
    return line;
}

std::string PublicKey::openssl_pem() const {
    // Its 44 bytes always fit in one line of PEM.
    return fmt::format("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n",
                       base::to_base64(crypto::public_key_der(*this)));
}

}  // namespace solander
