// SPDX-License-Identifier: Apache-2.0
#include "pack/output_place.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "package/inventory.h"

namespace solander::pack {

namespace {

using Identities = std::set<std::pair<std::uint64_t, std::uint64_t>>;  // device and inode

/// The files of the package that stands where this one is to go; none, if none does.
Result<Identities> files_there(const Environment& environment, const Directory& output,
                               const std::string& name) {
    Identities files;
    for (const auto& own : {name + ".tar", name + ".custody"}) {
        SOLANDER_TRY_ASSIGN(const auto info, output.find(own));
        if (!info) continue;
        if (info->kind != FileKind::directory) {
            files.emplace(info->device, info->inode);
            continue;
        }
        SOLANDER_TRY_ASSIGN(const auto directory, output.open_directory(own));
        SOLANDER_TRY_ASSIGN(const auto inventory,
                            package::take_inventory(environment, *directory, base::Limits{}));
        for (const auto& entry : inventory.files)
            files.emplace(entry.info.device, entry.info.inode);
    }
    return files;
}

}  // namespace

bool lies_in(const std::filesystem::path& inner, const std::filesystem::path& outer) {
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

Result<std::optional<std::string>> check_output_place(const Environment& environment,
                                                      const Inputs& inputs,
                                                      const std::filesystem::path& path,
                                                      const Directory& output,
                                                      const std::string& name) {
    SOLANDER_TRY_ASSIGN(const auto there, files_there(environment, output, name));
    for (const auto& file : inputs.files)
        if (there.contains({file.info.device, file.info.inode}))
            return Error(ErrorCode::open,
                         fmt::format("'{}' belongs to the package of this name that is there "
                                     "already, and is among the inputs, too: choose another output "
                                     "directory with -o, or move the package away",
                                     base::printable(inputs.shown(file))));
    if (inputs.directories.empty()) return std::nullopt;
    SOLANDER_TRY_ASSIGN(const auto place, environment.files.canonical(path));
    for (const auto& directory : inputs.directories) {
        SOLANDER_TRY_ASSIGN(const auto input, environment.files.canonical(directory));
        if (lies_in(place, input))
            return fmt::format(
                "the output directory '{}' lies inside the input '{}', so the next "
                "package of it will hold this one; -o names a place outside",
                base::printable(path.string()), base::printable(directory.string()));
    }
    return std::nullopt;
}

Result<void> check_output_outside(const Environment& environment, const Inputs& inputs,
                                  const std::filesystem::path& path) {
    std::filesystem::path nearest = path.empty() ? "." : path;
    for (;;) {
        SOLANDER_TRY_ASSIGN(const auto there, environment.files.find(nearest));
        if (there) break;
        nearest = nearest.has_parent_path() && nearest.parent_path() != nearest
                      ? nearest.parent_path()
                      : ".";
    }
    SOLANDER_TRY_ASSIGN(const auto place, environment.files.canonical(nearest));
    for (const auto& directory : inputs.directories) {
        SOLANDER_TRY_ASSIGN(const auto input, environment.files.canonical(directory));
        if (lies_in(place, input))
            return Error(
                ErrorCode::open,
                fmt::format("the output directory '{}' lies inside the input '{}', so the "
                            "packages would be documents the next time; -o names a place "
                            "outside",
                            base::printable(path.string()), base::printable(directory.string())));
    }
    return {};
}

}  // namespace solander::pack
