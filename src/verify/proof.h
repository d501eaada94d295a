// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/proof.h>

#include "verify/evidence.h"

namespace solander::verify {

inline constexpr std::string_view kProofReadme = "README.txt";
inline constexpr std::string_view kProofSides[] = {"one", "two"};

/// What stands in README.txt: constant, and part of the format.
std::string_view proof_readme();

/// An event's file and its signatures.
struct ProofSide {
    std::vector<custody::FolderFile> files;  ///< The event first.
    Sha256 digest;                           ///< Of the event.
    Timestamp time;                          ///< As it claims.
};

/// The canonical tar of a proof, the side with the smaller digest first, so that it is the same
/// whoever found it.
std::string proof_tar(const ProofSide& one, const ProofSide& two);

/// `equivocation-0123456789abcdef-3.tar`
std::string proof_name(const Sha256& manifest, std::uint64_t seq);

/// Writes a proof of each contradiction that the evidence shows, where the options say, unless it
/// is there already. The paths of all of them; nothing where the options name no place. Errors:
/// create, io, interrupted.
Result<std::vector<std::filesystem::path>> write_proofs(const VerifyOptions& options,
                                                        const Evidence& evidence,
                                                        const Environment& environment);

}  // namespace solander::verify
