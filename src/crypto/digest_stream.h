// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>

#include <solander/digest.h>

#include "base/bytes.h"

struct evp_md_ctx_st;

namespace solander::crypto {

/// Digests messages piece by piece, one after the other. Making one looks the algorithm up and
/// allocates; a message then costs neither, so keep one per thread where there are many files.
template <std::size_t Size>
class DigestStream {
public:
    DigestStream();

    void update(base::BytesView bytes);
    /// The digest of all bytes since the last finish(); ready for the next message afterwards.
    Digest<Size> finish();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const noexcept;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

using Sha256Stream = DigestStream<32>;
using Sha512Stream = DigestStream<64>;

extern template class DigestStream<32>;
extern template class DigestStream<64>;

Sha256 sha256(base::BytesView bytes);
Sha512 sha512(base::BytesView bytes);

}  // namespace solander::crypto
