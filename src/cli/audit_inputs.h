// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <solander/audit.h>
#include <solander/text_encoding.h>
#include <solander/verify.h>

#include "cli/exit_code.h"
#include "report/audit_emitter.h"

namespace solander::cli {

/// What an audit looks at: the records of texts, and those that packages have under a signature.
struct AuditInputs {
    std::vector<AuditRecord> records;
    /// Of the records: what each is about, by which record tables know it; empty in packages.
    std::vector<std::string> subjects;
    std::vector<std::filesystem::path> tables;  ///< Record tables among the texts.
    std::vector<RefusedText> refused;
    std::vector<ReadRemark> remarks;
    std::vector<report::AuditedPackage> packages;
    std::vector<report::Unaudited> unaudited;
    std::vector<std::string> notes;
    std::size_t files_without_record = 0;
    Exit code = Exit::passed;  ///< The gravest that the inputs alone give.
};

/// Whether what holders determined after sealing is part of the records of packages.
enum class Determinations { left_out, added };

/// Reads all that is named: packages (a tar, a bundle, an unpacked directory, `-`) by their signed
/// manifest alone, all else as `describe` does. A package whose manifest no good signature vouches
/// for gives no record; one whose signer is not trusted does, and can never pass.
/// Errors: as read_documents().
Result<AuditInputs> read_audit_inputs(const std::vector<std::string>& paths,
                                      const VerifyOptions& trust,
                                      std::optional<TextEncoding> encoding,
                                      const Environment& environment,
                                      Determinations determinations = Determinations::left_out);

}  // namespace solander::cli
