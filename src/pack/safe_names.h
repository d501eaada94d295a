// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include <solander/entry_path.h>

namespace solander::pack {

/// Finds safe names for files whose own are not, so that what was apart stays apart: where two
/// names have one safe form, or it is there already, the later ones end in `_2`, `_3` and so on.
/// That holds for directories, too.
class SafeNames {
public:
    /// A path that stays as it is. All of these come before the first rename().
    void keep(const EntryPath& path);

    /// The path of a file that was found as `found` (without `data/`); the same one each time.
    Result<EntryPath> rename(std::string_view found);

private:
    /// The name, below the directory `parent` of the package, for what was found as `found`.
    std::string place(const std::string& parent, std::string_view found);

    std::unordered_map<std::string, std::string> taken_;  ///< What was found, by collision key.
    std::unordered_map<std::string, std::string> given_;  ///< Where it was put, by what was found.
    std::unordered_map<std::string, std::size_t> next_;   ///< The number to try, by the first key.
};

}  // namespace solander::pack
