// SPDX-License-Identifier: Apache-2.0
#include "package/open_directory.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "base/litter.h"
#include "base/parallel.h"
#include "base/read_file.h"
#include "base/try.h"
#include "base/unchanged.h"
#include "format/bag_files.h"
#include "package/contents_builder.h"
#include "package/inventory.h"
#include "package/payload_digest.h"

namespace solander::package {

namespace {

constexpr std::size_t kReadBlock = std::size_t{256} << 10;

constexpr std::array kTagFiles{format::kBagInfoFile, format::kBagItFile, format::kManifestFile,
                               format::kPayloadManifestFile, format::kTagManifestFile};

class UnpackedPackage final : public OpenPackage {
public:
    UnpackedPackage(std::unique_ptr<Directory> directory, const base::Limits& limits)
        : directory_(std::move(directory)), limits_(limits) {}

    Result<void> read_front() {
        SOLANDER_TRY_ASSIGN(const auto names, directory_->list());
        if (!std::binary_search(names.begin(), names.end(), format::kBagItFile) ||
            !std::binary_search(names.begin(), names.end(), format::kManifestFile))
            return Error(ErrorCode::format,
                         "not a solander package: the directory has no bagit.txt "
                         "or no manifest.xml");
        for (const std::string_view name : kTagFiles)
            SOLANDER_TRY(read_front_file(std::string(name), limits_.manifest_bytes));
        // Other names are not in front; the inventory will tell of them, and of signatures that are
        // more than a manifest can declare.
        const std::size_t most = front_.files.size() + limits_.signatures;
        for (const auto& name : names)
            if (name.ends_with(".sig") && front_.files.size() < most)
                SOLANDER_TRY(read_front_file(name, limits_.signature_bytes));
        return {};
    }

    Form form() const override { return Form::directory; }
    const Front& front() const override { return front_; }

    Result<Contents> examine(const Environment& environment, const Manifest& manifest,
                             const Layout& layout, const Wanted& wanted) override {
        ContentsBuilder found(wanted);
        SOLANDER_TRY_ASSIGN(const Inventory inventory,
                            take_inventory(environment, *directory_, limits_));
        compare_inventory(inventory, manifest, layout, found);
        std::vector<PayloadDigest> digests(std::max(environment.jobs, 1U));
        std::vector<base::Bytes> buffers(digests.size(), base::Bytes(kReadBlock));
        SOLANDER_TRY(base::parallel_for(environment, manifest.files.size(),
                                        [&](unsigned worker, std::size_t index) -> Result<void> {
                                            const PayloadFile& file = manifest.files[index];
                                            FileFailure failure =
                                                examine_file(environment, file, digests[worker],
                                                             buffers[worker], index, found);
                                            if (environment.progress != nullptr)
                                                environment.progress->advance(1, 0);
                                            if (failure.status != FileFailure::Status::good)
                                                found.fail(index, std::move(failure));
                                            return {};
                                        }));
        found.add_changes();
        return std::move(found.contents());
    }

    Result<void> read_file(
        const Manifest& manifest, const Layout&, std::size_t index,
        const std::function<Result<void>(base::BytesView)>& sink) const override {
        const PayloadFile& listed = manifest.files[index];
        SOLANDER_TRY_ASSIGN(const auto file, directory_->open(listed.path.str()));
        base::Bytes buffer(kReadBlock);
        for (std::uint64_t offset = 0;;) {
            SOLANDER_TRY_ASSIGN(const std::size_t got, file->read_at(offset, buffer));
            if (got == 0) return {};
            SOLANDER_TRY(sink(std::span(buffer).first(got)));
            offset += got;
            if (offset > listed.size) return {};  // too long: its digest will tell
        }
    }

private:
    /// Reads a file of the front, if it is there as a regular file.
    Result<void> read_front_file(const std::string& name, std::uint64_t limit) {
        const auto info = directory_->find(name);
        if (info && (!*info || (*info)->kind != FileKind::regular)) return {};
        auto bytes = info ? base::read_all(*directory_, name, limit) : info.error();
        if (bytes)
            front_.files.push_back({name, *std::move(bytes)});
        else if (name == format::kManifestFile)
            return std::move(bytes).error();
        else if (bytes.error().code() == ErrorCode::limit)
            front_.files.push_back({name, {}});  // whatever it is, it is not what it should be
        else
            front_.unreadable.emplace_back(name, bytes.error().message());
        return {};
    }

