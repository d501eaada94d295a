// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include <solander/key.h>

#include "base/bytes.h"

namespace solander::crypto {

// PEM that may hold a secret: neither text nor content ever leaves guarded memory.
// Spec: RFC 7468; blanks and line lengths are read generously.

/// A block between its BEGIN and END lines; valid as long as the text that it was found in.
struct PemBlock {
    std::string_view label;
    std::string_view base64;
};

/// The first block of `text` that is some kind of private key, else the first block.
std::optional<PemBlock> find_pem(std::string_view text);

/// Whether `text` begins with a BEGIN line to which it has no END line.
bool is_cut_off(std::string_view text);
inline constexpr std::string_view kIsCutOff =
    "is cut off: its END line is missing; take it from a copy";

/// Errors: format, if the block is not base64.
Result<SecretBytes> decode_pem(const PemBlock& block);

/// Errors: internal.
Result<SecretBytes> to_pem(std::string_view label, base::BytesView content);

}  // namespace solander::crypto
