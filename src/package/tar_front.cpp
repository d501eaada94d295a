// SPDX-License-Identifier: Apache-2.0
#include "package/tar_front.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "format/bag_files.h"
#include "format/lexical.h"
#include "package/canonical_tar.h"

namespace solander::package {

namespace {

/// What a file in front may have; nothing for a name that does not belong there. Of the tag files
/// only the list of the payload grows, and stays smaller than the manifest.
std::optional<std::uint64_t> limit_for(std::string_view path, const base::Limits& limits) {
    static constexpr std::uint64_t kSmall = 4096;
    if (path == format::kManifestFile || path == format::kPayloadManifestFile)
        return limits.manifest_bytes;
    if (path == format::kBagItFile || path == format::kBagInfoFile ||
        path == format::kTagManifestFile)
        return kSmall;
    if (path.starts_with(format::kManifestFile) && path.ends_with(".sig"))
        return limits.signature_bytes;
    return std::nullopt;
}

/// `NAME/rest`, apart.
struct Split {
    std::string_view top;
    std::string_view rest;
};

Split split(std::string_view name) {
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) return {name, {}};
    return {name.substr(0, slash), name.substr(slash + 1)};
}

Error no_package() {
    return {ErrorCode::format,
            "not a solander package: it does not begin with NAME/bagit.txt, nor, "
            "as a bundle does, with NAME.custody"};
}

}  // namespace

Result<void> TarFront::ensure(std::uint64_t size) {
    if (size <= bytes_.size()) return {};
    // In steps, so that memory follows what arrives; and not in the many small ones that entries
    // would ask for. What is read too much here, the payload of a pipe is taken from.
    static constexpr std::uint64_t kStep = std::uint64_t{16} << 20;
    static constexpr std::uint64_t kSmallestStep = std::uint64_t{16} << 10;
    while (bytes_.size() < size) {
        const std::size_t had = bytes_.size();
        const std::size_t wanted = std::clamp(size - had, kSmallestStep, kStep);
        bytes_.resize(had + wanted);
        SOLANDER_TRY_ASSIGN(const std::size_t got, file_.read(std::span(bytes_).subspan(had)));
        bytes_.resize(had + got);
        if (got < wanted) break;
    }
    return {};
}

Result<Front> TarFront::read(const base::Limits& limits) {
    Front front;
    for (std::uint64_t offset = 0; front.files.size() < limits.signatures + 5;) {
        SOLANDER_TRY(ensure(offset + kTarBlock));
        if (bytes_.size() < offset + kTarBlock) break;
        const auto header = parse_header(std::span(bytes_).subspan(offset, kTarBlock));
        const Split name = split(header ? std::string_view(header->name) : std::string_view());
        if (front.files.empty()) {
            if (!header || !format::is_package_name(name.top) || name.rest != format::kBagItFile)
                return no_package();
            front.name = name.top;
        }
        const auto limit = limit_for(name.rest, limits);
        if (!header || header->type != '0' || name.top != front.name || !limit) break;
        if (header->size > *limit && name.rest == format::kManifestFile)
            return Error(ErrorCode::limit, fmt::format("{} has {} bytes; the limit is {}",
                                                       name.rest, header->size, *limit));
        if (header->size > *limit) break;  // which no layout has
        SOLANDER_TRY(ensure(offset + kTarBlock + padded(header->size)));
        if (bytes_.size() < offset + kTarBlock + header->size) {
            front.cut = name.rest;
            break;
        }
        const auto data = std::span(bytes_).subspan(offset + kTarBlock, header->size);
        front.files.push_back({std::string(name.rest), base::Bytes(data.begin(), data.end())});
        offset += kTarBlock + padded(header->size);
    }
    if (front.files.empty()) return no_package();
    return front;
}

std::vector<Finding> TarFront::compare(const Layout& layout, Timestamp created) const {
    std::vector<Finding> findings;
    std::uint64_t offset = 0;
    const auto piece = [this](std::uint64_t from, std::uint64_t size) {
        const std::uint64_t at = std::min<std::uint64_t>(from, bytes_.size());
        return base::as_text(
            std::span(bytes_).subspan(at, std::min<std::uint64_t>(size, bytes_.size() - at)));
    };
    for (const auto& entry : layout.front()) {
        const std::string header = tar_header(layout.entry_name(entry.path), entry.size, created);
        if (piece(offset, header.size()) != header)
            findings.push_back({Code::container_header, entry.path,
                                "the tar header is not the one that the manifest implies"});
        offset += header.size() + entry.size;
        const std::uint64_t padding = padded(entry.size) - entry.size;
        if (piece(offset, padding) != std::string(padding, '\0'))
            findings.push_back(
                {Code::container_padding, entry.path, "the bytes after the file are not zero"});
        offset += padding;
    }
    return findings;
}

}  // namespace solander::package
