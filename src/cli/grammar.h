// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/cli11.h"
#include "cli/command.h"

namespace solander::cli {

/// The tool's verbs with their options, and the action of whichever was asked for. Serves one line.
class Grammar {
public:
    Grammar();

    /// Reads the arguments. Nothing, if there is something to do: then act(). Else help, the
    /// version, or what is wrong with them has been written, and the exit code is that of this.
    std::optional<Exit> read(std::span<const std::string> arguments, Io& io);

    Exit act(Io& io) const;

private:
    void add(const Command& command);

    CLI::App app_;
    std::map<std::string_view, CLI::App*> groups_;
    std::vector<std::pair<CLI::App*, Action>> actions_;
};

}  // namespace solander::cli