    static void compare_inventory(const Inventory& inventory, const Manifest& manifest,
                                  const Layout& layout, ContentsBuilder& found) {
        std::unordered_map<std::string_view, bool> listed;
        for (const auto& entry : layout.front()) listed.emplace(entry.path, false);
        for (const auto& file : manifest.files) listed.emplace(file.path.str(), false);
        for (const auto& entry : inventory.files) {
            const auto at = listed.find(entry.path);
            if (at != listed.end()) {
                at->second = true;
            } else if (entry.info.kind == FileKind::regular) {
                found.add(
                    Code::entry_unlisted, entry.path,
                    "is in the directory, but not in the manifest" + base::litter_hint(entry.path));
            }
            if (entry.info.kind != FileKind::regular)
                found.add(Code::entry_type, entry.path,
                          fmt::format("is a {}, not a regular file", kind_name(entry.info.kind)));
        }
        for (const auto& path : inventory.empty_directories)
            found.add(Code::entry_empty_directory, path, "is a directory with nothing in it");
        for (const auto& [path, reason] : inventory.unreadable)
            found.add(Code::payload_unreadable, path, reason);
        for (const auto& path : inventory.too_deep)
            found.add(Code::limit_exceeded, path,
                      "lies deeper than directories are looked into here");
        // Where a directory could not be looked into, its files are not known to be missing.
        const auto report_missing = [&](const std::string& path) {
            if (!listed.at(path) && !inventory.hides(path))
                found.add(Code::entry_missing, path, std::string(kMissing));
        };
        for (const auto& entry : layout.front()) report_missing(entry.path);
        for (const auto& file : manifest.files) report_missing(file.path.str());
    }

    static FileFailure unreadable(const Error& error) {
        return {.status = FileFailure::Status::unreadable, .reason = error.message()};
    }

    /// A link, or nothing at all, is a file that is missing.
    FileFailure why_not_open(const std::string& path, const Error& error) const {
        const auto info = directory_->find(path);
        if (info && (!*info || (*info)->kind != FileKind::regular))
            return {.status = FileFailure::Status::missing};
        return unreadable(info ? error : info.error());
    }

    FileFailure examine_file(const Environment& environment, const PayloadFile& listed,
                             PayloadDigest& digest, base::Bytes& buffer, std::size_t index,
                             ContentsBuilder& found) const {
        using Status = FileFailure::Status;
        auto file = directory_->open(listed.path.str());
        if (!file) return why_not_open(listed.path.str(), file.error());
        const auto before = (*file)->info();
        if (!before) return unreadable(before.error());
        base::Bytes kept;
        digest.start(listed.sha512.has_value());
        std::uint64_t offset = 0;
        while (!environment.stopped()) {
            const auto got = (*file)->read_at(offset, buffer);
            if (!got) {
                digest.finish();
                return unreadable(got.error());
            }
            const base::BytesView block = std::span(buffer).first(*got);
            digest.update(block);
            if (found.wants(index)) kept.insert(kept.end(), block.begin(), block.end());
            if (environment.progress != nullptr) environment.progress->advance(0, *got);
            offset += *got;
            if (*got < buffer.size() || offset > listed.size) break;
        }
        const auto value = digest.finish();
        const auto after = (*file)->info();
        if (!after) return unreadable(after.error());
        if (!base::is_unchanged(*before, *after)) found.change(listed.path.str());
        if (offset != listed.size)
            return {.status = Status::size, .found_bytes = std::max(offset, before->size)};
        if (auto differing = differing_digest(listed, value))
            return {.status = Status::digest,
                    .found_bytes = offset,
                    .found_digest = *std::move(differing)};
        if (found.wants(index)) found.hand_over(index, kept);
        return {};
    }

    std::unique_ptr<Directory> directory_;
    base::Limits limits_;
    Front front_;
};

}  // namespace

Result<std::unique_ptr<OpenPackage>> open_directory(std::unique_ptr<Directory> directory,
                                                    const base::Limits& limits) {
    auto package = std::make_unique<UnpackedPackage>(std::move(directory), limits);
    SOLANDER_TRY(package->read_front());
    return package;
}

}  // namespace solander::package
