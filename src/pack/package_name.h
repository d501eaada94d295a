// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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

/// The most bytes that the name of a package has.
inline constexpr std::size_t kMostNameBytes = 64;

/// What of a text can stand in the name of a package: letters without their marks, one `-` for what
/// has no letter near. Neither begins nor ends with `-` or `.`; may be empty, and of any length.
std::string nearest_name(std::string_view text);

/// Whether `name` is one for a package: [A-Za-z0-9_][A-Za-z0-9._-]{0,63}. It stands in front of
/// everything in the tar, and stock tools take a `-` in front for an option and a `.` for hidden.
/// Errors: usage, with a proposal.
Result<void> check_name(std::string_view name);

}  // namespace solander::pack
