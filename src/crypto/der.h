// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/bytes.h"

namespace solander::crypto {

// The little of DER (ITU-T X.690) that a private key needs, read where it lies: OpenSSL would copy
// the secret into memory of its own.

enum class DerTag : unsigned char {
    integer = 0x02,
    bit_string = 0x03,
    octet_string = 0x04,
    object_identifier = 0x06,
    sequence = 0x30,
    attributes = 0xA0,  ///< [0], of a private key
    public_key = 0x81,  ///< [1] primitive, of a private key
};

class DerReader {
public:
    explicit DerReader(base::BytesView bytes) : rest_(bytes) {}

    /// The content of the next element if it is there, whole, and has this tag; else nothing is
    /// taken.
    std::optional<base::BytesView> take(DerTag tag);
    bool at_end() const { return rest_.empty(); }

private:
    base::BytesView rest_;
};

/// The content of a DER text that is one element with this tag and nothing else.
std::optional<base::BytesView> only_element(base::BytesView der, DerTag tag);

}  // namespace solander::crypto
