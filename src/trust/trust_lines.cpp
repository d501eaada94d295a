// SPDX-License-Identifier: Apache-2.0
#include "trust/trust_lines.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/base64.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "crypto/ssh_wire.h"
#include "trust/namespaces.h"
#include "trust/signer_time.h"

namespace solander {

namespace {

Result<TrustAddition> addition_from_key_file(std::string_view line) {
    SOLANDER_TRY_ASSIGN(NamedKey named, PublicKey::parse_openssh_line(line));
    return TrustAddition{.principal = std::move(named.comment), .key = named.key};
}

}  // namespace

Result<TrustAddition> parse_trust_line(std::string_view line, const Clock& clock) {
    auto addition = addition_from_key_file(line);
    // A line that begins with a type of keys is that of a .pub file, and what is wrong with it is
    // not that it names nobody.
    if (addition || format::begins_with_key_type(line)) return addition;
    auto file = format::parse_allowed_signers(line);
    if (file.signers.size() != 1)
        return Error(ErrorCode::format,
                     file.problems.empty() ? "lists no key" : file.problems.front().sentence);
    const format::AllowedSigner& signer = file.signers.front();
    if (signer.cert_authority)
        return Error(ErrorCode::unsupported, "a certificate authority, which is not supported");
    SOLANDER_TRY_ASSIGN(const PublicKey key, crypto::parse_ssh_key_blob(signer.key_blob));
    return TrustAddition{.principal = signer.principals,
                         .key = key,
                         .namespaces = signer.namespaces,
                         .valid_after = trust::begin_of(signer, clock),
                         .valid_before = trust::end_of(signer, clock),
                         .comment = signer.comment};
}

namespace trust {

namespace {

constexpr std::array kOurNamespaces{kManifestNamespace, kCustodyNamespace, kAttestNamespace};

/// In small letters, and with what is behind its @ where that is left out.
std::string whole_namespace(std::string_view part) {
    std::string whole(part);
    for (char& c : whole)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (const std::string_view ours : kOurNamespaces)
        if (ours.substr(0, ours.find('@')) == whole) return std::string(ours);
    return whole;
}

}  // namespace

KeyStanding key_standing(const format::AllowedSigner& signer) {
    if (signer.key_type != crypto::kSshEd25519) return KeyStanding::other_type;
    if (crypto::parse_ssh_key_blob(signer.key_blob)) return KeyStanding::usable;
    crypto::SshReader reader(signer.key_blob);
    static_cast<void>(reader.string());  // the type
    const auto key = reader.string();
    const bool is_whole = key && key->size() == PublicKey::kSize && reader.at_end();
    return is_whole ? KeyStanding::weak : KeyStanding::damaged;
}

std::string fingerprint_of(const format::AllowedSigner& signer) {
    std::string text = base::to_base64(crypto::sha256(signer.key_blob).bytes());
    text.erase(text.find('='));
    return "SHA256:" + text;
}

TrustEntry entry_of(const format::AllowedSigner& signer, const Clock& clock) {
    return {.line = signer.line,
            .principals = signer.principals,
            .key_type = signer.key_type,
            .fingerprint = fingerprint_of(signer),
            .cert_authority = signer.cert_authority,
            .namespaces = signer.namespaces,
            .valid_after = begin_of(signer, clock),
            .valid_before = end_of(signer, clock),
            .comment = signer.comment};
}

bool fits_our_namespace(std::string_view patterns) {
    return share_our_namespace(patterns, "*");
}

bool share_our_namespace(std::string_view one, std::string_view other) {
    return std::ranges::any_of(kOurNamespaces, [&](std::string_view name) {
        return format::matches_pattern_list(name, one) && format::matches_pattern_list(name, other);
    });
}

std::string misspelt_namespace(std::string_view patterns) {
    for (std::size_t at = 0; at <= patterns.size();) {
        const auto part = patterns.substr(at, patterns.find(',', at) - at);
        at += part.size() + 1;
        const bool is_ours = std::ranges::find(kOurNamespaces, part) != kOurNamespaces.end();
        if (is_ours || part.find_first_of("*?") != std::string_view::npos) continue;
        if (part.empty()) return "there is nothing between two commas";
        const std::string meant = base::did_you_mean(whole_namespace(part), kOurNamespaces);
        if (!meant.empty() || part.ends_with("@solander"))
            return fmt::format("'{}' is no namespace of a package; {}it can be {}",
                               base::printable(part), meant,
                               "manifest@solander, custody@solander or attest@solander");
    }
    return {};
}

Result<void> check_no_secret(std::string_view text, const std::filesystem::path& file) {
    if (!format::begins_as_secret_key(text)) return {};
    return Error(ErrorCode::format,
                 fmt::format("{}: {}", base::printable(file.string()), format::kIsSecretKey));
}

std::string_view namespaces_of(const TrustEntry& entry) {
    return entry.namespaces ? std::string_view(*entry.namespaces) : "*";
}

}  // namespace trust

}  // namespace solander
