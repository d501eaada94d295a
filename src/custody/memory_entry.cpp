// SPDX-License-Identifier: Apache-2.0
#include "custody/memory_entry.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/read_file.h"
#include "base/try.h"
#include "crypto/digest_stream.h"

namespace solander::custody {

namespace {

constexpr std::string_view kMemoryStart = "# solander memory 1: package ";
constexpr std::string_view kManifest = " manifest sha256:";
constexpr std::string_view kNoFile = "-";

Error damaged(std::string_view what) {
    return {ErrorCode::io,
            fmt::format("the memory is damaged here ({}); restore it from a copy, or set it aside "
                        "with: solander state accept",
                        what)};
}

Result<void> write_file(Directory& directory, std::string_view name, base::BytesView bytes) {
    SOLANDER_TRY_ASSIGN(const auto file, directory.create(name));
    SOLANDER_TRY(file->write_at(0, bytes));
    return file->sync();
}

struct SeenLine {
    Timestamp time;
    Sha256 digest;
    std::string file;
};

std::optional<SeenLine> parse_line(std::string_view line) {
    static constexpr std::size_t kTime = std::string_view("2026-12-01T00:00:00Z").size();
    static constexpr std::size_t kName = kTime + 1 + Sha256::kHexSize + 1;
    if (line.size() <= kName || line[kTime] != ' ' || line[kName - 1] != ' ') return std::nullopt;
    const auto time = Timestamp::parse(line.substr(0, kTime));
    const auto digest = Sha256::parse(line.substr(kTime + 1, Sha256::kHexSize));
    if (!time || !digest) return std::nullopt;
    return SeenLine{*time, *digest, std::string(line.substr(kName))};
}

std::string first_line(std::string_view package, const Sha256& manifest) {
    return fmt::format("{}{}{}{}", kMemoryStart, package, kManifest, manifest.hex());
}

/// The lines of seen.txt behind the first; nothing, if one of them is none.
std::optional<std::vector<SeenLine>> parse_seen(std::string_view text, const Sha256& manifest,
                                                std::string& package) {
    if (!text.ends_with('\n')) return std::nullopt;
    const auto first = text.substr(0, text.find('\n'));
    const std::string end = fmt::format("{}{}", kManifest, manifest.hex());
    if (!first.starts_with(kMemoryStart) || !first.ends_with(end) ||
        first.size() <= kMemoryStart.size() + end.size())
        return std::nullopt;
    package = first.substr(kMemoryStart.size(), first.size() - kMemoryStart.size() - end.size());
    std::vector<SeenLine> lines;
    for (auto rest = text.substr(first.size() + 1); !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        auto parsed = parse_line(line);
        if (!parsed) return std::nullopt;
        lines.push_back(*std::move(parsed));
        rest.remove_prefix(line.size() + 1);
    }
    return lines;
}

}  // namespace

std::string seen_text(const Sha256& manifest, const Remembered& remembered) {
    std::string text = first_line(remembered.package, manifest) + "\n";
    std::set<Sha256> told;
    for (const auto& [file, digest] : heads_of(remembered.chain)) {
        told.insert(digest);
        text += fmt::format("{} {} {}\n", remembered.seen.at(digest).text(), digest.hex(), file);
    }
    for (const auto& [digest, time] : remembered.seen)
        if (!told.contains(digest))
            text += fmt::format("{} {} {}\n", time.text(), digest.hex(), kNoFile);
    return text;
}

Result<void> write_entry(Directory& directory, const Sha256& manifest,
                         const Remembered& remembered) {
    if (!remembered.chain.files.empty()) {
        SOLANDER_TRY(directory.create_directory(kChainDirectory));
        SOLANDER_TRY_ASSIGN(const auto chain, directory.open_directory(kChainDirectory));
        for (const auto& file : remembered.chain.files)
            SOLANDER_TRY(write_file(*chain, file.name, file.bytes));
        SOLANDER_TRY(chain->sync());
    }
    SOLANDER_TRY(write_file(directory, kSeenFile, base::as_bytes(seen_text(manifest, remembered))));
    return directory.sync();
}

Result<Remembered> read_entry(const Environment& environment, const Directory& directory,
                              const Sha256& manifest, const base::Limits& limits) {
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(directory, kSeenFile, limits.custody_bytes));
    Remembered remembered;
    const auto lines = parse_seen(base::as_text(bytes), manifest, remembered.package);
    if (!lines) return damaged(kSeenFile);
    Heads listed;
    for (const auto& line : *lines) {
        remembered.seen.emplace(line.digest, line.time);
        if (line.file != kNoFile) listed.emplace_back(line.file, line.digest);
    }
    if (listed.empty()) {
        // A list that lost its end must not be taken for one of a package that was set aside.
        SOLANDER_TRY_ASSIGN(const auto chain, directory.find(kChainDirectory));
        if (chain) return damaged(kChainDirectory);
        return remembered;
    }
    SOLANDER_TRY_ASSIGN(const auto chain, directory.open_directory(kChainDirectory));
    SOLANDER_TRY_ASSIGN(remembered.chain, read_folder(environment, *chain, limits));
    if (!remembered.chain.unreadable.empty())
        return Error(ErrorCode::io, remembered.chain.unreadable.front().second);
    if (heads_of(remembered.chain) != listed) return damaged(kChainDirectory);
    return remembered;
}

}  // namespace solander::custody
