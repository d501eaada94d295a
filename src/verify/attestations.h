// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include <solander/verify.h>

#include "base/bytes.h"
#include "verify/evidence.h"

namespace solander::verify {

// Further signatures over the manifest, which the reader has from elsewhere. They are declared
// nowhere, and count only where the reader gives them. Spec: docs/format.md, "Attestations".

/// How SignerReport::statement calls them.
inline constexpr std::string_view kAttestation = "attestation";

struct AttestationFile {
    std::filesystem::path path;
    base::Bytes bytes;
};

/// Errors: open, io, limit.
Result<std::vector<AttestationFile>> read_attestations(const VerifyOptions& options,
                                                       const Environment& environment);

/// Checks each over the bytes of the manifest, if there are any.
void check_attestations(const std::vector<AttestationFile>& files, Evidence& evidence);

/// What is wrong with each, and who the others are by.
void judge_attestations(const Evidence& evidence, std::vector<Finding>& findings,
                        std::vector<SignerReport>& signers);

}  // namespace solander::verify
