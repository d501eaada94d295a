// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "cli/io.h"

namespace solander::cli {

/// The journal of whoever runs the tool: $XDG_STATE_HOME/solander/journal, or
/// ~/.local/state/solander/journal; made if it is not there, for its owner alone. Errors: usage, if
/// neither variable is set; create, io.
Result<std::filesystem::path> default_journal(Io& io);

}  // namespace solander::cli
