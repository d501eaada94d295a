// SPDX-License-Identifier: Apache-2.0
#include "package/tar_examiner.h"

#include <algorithm>

#include "base/try.h"
#include "package/canonical_tar.h"

namespace solander::package {

namespace {

/// What is read at a time: small enough to be still in the cache when it is hashed.
constexpr std::size_t kBlock = std::size_t{256} << 10;

/// What there is of `bytes` from `offset`, at most `size`.
base::BytesView part(base::BytesView bytes, std::uint64_t offset, std::uint64_t size) {
    if (offset >= bytes.size()) return {};
    return bytes.subspan(offset, std::min<std::uint64_t>(size, bytes.size() - offset));
}

void judge_digest(const PayloadFile& listed, const PayloadDigest::Value& found,
                  FileFailure& failure) {
    if (auto differing = differing_digest(listed, found)) {
        failure.status = FileFailure::Status::digest;
        failure.found_digest = *std::move(differing);
    }
}

}  // namespace

std::vector<FileRun> file_runs(const Layout& layout) {
    std::vector<FileRun> runs;
    for (std::size_t first = 0; first < layout.file_count();) {
        std::size_t end = first + 1;
        while (end < layout.file_count() &&
               layout.header_offset(end + 1) - layout.header_offset(first) <= kBlock)
            ++end;
        runs.push_back({first, end});
        first = end;
    }
    return runs;
}

TarExaminer::TarExaminer(const Environment& environment, const Manifest& manifest,
                         const Layout& layout, ContentsBuilder& found)
    : environment_(environment), manifest_(manifest), layout_(layout), found_(found) {}

/// Most packages are small, and then so is the buffer.
std::span<std::byte> TarExaminer::room(std::size_t size) {
    if (buffer_.size() < size) buffer_.resize(size);
    return std::span(buffer_).first(size);
}

Result<void> TarExaminer::examine(TarSource& source, const FileRun& run) {
    const auto bytes = layout_.header_offset(run.end) - layout_.header_offset(run.first);
    return bytes <= kBlock ? examine_small(source, run) : examine_large(source, run.first);
}

Result<void> TarExaminer::examine_small(TarSource& source, const FileRun& run) {
    const std::uint64_t begin = layout_.header_offset(run.first);
    const std::size_t size = layout_.header_offset(run.end) - begin;
    SOLANDER_TRY_ASSIGN(const std::size_t got, source.read_at(begin, room(size)));
    const base::BytesView bytes = std::span(buffer_).first(got);
    for (std::size_t index = run.first; index < run.end; ++index) {
        const std::uint64_t offset = layout_.header_offset(index) - begin;
        const std::uint64_t span = layout_.header_offset(index + 1) - layout_.header_offset(index);
        record(index, examine_bytes(index, part(bytes, offset, span)));
    }
    return {};
}

/// `bytes` are all that there is from the header of the file to its padding.
FileFailure TarExaminer::examine_bytes(std::size_t index, base::BytesView bytes) {
    const PayloadFile& file = manifest_.files[index];
    const std::string header = layout_.header(index);
    FileFailure failure;
    failure.header_differs = base::as_text(part(bytes, 0, header.size())) != header;
    const auto data = part(bytes, header.size(), file.size);
    failure.found_bytes = data.size();
    if (data.size() < file.size) {
        failure.status = data.empty() ? FileFailure::Status::missing : FileFailure::Status::size;
        return failure;
    }
    digest_.start(file.sha512.has_value());
    digest_.update(data);
    judge_digest(file, digest_.finish(), failure);
    const std::uint64_t padding = padded(file.size) - file.size;
    const auto filler = part(bytes, header.size() + file.size, padding);
    failure.padding_differs = !is_zero(filler);  // a lack of it is a matter of the whole's size
    if (failure.status == FileFailure::Status::good && found_.wants(index))
        found_.hand_over(index, data);
    return failure;
}

Result<void> TarExaminer::examine_large(TarSource& source, std::size_t index) {
    const PayloadFile& file = manifest_.files[index];
    const std::string header = layout_.header(index);
    std::uint64_t offset = layout_.header_offset(index);
    FileFailure failure;
    base::Bytes kept;
    {
        SOLANDER_TRY_ASSIGN(const std::size_t got, source.read_at(offset, room(header.size())));
        failure.header_differs = base::as_text(std::span(buffer_).first(got)) != header;
        offset += header.size();
    }
    digest_.start(file.sha512.has_value());
    for (std::uint64_t left = file.size; left > 0;) {
        if (environment_.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        const std::size_t size = std::min<std::uint64_t>(left, kBlock);
        SOLANDER_TRY_ASSIGN(const std::size_t got, source.read_at(offset, room(size)));
        const base::BytesView block = std::span(buffer_).first(got);
        digest_.update(block);
        if (found_.wants(index)) kept.insert(kept.end(), block.begin(), block.end());
        if (environment_.progress != nullptr) environment_.progress->advance(0, got);
        offset += got;
        left -= got;
        if (got < size) break;  // the tar ends here
    }
    failure.found_bytes = offset - layout_.header_offset(index) - header.size();
    const auto value = digest_.finish();
    if (failure.found_bytes < file.size) {
        failure.status =
            failure.found_bytes == 0 ? FileFailure::Status::missing : FileFailure::Status::size;
    } else {
        judge_digest(file, value, failure);
        const std::size_t padding = padded(file.size) - file.size;
        SOLANDER_TRY_ASSIGN(const std::size_t got, source.read_at(offset, room(padding)));
        failure.padding_differs = !is_zero(std::span(buffer_).first(got));
        if (failure.status == FileFailure::Status::good && found_.wants(index))
            found_.hand_over(index, kept);
    }
    if (environment_.progress != nullptr) environment_.progress->advance(1, 0);
    if (failure.status != FileFailure::Status::good || failure.header_differs ||
        failure.padding_differs)
        found_.fail(index, std::move(failure));
    return {};
}

void TarExaminer::record(std::size_t index, FileFailure failure) {
    if (environment_.progress != nullptr)
        environment_.progress->advance(1, manifest_.files[index].size);
    if (failure.status != FileFailure::Status::good || failure.header_differs ||
        failure.padding_differs)
        found_.fail(index, std::move(failure));
}

}  // namespace solander::package
