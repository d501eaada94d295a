// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>
#include <solander/sealed_audit.h>

namespace solander::report {

/// A sealed package whose signed record was audited.
struct AuditedPackage {
    std::string path;
    bool verified = false;  ///< Every declared signer is one whom the reader trusts.
    std::string standing;   ///< The same for a person, in one line.
    std::vector<std::string> untrusted = {};  ///< Signers whom the reader does not trust.
    std::optional<SealedAudit> audit = {};    ///< What its sealers say that theirs came to.
};

/// What was to be audited and could not be.
struct Unaudited {
    std::string path;
    std::string reason;
};

/// A baseline that an audit was held against.
struct BaselineUse {
    struct Absent {
        std::string fingerprint;
        std::size_t line = 0;  ///< In the baseline's file.
    };
    std::string path;
    std::size_t size = 0;             ///< Fingerprints in it.
    std::vector<Absent> absent = {};  ///< Those that the audit did not find.
};

/// An audit and what it was of. All of it must outlive the outcome.
struct AuditOutcome {
    const AuditReport& report;
    std::span<const AuditRecord> records;
    std::span<const AuditedPackage> packages;
    std::span<const Unaudited> unaudited;
    std::size_t files_without_record = 0;
    AuditLevel fail_on = AuditLevel::error;              ///< `off`: never.
    const BaselineUse* baseline = nullptr;               ///< Null: none was given.
    std::string_view version = {};                       ///< Of the program.
    std::span<const AuditBoilerplate> boilerplate = {};  ///< Of the AuditRequest.

    /// Whether a finding makes the audit fail.
    bool fails(const AuditFinding& finding) const;
    bool failed() const;
    /// Whether all that was to be audited was, and there was something: else it is no pass.
    bool is_complete() const;
    /// Whether it is complete, did not fail, and trusted keys vouch for each package.
    bool passed() const;
};

/// Writes the outcome of an audit in one form. Sees what the report says, and judges nothing anew.
/// To add one: CONTRIBUTING.md, "A report emitter".
struct AuditEmitter {
    std::string_view name;  ///< As `--format` takes it.
    std::string (*emit)(const AuditOutcome& outcome, bool brief) = nullptr;
};

/// All of them, in the order of src/report/audit/CMakeLists.txt.
std::span<const AuditEmitter* const> audit_emitters();
/// Null if there is none of that name.
const AuditEmitter* find_audit_emitter(std::string_view name);

/// The title and date of a record as it states them first; empty if it does not. Not yet fit for a
/// terminal.
std::string title_of(const Document& document);
std::string date_of(const Document& document);

}  // namespace solander::report
