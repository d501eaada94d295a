// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <solander/key.h>
#include <solander/manifest.h>
#include <solander/proof.h>
#include <solander/verify.h>

namespace solander::fuzz {

/// A good package, made of nothing but constants, so that a fuzzer knows of every other bytes that
/// they are not these.
struct SamplePackage {
    std::string name = "letters";
    Manifest manifest;
    std::string manifest_text;
    std::string manifest_signature;
    std::string tar;
    std::map<std::string, std::string> custody;  ///< File names and bytes.
    std::string bundle;
    std::string trust;  ///< Knows the one who sealed.
};

const SamplePackage& sample_package();

/// The key that seals it, and signs nothing real.
const SigningKey& sample_key();

/// Event `seq` of its custody: a note with these words, behind the seal.
std::string sample_note(std::string_view words);

/// A proof of what its key never did: two notes in one place.
std::string sample_proof();

enum class As { file, pipe };

/// What verification makes of these bytes where the good package lay, with its custody and trust.
Result<Report> verify_as(As as, std::string_view package, bool with_custody = true);

/// What it makes of them as a proof.
Result<ProofReport> verify_as_proof(std::string_view proof);

}  // namespace solander::fuzz
