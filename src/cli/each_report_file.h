// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <solander/pack_each.h>

#include "cli/io.h"
#include "cli/pack_options.h"

namespace solander::cli {

/// Where `pack --each` writes its report: --report, or pack-report.csv in the output directory.
std::filesystem::path report_path(const PackOptions& options);

/// Whether a report may be written there: under the name of a table, neither in place of an input
/// nor among the inputs nor in a custody directory. What is there already has to be an earlier
/// report, unless it may be replaced. Errors: usage, open, create.
Result<void> check_report(const Io& io, const std::filesystem::path& report,
                          const PackRequest& request);

/// Writes the report, whole or not at all, in the place of an earlier one. Errors: create, io.
Result<void> write_report(const Io& io, const std::filesystem::path& report,
                          const EachPacked& each);

}  // namespace solander::cli
