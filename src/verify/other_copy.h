// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <solander/environment.h>

#include "base/limits.h"
#include "custody/folder.h"
#include "custody/memory.h"
#include "custody/receipt.h"
#include "package/bundle.h"
#include "verify/read_chain.h"

namespace solander::verify {

/// A chain of the same package from elsewhere, read but not judged. Lives in one place, since the
/// chain points into the folder.
struct OtherCopy {
    std::string name;  ///< As a sentence names it: a path, or "your memory of …".
    custody::Folder folder;
    Chain chain;

    OtherCopy(std::string its_name, custody::Folder its_folder, const base::Limits& limits)
        : name(std::move(its_name)),
          folder(std::move(its_folder)),
          chain(read_chain(folder, limits)) {}
    OtherCopy(const OtherCopy&) = delete;
    OtherCopy& operator=(const OtherCopy&) = delete;
    OtherCopy(OtherCopy&&) = delete;
    OtherCopy& operator=(OtherCopy&&) = delete;
    ~OtherCopy() = default;
};

/// What a reader has shown or remembers of a package, beside the package and its chain.
struct Elsewhere {
    const std::vector<custody::ReceiptFile>* receipts = nullptr;  ///< Of all packages.
    /// What the memory has of this package, and its chain, if there is one.
    std::optional<custody::Remembered> remembered;
    std::unique_ptr<OtherCopy> memory;
    std::vector<std::unique_ptr<OtherCopy>> copies;

    /// When the memory first had an event, by the event's digest.
    const std::map<Sha256, Timestamp>& seen() const;
    /// When it first had the package; nothing, if it never did.
    std::optional<Timestamp> first_seen() const;
    /// Takes what the memory has.
    void remember(std::optional<custody::Remembered> what, const base::Limits& limits);
};

/// The custody in a bundle. Errors: limit.
Result<custody::Folder> custody_of(const package::Bundle& bundle, const base::Limits& limits);

/// Reads the files of a custody that lies at `path`, a directory or a bundle.
/// Errors: open, io, limit, interrupted; format, for a file that is no bundle.
Result<custody::Folder> read_custody_at(const std::filesystem::path& path,
                                        const Environment& environment, const base::Limits& limits);

/// The same as a copy of a chain beside the one that is judged.
Result<std::unique_ptr<OtherCopy>> read_other_copy(const std::filesystem::path& path,
                                                   const Environment& environment,
                                                   const base::Limits& limits);

}  // namespace solander::verify
