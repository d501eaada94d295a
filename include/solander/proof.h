// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <solander/custody.h>
#include <solander/digest.h>
#include <solander/environment.h>
#include <solander/error.h>
#include <solander/finding.h>

namespace solander {

// A proof that one party made two histories of one package: the two events that contradict each
// other, with their signatures, in one tar. verify_package() writes it where it finds the finding
// custody.equivocation; anybody can check it, with solander or with the common tools that its
// README.txt names. Spec: docs/format.md, "Proof of equivocation".

/// What came of checking a proof.
struct ProofReport {
    /// PASSED: it holds. INDETERMINATE: two keys signed, and the reader's trust file does not know
    /// both. FAILED: it shows no contradiction, or is not as a proof is.
    Verdict verdict = Verdict::indeterminate;
    std::optional<Sha256> manifest;  ///< The package that the events are about.
    std::uint64_t seq = 0;           ///< Their place in its custody.
    std::string one;                 ///< The files of the two events.
    std::string two;
    /// Who signed both: one for each key, the reader's own name where the trust file has one.
    std::vector<PartyReport> parties;
    std::string sentence;  ///< What it comes to, for a person.
};

/// Checks a proof. `trust` is an allowed_signers file: needed only to know names, and where two
/// keys of one party signed. Errors: open, io, limit; format, if the file is no proof at all.
Result<ProofReport> verify_proof(const std::filesystem::path& proof,
                                 const std::optional<std::filesystem::path>& trust,
                                 const Environment& environment);

}  // namespace solander
