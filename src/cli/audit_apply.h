// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <solander/audit.h>
#include <solander/text_encoding.h>

#include "cli/audit_inputs.h"
#include "cli/custody_options.h"

namespace solander::cli {

/// `--apply WORKLIST`: what a person decided goes into a record table before packing, or becomes
/// events of custody afterwards.
class AuditApply {
public:
    void add_to(CLI::App& app);

    bool is_asked() const { return !worklist_.empty(); }
    /// Errors: usage, for options that go with others only; `writes`: findings would be written.
    Result<void> check(bool writes) const;

    /// What the audit was told, and what it came to. All has to outlive the call.
    struct Audited {
        const std::vector<std::string>& paths;
        const AuditInputs& inputs;
        const AuditReport& report;
        std::optional<TextEncoding> encoding;
        const TrustOptions& trust;
        const WorkOptions& work;
        const std::string& format;
        bool replaces = false;  ///< A table that is there.
    };
    Result<Exit> run(Io& io, const Audited& audited) const;

private:
    Result<Exit> write_table(Io& io, const Audited& audited) const;
    Result<Exit> write_events(Io& io, const Audited& audited) const;

    std::string worklist_;
    std::string records_;
    StepOptions step_;
};

}  // namespace solander::cli
