// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <solander/pack_audit.h>
#include <solander/pack_each.h>

#include "cli/io.h"
#include "cli/options.h"

namespace solander::cli {

/// The options of `pack` on the audit that it makes.
struct PackAuditOptions {
    std::vector<std::string> profiles;
    std::string as_of;
    std::string fail_on = "never";
    bool none = false;

    void add_to(CLI::App& app);
    /// Nothing, if there is to be no audit. Errors: usage.
    Result<std::optional<PackAudit>> value() const;
};

/// Says on standard error what the audit of one package came to.
class ToldAudit final : public AuditObserver {
public:
    explicit ToldAudit(Io& io) : io_(io) {}
    void audited(const SealedAudit& audit) override;

private:
    Io& io_;
};

/// Says on standard error what the audits of many came to.
void tell_audits(Io& io, const EachPacked& each);

}  // namespace solander::cli
