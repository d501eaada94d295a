// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <solander/proof.h>

namespace solander::report {

/// What came of a proof of equivocation, for a person and for a program.
std::string proof_text(const std::filesystem::path& path, const ProofReport& report);
std::string proof_json(const std::filesystem::path& path, const ProofReport& report);

}  // namespace solander::report
