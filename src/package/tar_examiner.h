// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include <solander/environment.h>

#include "package/contents_builder.h"
#include "package/layout.h"
#include "package/payload_digest.h"

namespace solander::package {

/// Where the bytes of a tar come from. A pipe is read in order only.
class TarSource {
public:
    virtual ~TarSource() = default;
    /// Fills `into` with what stands at `offset`; fewer bytes only at the end of the tar.
    virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) = 0;
};

/// A run of neighbouring payload files that one worker takes at a time.
struct FileRun {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// Cuts the payload into runs: many small files, or one large one.
std::vector<FileRun> file_runs(const Layout& layout);

/// Compares runs of the payload with the manifest: headers, data, padding. One for each worker.
class TarExaminer {
public:
    TarExaminer(const Environment& environment, const Manifest& manifest, const Layout& layout,
                ContentsBuilder& found);

    Result<void> examine(TarSource& source, const FileRun& run);

private:
    std::span<std::byte> room(std::size_t size);
    Result<void> examine_small(TarSource& source, const FileRun& run);
    Result<void> examine_large(TarSource& source, std::size_t index);
    FileFailure examine_bytes(std::size_t index, base::BytesView bytes);
    void record(std::size_t index, FileFailure failure);

    const Environment& environment_;
    const Manifest& manifest_;
    const Layout& layout_;
    ContentsBuilder& found_;
    PayloadDigest digest_;
    base::Bytes buffer_;
};

}  // namespace solander::package
