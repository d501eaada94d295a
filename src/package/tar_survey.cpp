// SPDX-License-Identifier: Apache-2.0
#include "package/tar_survey.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "package/canonical_tar.h"

namespace solander::package {

namespace {

constexpr std::uint64_t kMaxPaxRecords = std::uint64_t{1} << 20;
constexpr std::size_t kMostFindings = 1000;

struct Found {
    std::string path;
    char type = '0';
};

/// Reads one header after the other; nothing at the end, or where there is no header.
class TarWalk {
public:
    explicit TarWalk(const InputFile& tar) : tar_(tar) {}

    std::optional<Found> next() {
        std::optional<std::string> long_name;
        for (;;) {
            std::array<std::byte, kTarBlock> block{};
            const auto got = tar_.read_at(offset_, block);
            at_end_ = got && (*got < block.size() || is_zero(block));
            if (!got || at_end_) return std::nullopt;
            auto header = parse_header(block);
            if (!header || header->size > std::numeric_limits<std::uint64_t>::max() / 4 - offset_)
                return std::nullopt;
            const std::uint64_t data = offset_ + kTarBlock;
            offset_ = data + padded(header->size);
            if (header->type == 'x' && header->size <= kMaxPaxRecords) {
                base::Bytes records(header->size);
                const auto read = tar_.read_at(data, records);
                if (!read || *read < records.size()) return std::nullopt;
                long_name = pax_value(base::as_text(records), "path");
                continue;
            }
            return Found{long_name ? *std::move(long_name) : std::move(header->name), header->type};
        }
    }

    /// Whether the walk came to the end of the tar, rather than to something that is no header.
    bool at_end() const { return at_end_; }

private:
    const InputFile& tar_;
    std::uint64_t offset_ = 0;
    bool at_end_ = false;
};

/// Whether it has been told of a payload file that nothing of it is there.
bool is_known_to_be_missing(const Contents& contents, std::size_t index) {
    const auto failure = contents.failed.find(index);
    return failure != contents.failed.end() &&
           failure->second.status == FileFailure::Status::missing;
}

}  // namespace

Result<std::vector<Finding>> survey_tar(const Environment& environment, const InputFile& tar,
                                        const Manifest& manifest, const Layout& layout,
                                        const Contents& contents) {
    std::unordered_map<std::string, std::size_t> seen;
    for (const auto& entry : layout.front()) seen.emplace(layout.entry_name(entry.path), 0);
    for (const auto& file : manifest.files) seen.emplace(layout.entry_name(file.path.str()), 0);

    std::vector<Finding> findings;
    TarWalk walk(tar);
    while (const auto found = walk.next()) {
        if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        if (findings.size() >= kMostFindings) return findings;  // a tar made to exhaust us
        const auto at = seen.find(found->path);
        if (found->type != '0' && found->type != '\0')
            findings.push_back(
                {Code::entry_type, found->path,
                 fmt::format("is a tar entry of type '{}', not a regular file", found->type)});
        if (at == seen.end())
            findings.push_back(
                {Code::entry_unlisted, found->path, "is in the tar, but not in the manifest"});
        else if (++at->second == 2)
            findings.push_back(
                {Code::entry_duplicate, found->path, "is in the tar more than once"});
    }
    if (!walk.at_end()) return findings;
    const auto report_missing = [&](std::string_view path) {
        if (seen.at(layout.entry_name(path)) == 0)
            findings.push_back({Code::entry_missing, std::string(path), std::string(kMissing)});
    };
    for (const auto& entry : layout.front()) report_missing(entry.path);
    for (std::size_t i = 0; i < manifest.files.size(); ++i)
        if (!is_known_to_be_missing(contents, i)) report_missing(manifest.files[i].path.str());
    return findings;
}

}  // namespace solander::package
