// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <solander/digest.h>
#include <solander/environment.h>
#include <solander/error.h>

namespace solander {

struct BundleRequest {
    /// A tar or an unpacked directory.
    std::filesystem::path package;
    /// The custody directory; else it is NAME.custody beside the package.
    std::optional<std::filesystem::path> custody = {};
    /// A directory that is there, or that ends in a slash and is made: NAME.bundle.tar is put
    /// there. Anything else is the path of the bundle itself.
    std::filesystem::path output;
    bool replace = false;  ///< Overwrite a file that is there.
    /// The largest manifest.xml that is read.
    std::uint64_t manifest_bytes = std::uint64_t{64} << 20;
};

struct Bundled {
    std::filesystem::path bundle;
    std::string name;        ///< Of the package.
    Sha256 manifest;         ///< The identity of the package.
    std::size_t events = 0;  ///< Of its custody.
    std::uint64_t bytes = 0;
    /// What lies in an unpacked directory, and is not in its manifest nor in the bundle.
    std::vector<std::string> left_out = {};
};

/// Makes one tar of a package and its custody, for sending. It is not signed, and says nothing that
/// the two do not; it can be made again at any time, the same bytes each time.
///
/// Neither signatures nor the digests of a tar are judged here: that is what verification does. Of
/// a directory the tar is made again, and a file that is not as its manifest lists it is an error.
/// A bundle is there whole, or not at all.
///
/// Errors: open (no package, no custody, or one that cannot be read); format (no package, not of
/// the size that its manifest implies, or no custody); limit; usage (a pipe, a bundle, an output
/// that is or lies in one of the two); create; io; interrupted.
Result<Bundled> make_bundle(const BundleRequest& request, const Environment& environment);

struct UnbundleRequest {
    std::filesystem::path bundle;  ///< A file, or a pipe (`-`).
    std::filesystem::path output;  ///< NAME.tar and NAME.custody are put there; made if need be.
    /// The largest manifest.xml that is read.
    std::uint64_t manifest_bytes = std::uint64_t{64} << 20;
};

struct Unbundled {
    std::string name;
    std::filesystem::path package;
    std::filesystem::path custody;
    bool package_kept = false;     ///< It was there already, the same bytes.
    bool custody_kept = false;     ///< Likewise.
    std::size_t events = 0;        ///< Of the custody in the bundle.
    std::size_t events_there = 0;  ///< Of the custody that was there.
    /// Nothing was put anywhere: the custody that is there goes on where that of the bundle ends.
    bool would_rewind = false;
};

/// Takes package and custody out of a bundle. Nothing that is there already is ever overwritten:
/// the same package and the same history are kept, another package and another history refused.
/// A longer history in the bundle is no reason to touch the one that is there, either; taking over
/// its events is what `solander custody sync` does, and checks them before. Signatures and digests
/// are not judged.
///
/// Both are put in place once they are whole, the custody first. Errors: open; format (no bundle,
/// or one that is not as it is made); limit; create (something else is there); io; interrupted.
Result<Unbundled> unbundle(const UnbundleRequest& request, const Environment& environment);

}  // namespace solander
