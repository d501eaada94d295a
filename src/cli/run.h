// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "cli/io.h"

namespace solander::cli {

/// Runs the tool with the arguments that follow its name, and gives its exit code.
int run(std::span<const std::string> arguments, Io& io);

}  // namespace solander::cli
