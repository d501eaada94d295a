// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include <solander/audit.h>
#include <solander/document.h>
#include <solander/sealed_audit.h>

namespace solander {

/// Told what an audit came to, before anything is written.
class AuditObserver {
public:
    virtual ~AuditObserver() = default;
    /// `documents` are those whose ids the audit names. Called from any thread.
    virtual void audited(const SealedAudit& audit, std::span<const Document> documents) = 0;
};

/// How packing audits what it packs, and what keeps it from packing.
struct PackAudit {
    /// Profiles, levels, baseline, exceptions, known texts and the digest of the configuration.
    /// What is audited packing says itself: records and files are called as the person names them.
    /// No `as_of`: the day of sealing.
    AuditRequest settings = {};
    /// That the paths of patterns and exceptions are told from, canonical; empty: there are none.
    std::filesystem::path directory = {};
    std::string baseline_sha256 = {};  ///< Of the file that the baseline is from; told on.
    /// The level of a finding, not set aside, that refuses to pack; `off`: none does.
    AuditLevel fail_on = AuditLevel::off;
    std::string fail_on_at = {};        ///< Where that is stated, `solander.toml:3`; told on.
    AuditObserver* observer = nullptr;  ///< Of make_package(); pack_each() has outcomes.
};

}  // namespace solander
