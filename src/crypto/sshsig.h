// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include <solander/digest.h>
#include <solander/key.h>

#include "base/bytes.h"
#include "crypto/ed25519.h"

namespace solander::crypto {

// SSH signature files: what `ssh-keygen -Y sign` writes, but only Ed25519 over SHA-512, and only
// in the one spelling that ssh-keygen gives them:
//
//   file   = "-----BEGIN SSH SIGNATURE-----\n" base64 in lines of 70 "-----END SSH
//   SIGNATURE-----\n" blob   = "SSHSIG" uint32(1) string(key) string(namespace) string("")
//   string("sha512")
//            string(string("ssh-ed25519") string(64 bytes))
//   key    = string("ssh-ed25519") string(32 bytes)
//   signed = "SSHSIG" string(namespace) string("") string("sha512") string(SHA-512 of the message)
//
// Spec: docs/format.md, "Signatures"; OpenSSH's PROTOCOL.sshsig.

struct SshSignature {
    PublicKey key;
    Ed25519Signature signature = {};
};

enum class SignatureFlaw {
    malformed,         ///< Not a signature file in its one form.
    line_endings,      ///< Was one, before something turned its line ends into CR LF.
    wrong_namespace,   ///< Made for something else.
    unsupported_type,  ///< By a key of another type; `key_type` says which.
    weak_key,          ///< By a key for which a signature proves nothing.
};

struct SignatureProblem {
    SignatureFlaw flaw = SignatureFlaw::malformed;
    std::string sentence;
    std::string key_type = {};  ///< As the file has it, unchecked bytes; only for unsupported_type.
};

using ParsedSignature = tl::expected<SshSignature, SignatureProblem>;

/// The signature file for a message, given by its SHA-512; verified before it is returned.
/// Errors: those of Signer::sign(); io, if what came back is no signature by this key.
Result<std::string> sign(const Signer& signer, std::string_view name_space, const Sha512& message);

/// Reads a signature file, and verifies nothing: what it returns may be by anybody, over anything.
ParsedSignature parse_signature(std::string_view file, std::string_view name_space);

/// Whether the holder of the signature's own key signed the message, given by its SHA-512. Whose
/// key that is, and what their word is worth, is another question.
bool verify(const SshSignature& signature, std::string_view name_space, const Sha512& message);

/// The size of every file that sign() gives for a namespace.
std::size_t signature_file_size(std::string_view name_space);

}  // namespace solander::crypto
