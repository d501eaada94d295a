// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest_stream.h"

#include <cstdlib>

#include <openssl/evp.h>

#include "crypto/as_uchar.h"
#include "crypto/openssl.h"

namespace solander::crypto {

namespace {

/// SHA-2 over bytes in memory fails only if OpenSSL is broken or memory is out. There is then no
/// digest to go on with and nothing that a caller could do, so this is the end of the program.
void require(bool success) {
    if (!success) std::abort();
}

/// Looked up once: OpenSSL takes longer to find an algorithm than to digest a small file.
template <std::size_t Size>
const EVP_MD* algorithm() {
    static const SslPtr<EVP_MD> found(
        ::EVP_MD_fetch(nullptr, Size == 32 ? "SHA256" : "SHA512", nullptr));
    return found.get();
}

/// Likewise, one stream for all messages that a thread has in one piece.
template <std::size_t Size>
Digest<Size> digest_of(base::BytesView bytes) {
    thread_local DigestStream<Size> stream;
    stream.update(bytes);
    return stream.finish();
}

}  // namespace

template <std::size_t Size>
void DigestStream<Size>::Free::operator()(evp_md_ctx_st* context) const noexcept {
    ::EVP_MD_CTX_free(context);
}

template <std::size_t Size>
DigestStream<Size>::DigestStream() : context_(::EVP_MD_CTX_new()) {
    require(context_ && algorithm<Size>() != nullptr &&
            ::EVP_DigestInit_ex2(context_.get(), algorithm<Size>(), nullptr) == 1);
}

template <std::size_t Size>
void DigestStream<Size>::update(base::BytesView bytes) {
    require(::EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
}

template <std::size_t Size>
Digest<Size> DigestStream<Size>::finish() {
    std::array<std::byte, Size> digest{};
    require(::EVP_DigestFinal_ex(context_.get(), as_uchar(digest.data()), nullptr) == 1);
    require(::EVP_DigestInit_ex2(context_.get(), nullptr, nullptr) == 1);
    return Digest<Size>(digest);
}

template class DigestStream<32>;
template class DigestStream<64>;

Sha256 sha256(base::BytesView bytes) {
    return digest_of<32>(bytes);
}

Sha512 sha512(base::BytesView bytes) {
    return digest_of<64>(bytes);
}

}  // namespace solander::crypto
