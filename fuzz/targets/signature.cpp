// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/base64.h"
#include "base/bytes.h"
#include "base/escape.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "properties/sample_package.h"
#include "properties/target.h"
#include "properties/words.h"
#include "trust/namespaces.h"

namespace solander::fuzz {

namespace {

/// As SSH puts it on a wire: four bytes of length, then the bytes.
std::string wire(std::string_view bytes) {
    std::string text;
    for (const int shift : {24, 16, 8, 0}) text += static_cast<char>(bytes.size() >> shift & 0xFF);
    return text.append(bytes);
}

/// The one file that a signature can stand in, written from its description and by no code of the
/// library: PROTOCOL.sshsig of OpenSSH.
std::string file_of(const crypto::SshSignature& signature, std::string_view name_space) {
    const std::string key =
        wire("ssh-ed25519") + wire(base::as_text(base::BytesView(signature.key.bytes())));
    const std::string value =
        wire("ssh-ed25519") + wire(base::as_text(base::BytesView(signature.signature)));
    std::string blob("SSHSIG\0\0\0\1", 10);
    blob += wire(key) + wire(name_space) + wire("") + wire("sha512") + wire(value);
    const std::string digits = base::to_base64(base::as_bytes(blob));
    std::string file = "-----BEGIN SSH SIGNATURE-----\n";
    for (std::size_t at = 0; at < digits.size(); at += 70) file += digits.substr(at, 70) + '\n';
    return file + "-----END SSH SIGNATURE-----\n";
}

Broken check_problem(const crypto::SignatureProblem& problem) {
    const bool names_type = problem.flaw == crypto::SignatureFlaw::unsupported_type;
    if (!names_type && !problem.key_type.empty())
        return "a type of key is named where none is in question";
    return check_words("a problem", problem.sentence);
}

/// Nobody has the key, so nothing but the one good signature is good, and that for one text.
Broken check_forgery(std::string_view input, std::string_view name_space,
                     const crypto::SshSignature& signature) {
    const SamplePackage& sample = sample_package();
    const auto is_good = [&](std::string_view message) {
        return crypto::verify(signature, name_space, crypto::sha512(base::as_bytes(message)));
    };
    if (is_good(sample.manifest_text) && input != sample.manifest_signature)
        return "a signature that nobody made is good";
    if (is_good("another text")) return "a signature is good for a text that nobody signed";
    return std::nullopt;
}

Broken check(std::string_view input) {
    for (const auto name_space : {trust::kManifestNamespace, trust::kCustodyNamespace}) {
        const auto signature = crypto::parse_signature(input, name_space);
        if (!signature) {
            if (auto broken = check_problem(signature.error())) return broken;
            continue;
        }
        if (file_of(*signature, name_space) != input)
            return "a signature is read from a file that is not its one form";
        if (input.size() != crypto::signature_file_size(name_space))
            return "a signature has another size than every one has";
        if (auto broken = check_forgery(input, name_space, *signature)) return broken;
    }
    return std::nullopt;
}

}  // namespace

extern const Target signature;
const Target signature{.name = "signature", .check = check};

}  // namespace solander::fuzz
