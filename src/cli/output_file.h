// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <solander/file_system.h>

namespace solander::cli {

/// Refuses a place inside an unpacked package or a custody directory, where nothing belongs that is
/// not listed: whatever is written there breaks it. Errors: usage.
Result<void> check_outside_packages(const FileSystem& files, const std::filesystem::path& output);

/// Writes a file whole or not at all. Errors: as check_outside_packages(); create, where it is
/// there and `existing` refuses, or where it cannot be made; io.
Result<void> write_output_file(FileSystem& files, const std::filesystem::path& path,
                               std::string_view text, Existing existing);

/// The same in a directory that is open, without a sentence of its own where the file is there.
Result<void> write_whole_file(Directory& directory, const std::string& name, std::string_view text,
                              Existing existing);

}  // namespace solander::cli
