// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/io.h"

namespace CLI {  // NOLINT(readability-identifier-naming): its own name
class App;
}

namespace solander::cli {

/// What a command does once its options have been read.
using Action = std::function<Exit(Io& io)>;

/// One verb. It translates: options into one call of the library, and what comes back into a
/// report; it knows nothing else. To add one: CONTRIBUTING.md, "A command".
struct Command {
    std::string_view group;  ///< The verb above, such as `key`; empty for most.
    std::string_view name;
    std::string_view title;
    std::string_view examples;  ///< Stands at the end of its --help.
    Action (*setup)(CLI::App& app) = nullptr;
};

/// All commands, in the order of src/cli/commands/CMakeLists.txt, which is that of --help.
std::span<const Command* const> commands();

/// What is above several commands: `key`.
struct Group {
    std::string_view name;
    std::string_view title;
};
inline constexpr Group kGroups[] = {
    {"key", "Make, show, export and check signing keys"},
    {"custody", "Hand packages over and keep their history"},
    {"state", "What you remember of the custody of packages"},
    {"policy", "What you ask of packages beyond that they are sound"},
    {"trust", "Whom you believe: add, list, check, remove and revoke keys"},
};

}  // namespace solander::cli
