// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"
#include "cli/io.h"
#include "cli/pack_options.h"

namespace solander::cli {

/// `pack --each`: packs, writes the report file, and tells what came of it. The exit code is the
/// gravest of what became of a document, and of the report.
Exit pack_each(Io& io, const PackOptions& options);

}  // namespace solander::cli
