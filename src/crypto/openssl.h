// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace solander::crypto {

template <auto Free>
struct SslFree {
    template <class T>
    void operator()(T* object) const noexcept {
        Free(object);
    }
};

template <class T>
struct SslDeleter;
template <>
struct SslDeleter<EVP_MD> : SslFree<::EVP_MD_free> {};
template <>
struct SslDeleter<EVP_CIPHER_CTX> : SslFree<::EVP_CIPHER_CTX_free> {};
template <>
struct SslDeleter<ASN1_OBJECT> : SslFree<::ASN1_OBJECT_free> {};
template <>
struct SslDeleter<X509_SIG> : SslFree<::X509_SIG_free> {};
template <>
struct SslDeleter<X509_ALGOR> : SslFree<::X509_ALGOR_free> {};
template <>
struct SslDeleter<PBE2PARAM> : SslFree<::PBE2PARAM_free> {};
template <>
struct SslDeleter<PBKDF2PARAM> : SslFree<::PBKDF2PARAM_free> {};
template <>
struct SslDeleter<SCRYPT_PARAMS> : SslFree<::SCRYPT_PARAMS_free> {};

/// Owns an object of OpenSSL's.
template <class T>
using SslPtr = std::unique_ptr<T, SslDeleter<T>>;

/// Empties this thread's queue of OpenSSL errors at the end of a scope: we say in our own words
/// what failed, and leave nothing for others who use OpenSSL in the same program.
class SslErrors {
public:
    SslErrors() = default;
    ~SslErrors() { ::ERR_clear_error(); }
    SslErrors(const SslErrors&) = delete;
    SslErrors& operator=(const SslErrors&) = delete;
    SslErrors(SslErrors&&) = delete;
    SslErrors& operator=(SslErrors&&) = delete;
};

/// What OpenSSL calls an algorithm, or its number; fit for printing. `object` may be null.
std::string name_of(const ASN1_OBJECT* object);

}  // namespace solander::crypto
