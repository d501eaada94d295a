// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "forgery.h"

namespace solander::test {

/// The fields of a signature file, to be spelled in ways that sign() does not.
struct Spelling {
    std::uint32_t version = 1;
    base::Bytes key;
    std::string name_space = "manifest@solander";
    std::string reserved = {};
    std::string hash = "sha512";
    std::string type = "ssh-ed25519";
    base::Bytes signature;
    std::string behind = {};        ///< Bytes behind the last field.
    std::string behind_inner = {};  ///< Bytes behind the signature's own fields.

    std::string blob() const;
    std::string file() const;
};

/// What a good signature file over a manifest says.
Spelling spelling_of(const std::string& file);

/// A file of those bytes, whatever they are.
std::string armoured(const std::string& blob);

/// A signature file by a key of the fixtures.
std::string signed_by(const std::string& key, std::string_view name_space, std::string_view text);

/// One over the fields as they are, by a key of the fixtures: what `ssh-keygen -Y sign` would make
/// of them, were it asked.
Spelling signed_as(const std::string& key, Spelling spelling, std::string_view text);

base::Bytes key_blob(std::string_view type, base::BytesView key);

/// S + L: another spelling of the same signature, which lax verifiers accept.
base::Bytes malleated(base::Bytes signature);

/// The neutral element: lax verifiers find one signature by it good for every message.
Spelling universal_signature();

/// The fingerprint and label of a key that no honest program makes.
struct Identity {
    explicit Identity(base::BytesView blob);
    std::string fingerprint;
    std::string label;
};

/// Declares a second signer, with a signature file of any kind, and seals that.
void declare(Forgery& forgery, std::string_view type, base::BytesView key, std::string file);

/// Puts another file in the place of the archivist's signature, and seals that.
void replace_signature(Forgery& forgery, const std::string& file);

}  // namespace solander::test
