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

/// How the bytes of a package are come by; whether they lie in a bundle is another matter.
enum class Form { tar, directory, pipe };

struct Bundle;

/// A file in front of the payload, as it was found.
struct SmallFile {
    std::string path;  ///< Below the top directory.
    base::Bytes bytes;
};

/// What a package holds besides its payload. Nothing of it has been verified.
struct Front {
    std::string name;  ///< The top directory; empty in directory form, where it is free.
    std::vector<SmallFile> files;  ///< In the order found.
    /// What is there and could not be read: name and reason. In directory form only.
    std::vector<std::pair<std::string, std::string>> unreadable;
    /// The file in whose middle the container ends; empty if it does not end in front.
    std::string cut;

    /// Null if there is none, or none that could be read.
    const base::Bytes* find(std::string_view path) const;
    /// Null if it can be read, or is not there.
    const std::string* why_unreadable(std::string_view path) const;
};

/// What is said of a listed file that is not there, by whoever notices.
inline constexpr std::string_view kMissing = "is in the manifest, but not there";

/// What is said of a file that was not left alone.
inline constexpr std::string_view kChanged = "was changed or replaced while it was read";

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
        failed;  ///< By index in Manifest::files; all others are good.
};

/// Payload files whose bytes are wanted while they are at hand.
struct Wanted {
    std::vector<std::size_t> files;  ///< Indices in Manifest::files, in order.
    /// Called once for each of them that is as listed, by any worker, several at one time.
    std::function<void(std::size_t index, base::BytesView bytes)> take;
};

/// A package open for reading. Use by one thread; examine() makes its own.
class OpenPackage {
public:
    virtual ~OpenPackage() = default;

    virtual Form form() const = 0;
    virtual const Front& front() const = 0;
    /// What came with the package in one bundle; null where it does not lie in one. In a bundle
    /// whose package could not be reached the front is empty.
    virtual const Bundle* bundle() const { return nullptr; }

    /// Reads everything once and compares it with the manifest. For a pipe this can be called once.
    /// Errors: io, interrupted. All that is wrong with the package is in the answer.
    virtual Result<Contents> examine(const Environment& environment, const Manifest& manifest,
                                     const Layout& layout, const Wanted& wanted) = 0;

    /// Hands the bytes of one payload file to `sink`, piece by piece, without reading any other.
    /// They are not verified. Errors: io, open, format if the file is shorter than listed; usage
    /// for a pipe.
    virtual Result<void> read_file(
        const Manifest& manifest, const Layout& layout, std::size_t index,
        const std::function<Result<void>(base::BytesView)>& sink) const = 0;
};

/// Opens a tar, an unpacked directory, or (`-`, or any FIFO) a pipe, and reads its front. Tar and
/// pipe may hold a bundle.
/// Errors: open; io; format, if it is no package at all; limit, if the front is too large.
Result<std::unique_ptr<OpenPackage>> open_package(const Environment& environment,
                                                  const std::filesystem::path& path,
                                                  const base::Limits& limits);

}  // namespace solander::package
