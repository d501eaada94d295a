// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <solander/environment.h>
#include <solander/finding.h>
#include <solander/manifest.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "package/layout.h"

namespace solander::package {

enum class Form { tar, directory, pipe };

/// A file in front of the payload, as it was found.
struct SmallFile {
    std::string path;  ///< Below the top directory.
    base::Bytes bytes;
};

/// What a package holds besides its payload. Nothing of it has been verified.
struct Front {
    std::string name;  ///< The top directory; empty in directory form, where it is free.
    std::vector<SmallFile> files;  ///< In the order found.

    /// Null if there is none.
    const base::Bytes* find(std::string_view path) const;
};

/// What is wrong with one payload file.
struct FileFailure {
    enum class Status { good, missing, size, digest, unreadable };
    Status status = Status::good;
    bool header_differs = false;
    bool padding_differs = false;
    std::uint64_t found_bytes = 0;
    std::string found_digest = {};  ///< Hexadecimal, of the kind that differs.
    std::string reason = {};        ///< Why it is unreadable.
};

/// What was found when every byte behind the front was looked at.
struct Contents {
    std::vector<Finding> container;  ///< Layer::container only.
    std::map<std::size_t, FileFailure>
        failed;                               ///< By index in Manifest::files; all others are good.
    std::map<std::size_t, base::Bytes> kept;  ///< The bytes of the files asked for, where good.
};

/// A package open for reading. Use by one thread; examine() makes its own.
class OpenPackage {
public:
    virtual ~OpenPackage() = default;

    virtual Form form() const = 0;
    virtual const Front& front() const = 0;

    /// Reads everything once and compares it with the manifest; `keep` lists, in order, the files
    /// whose bytes are wanted. For a pipe this can be called once.
    /// Errors: io, interrupted. All that is wrong with the package is in the answer.
    virtual Result<Contents> examine(const Environment& environment, const Manifest& manifest,
                                     const Layout& layout,
                                     const std::vector<std::size_t>& keep) = 0;

    /// Hands the bytes of one payload file to `sink`, piece by piece, without reading any other.
    /// They are not verified. Errors: io, open, format if the file is shorter than listed; usage
    /// for a pipe.
    virtual Result<void> read_file(
        const Manifest& manifest, const Layout& layout, std::size_t index,
        const std::function<Result<void>(base::BytesView)>& sink) const = 0;
};

/// Opens a tar, an unpacked directory, or (`-`, or any FIFO) a pipe, and reads its front.
/// Errors: open; io; format, if it is no package at all; limit, if the front is too large.
Result<std::unique_ptr<OpenPackage>> open_package(const Environment& environment,
                                                  const std::filesystem::path& path,
                                                  const base::Limits& limits);

}  // namespace solander::package
