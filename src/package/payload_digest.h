// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <solander/manifest.h>

#include "base/bytes.h"
#include "crypto/digest_stream.h"

namespace solander::package {

/// Digests payload files one after the other, by SHA-256 and, where it is wanted, SHA-512.
class PayloadDigest {
public:
    void start(bool with_sha512) {
        if (with_sha512 && !sha512_) sha512_.emplace();
        with_sha512_ = with_sha512;
    }

    void update(base::BytesView bytes) {
        sha256_.update(bytes);
        if (with_sha512_) sha512_->update(bytes);
    }

    struct Value {
        Sha256 sha256;
        std::optional<Sha512> sha512;
    };
    Value finish() {
        Value value{sha256_.finish(), std::nullopt};
        if (with_sha512_) value.sha512 = sha512_->finish();
        return value;
    }

private:
    crypto::Sha256Stream sha256_;
    std::optional<crypto::Sha512Stream> sha512_;
    bool with_sha512_ = false;
};

/// The digest, in hexadecimal, that is not as listed; nothing if all are.
inline std::optional<std::string> differing_digest(const PayloadFile& listed,
                                                   const PayloadDigest::Value& found) {
    if (found.sha256 != listed.sha256) return found.sha256.hex();
    if (listed.sha512 && found.sha512 != listed.sha512) return found.sha512->hex();
    return std::nullopt;
}

}  // namespace solander::package
