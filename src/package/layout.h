// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <solander/manifest.h>

namespace solander::package {

/// A file in front of the payload: the manifest, a signature or a tag file.
struct FrontEntry {
    std::string path;  ///< Below the top directory.
    std::uint64_t size = 0;
};

/// Where everything stands in the tar of a package: a pure function of the manifest and the size
/// of its text. Spec: docs/format.md, "Canonical tar".
class Layout {
public:
    /// `manifest` must outlive the layout.
    Layout(const Manifest& manifest, std::uint64_t manifest_bytes);

    /// In the order of the tar.
    const std::vector<FrontEntry>& front() const noexcept { return front_; }
    /// Where the payload begins.
    std::uint64_t front_bytes() const noexcept { return front_bytes_; }
    /// Where the header of the payload file `index` begins; for the number of files, the end of
    /// the last one.
    std::uint64_t header_offset(std::size_t index) const { return offsets_[index]; }
    std::uint64_t data_offset(std::size_t index) const;
    std::uint64_t total_bytes() const;

    std::size_t file_count() const noexcept { return offsets_.size() - 1; }
    /// The name of an entry in the tar: with the top directory in front.
    std::string entry_name(std::string_view path) const;
    /// The header of the payload file `index`.
    std::string header(std::size_t index) const;

private:
    const Manifest* manifest_;
    std::vector<FrontEntry> front_;
    std::uint64_t front_bytes_ = 0;
    std::vector<std::uint64_t> offsets_;
};

/// The name of the signature file of a key with this fingerprint's label.
std::string manifest_signature_name(std::string_view label);

/// The label of a key, from its fingerprint.
std::string label_of(std::string_view fingerprint);

}  // namespace solander::package
