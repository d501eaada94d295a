// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/file_system.h>
#include <solander/finding.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "package/open_package.h"

namespace solander::package {

// A bundle: a package and its custody in one tar, for sending. Its entries are those of the
// canonical tar (canonical_tar.h), and its bytes a function of what is in it:
//
//   bundle  = custody+ package zeros(1024)
//   custody = entry NAME.custody/FILE, in the order of the bytes of FILE
//   package = entry NAME.tar
//
// All of them bear the time of sealing. The custody comes first, so that whoever reads a pipe knows
// whose package it is before it begins. Spec: docs/format.md, "Bundles".

std::string custody_entry(std::string_view name, std::string_view file);
std::string package_entry(std::string_view name);

/// What a bundle has in front of the package. Nothing of it has been verified.
struct Bundle {
    std::string name;                ///< What NAME is in it.
    std::vector<SmallFile> custody;  ///< In the order of the names, each once.
    /// There is more of it than a custody can have, and not all of it was kept.
    bool custody_over_limit = false;
    std::vector<Finding> flaws;  ///< Code::bundle_form; where there are very many, the first.
    Timestamp modified;          ///< The time that the first header states.
    /// Nothing, if a flaw kept it from being reached.
    struct Place {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };
    std::optional<Place> package;

    /// Adds a flaw; without a subject it is about the bundle as such.
    void add_flaw(std::string subject, std::string message);
};

/// Whether a tar that begins with this block is a bundle, as far as one can say: its first entry
/// lies in a `NAME.custody`. A package may itself be called so, and begins with bagit.txt.
bool begins_bundle(base::BytesView block);

/// Reads up to the first byte of the package. `begun` is what has been read of `file` already.
/// All that is wrong with the bundle is in the answer. Errors: io.
Result<Bundle> read_bundle(InputFile& file, base::Bytes begun, const base::Limits& limits);

/// What stands behind a package of that size: its padding and the end.
std::uint64_t bundle_tail_bytes(std::uint64_t package_bytes);

/// What is wrong with `tail`, which is all that there is behind the package, or at least one byte
/// more than there should be. Empty if nothing is.
std::string flaw_of_tail(base::BytesView tail, std::uint64_t package_bytes);

}  // namespace solander::package
