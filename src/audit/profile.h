// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include <solander/audit.h>

namespace solander::audit {

/// What a profile says of a rule, or of what the rule finds in one field.
struct StatedLevel {
    std::string_view rule;
    AuditLevel level = AuditLevel::warning;
    std::string_view field = {};  ///< Empty: in any other field.
};

/// A field that records must have; where it names several with `|` between them, one of them.
using Required = std::string_view;

/// Data only: what a purpose asks of records. To add one: CONTRIBUTING.md, "An audit profile".
struct Profile {
    AuditProfileInfo info;
    bool states_defaults = false;  ///< Every rule's own level is stated, so nobody can loosen it.
    bool raises_warnings = false;  ///< What would be a warning is an error.
    std::span<const StatedLevel> levels = {};
    std::span<const Required> required = {};
    std::span<const std::string_view> publishers =
        {};                                        ///< Names that are no source: REC012, SRC002.
    std::span<const std::string_view> hosts = {};  ///< From which its records should come.
};

/// All profiles, in the order of src/audit/profiles/CMakeLists.txt.
std::span<const Profile* const> profiles();

}  // namespace solander::audit
