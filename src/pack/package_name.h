// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>

namespace solander::pack {

/// The path without what says nothing: `./scans/` and `scans/.` are `scans`. `..` stays, since
/// behind a link it leads elsewhere than the text says.
/// Errors: usage, if nothing is left that could name something: `.`, `..`, `/`, `scans/..`.
Result<std::filesystem::path> named_path(const std::filesystem::path& input);

/// The name that a package of these inputs has by default: of one input, without its extension.
/// Errors: usage, with a proposal, where that is no name for a package.
Result<std::string> default_name(const std::vector<std::filesystem::path>& inputs);

/// Whether `name` is one for a package: [A-Za-z0-9_][A-Za-z0-9._-]{0,63}. It stands in front of
/// everything in the tar, and stock tools take a `-` in front for an option and a `.` for hidden.
/// Errors: usage, with a proposal.
Result<void> check_name(std::string_view name);

}  // namespace solander::pack
