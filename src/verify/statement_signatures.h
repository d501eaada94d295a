// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/finding.h>
#include <solander/manifest.h>
#include <solander/verify.h>

#include "base/bytes.h"
#include "crypto/sshsig.h"
#include "trust/trust_store.h"

namespace solander::verify {

// A statement is a file, signed as raw bytes: manifest.xml, or a custody event. First its
// signatures are checked over its bytes; then, once it has been read, they are held against the
// signers that it declares; then these against whom the reader trusts. Written here once, for both.

/// A signature file beside a statement, checked over the statement's bytes.
struct CheckedSignature {
    std::string file;
    std::optional<crypto::SshSignature> parsed = {};
    std::string fingerprint = {};  ///< Of its key, where it could be parsed.
    std::optional<crypto::SignatureProblem> problem = {};  ///< Why it could not be parsed.
    bool good = false;                                     ///< It is this key's, over these bytes.
    std::uint64_t bytes = 0;
    std::string unreadable = {};  ///< Why its bytes could not be read; the rest then says nothing.
};

CheckedSignature check_signature(std::string file, base::BytesView signature,
                                 std::string_view name_space, const Sha512& statement);

/// A time that a witness of the reader's claims in an event, by which whatever the event follows
/// from was there.
struct WitnessedTime {
    std::string fingerprint;  ///< Of the witness's key.
    std::string principal;
    Timestamp time;
    std::string event;  ///< `0003-receipt.xml`
};

/// Whether somebody else may have had a key when it claims to have signed: then no time that
/// anything proves makes it good, and no line of a trust file.
bool is_revoked_at(const trust::Recognition& recognition, Timestamp claimed);

/// Since when a key was taken back, where that is said, and why.
std::string told_of_revocation(const Revocation& revocation);

/// A statement with the signers that it declares, once it has been read.
struct SignedStatement {
    std::string_view name;  ///< `manifest.xml`, `0001-seal.xml`
    std::string_view name_space;
    const std::vector<CheckedSignature>& signatures;
    const std::vector<SealingPrincipal>& declared;
    Timestamp claimed;
    /// When the reader's own memory first had the statement: it is no younger than that.
    std::optional<Timestamp> seen = {};
    std::span<const WitnessedTime> witnessed = {};
};

/// What shows that a signer's key had signed by some time: the reader's memory, or the earliest
/// witness who is somebody else. Nothing, if there is neither.
struct TimeProof {
    Timestamp time;
    std::string by;  ///< For a person: `your memory`, `the receipt of …`
};
std::optional<TimeProof> proof_of_time(const SignedStatement& statement,
                                       std::string_view fingerprint,
                                       const trust::TrustStore& trust);

/// What each signature file is by itself; `statement` is the name of what they stand beside. A
/// signature of a type that we don't know is no fault where `declared` declares that type.
void judge_signature_files(std::string_view statement,
                           const std::vector<CheckedSignature>& signatures,
                           const std::vector<SealingPrincipal>& declared,
                           std::vector<Finding>& findings);

/// Whether one of the signatures is good, and by a key that the reader trusts for this use,
/// whatever is declared: enough to believe that a statement is of a newer kind.
bool is_vouched_for(const std::vector<CheckedSignature>& signatures, std::string_view name_space,
                    const trust::TrustStore* trust, Timestamp now);

/// Whether the signature files are exactly the declared ones, by the declared keys.
void judge_declared(const SignedStatement& statement, std::vector<Finding>& findings);

/// Whether every declared signer has signed, each by the declared key, and nobody else.
bool is_signed_as_declared(const SignedStatement& statement);

/// Whether the reader trusts each declared signer for this use and time. `trust` is null where the
/// reader gave no trust file: then nobody is trusted, and that has been said elsewhere.
std::vector<SignerReport> judge_signers(const SignedStatement& statement,
                                        const trust::TrustStore* trust, Timestamp now,
                                        std::vector<Finding>& findings);

}  // namespace solander::verify
