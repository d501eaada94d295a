// SPDX-License-Identifier: Apache-2.0
#include "pack/payload_writer.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/parallel.h"
#include "base/try.h"
#include "base/unchanged.h"
#include "pack/block_writer.h"
#include "package/canonical_tar.h"
#include "package/payload_digest.h"
#include "package/tar_examiner.h"

namespace solander::pack {

namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;

class PayloadWriter {
public:
    PayloadWriter(const Environment& environment, const Inputs& inputs,
                  const package::Layout& layout, BlockWriter& tar, Manifest& manifest)
        : environment_(environment),
          inputs_(inputs),
          layout_(layout),
          tar_(tar),
          manifest_(manifest) {}

    /// Files that fit into one block together are written together.
    Result<void> write(const package::FileRun& run) {
        buffer_.clear();
        std::uint64_t offset = layout_.header_offset(run.first);
        for (std::size_t index = run.first; index < run.end; ++index) {
            append(layout_.header(index));
            SOLANDER_TRY(copy(index, offset));
            buffer_.resize(layout_.header_offset(index + 1) - offset);  // zeros
        }
        return flush(offset);
    }

private:
    void append(std::string_view text) {
        const auto bytes = base::as_bytes(text);
        buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
    }

    Result<void> flush(std::uint64_t& offset) {
        const std::size_t size = buffer_.size();
        SOLANDER_TRY(tar_.write(offset, buffer_));
        offset += size;
        return {};
    }

    Result<void> copy(std::size_t index, std::uint64_t& offset) {
        const InputFileEntry& input = inputs_.files[index];
        PayloadFile& listed = manifest_.files[index];
        SOLANDER_TRY_ASSIGN(const auto file, inputs_.open(environment_, input));
        SOLANDER_TRY(check_unchanged(input, *file));
        digest_.start(listed.sha512.has_value());
        for (std::uint64_t done = 0; done < listed.size;) {
            if (environment_.stopped()) return Error(ErrorCode::interrupted, "interrupted");
            const std::size_t size = std::min<std::uint64_t>(listed.size - done, kBlock);
            const std::size_t had = buffer_.size();
            buffer_.resize(had + size);
            SOLANDER_TRY_ASSIGN(const std::size_t got,
                                file->read_at(done, std::span(buffer_).subspan(had)));
            if (got < size) return changed(input);
            digest_.update(std::span(buffer_).subspan(had));
            done += got;
            if (buffer_.size() >= kBlock) SOLANDER_TRY(flush(offset));
            if (environment_.progress != nullptr) environment_.progress->advance(0, got);
        }
        SOLANDER_TRY(check_unchanged(input, *file));
        auto value = digest_.finish();
        listed.sha256 = value.sha256;
        if (listed.sha512) listed.sha512 = value.sha512;
        if (environment_.progress != nullptr) environment_.progress->advance(1, 0);
        return {};
    }

    Error changed(const InputFileEntry& input) const {
        return {ErrorCode::io,
                fmt::format("'{}' changed while it was being packed; nothing was packed. Try again "
                            "when nobody writes to it",
                            base::printable(inputs_.shown(input)))};
    }

    Result<void> check_unchanged(const InputFileEntry& input, const InputFile& file) const {
        SOLANDER_TRY_ASSIGN(const FileInfo now, file.info());
        if (!base::is_unchanged(input.info, now)) return changed(input);
        return {};
    }

    const Environment& environment_;
    const Inputs& inputs_;
    const package::Layout& layout_;
    BlockWriter& tar_;
    Manifest& manifest_;
    package::PayloadDigest digest_;
    base::Bytes buffer_;
};

}  // namespace

Result<void> write_payload(const Environment& environment, const Inputs& inputs,
                           const package::Layout& layout, OutputFile& tar, Manifest& manifest) {
    const auto runs = package::file_runs(layout);
    const unsigned workers = std::max(environment.jobs, 1U);
    BlockWriter blocks(tar, std::size_t{2} * workers);
    std::vector<PayloadWriter> writers;
    writers.reserve(workers);
    for (unsigned i = 0; i < workers; ++i)
        writers.emplace_back(environment, inputs, layout, blocks, manifest);
    return base::parallel_for(environment, runs.size(), [&](unsigned worker, std::size_t run) {
        return writers[worker].write(runs[run]);
    });
}

}  // namespace solander::pack
