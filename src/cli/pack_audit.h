// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <solander/audit_baseline.h>
#include <solander/pack_audit.h>
#include <solander/pack_each.h>

#include "cli/audit_config_options.h"
#include "cli/io.h"
#include "cli/options.h"

namespace solander::cli {

/// What the audit at packing is told from files. The request refers to it, also after a move.
struct PackAuditFiles {
    AuditSettings settings;
    AuditBaseline baseline;
};

/// The options of `pack` on the audit that it makes.
struct PackAuditOptions {
    std::vector<std::string> profiles;
    std::string as_of;
    std::string fail_on;  ///< Empty: as the configuration says.
    bool none = false;
    AuditConfigOptions config;
    std::string baseline;

    void add_to(CLI::App& app);
    /// Reads what is named, or found above the inputs, into `files`; nothing, if there is to be no
    /// audit. Errors: usage; open, io, limit, format.
    Result<std::optional<PackAudit>> value(const Io& io, const std::vector<std::string>& inputs,
                                           PackAuditFiles& files) const;
};

/// Says on standard error what the audit of one package came to.
class ToldAudit final : public AuditObserver {
public:
    explicit ToldAudit(Io& io) : io_(io) {}
    void audited(const SealedAudit& audit, std::span<const Document> documents) override;

private:
    Io& io_;
};

/// Says on standard error what the audits of many came to.
void tell_audits(Io& io, const EachPacked& each);

}  // namespace solander::cli
