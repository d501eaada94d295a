// SPDX-License-Identifier: Apache-2.0
#include "verify/other_copy.h"

#include <algorithm>

#include "base/escape.h"
#include "base/try.h"
#include "package/bundle.h"
#include "package/canonical_tar.h"

namespace solander::verify {

const std::map<Sha256, Timestamp>& Elsewhere::seen() const {
    static const std::map<Sha256, Timestamp> kNothing;
    return remembered ? remembered->seen : kNothing;
}

std::optional<Timestamp> Elsewhere::first_seen() const {
    std::optional<Timestamp> first;
    for (const auto& [digest, time] : seen()) first = first ? std::min(*first, time) : time;
    return first;
}

void Elsewhere::remember(std::optional<custody::Remembered> what, const base::Limits& limits) {
    remembered = std::move(what);
    memory.reset();
    if (!remembered) return;
    const auto heads = custody::heads_of(remembered->chain);
    if (heads.empty()) return;
    const Timestamp head_seen = remembered->seen.at(heads.back().second);
    memory = std::make_unique<OtherCopy>("your memory of " + head_seen.date(), remembered->chain,
                                         limits);
}

Result<custody::Folder> custody_of(const package::Bundle& bundle, const base::Limits& limits) {
    if (bundle.custody_over_limit)
        return Error(ErrorCode::limit, "in the bundle is larger than a history can be");
    std::vector<custody::FolderFile> files;
    for (const auto& file : bundle.custody) files.push_back({file.path, file.bytes});
    return custody::folder_of(std::move(files), limits);
}

Result<custody::Folder> read_custody_at(const std::filesystem::path& path,
                                        const Environment& environment,
                                        const base::Limits& limits) {
    SOLANDER_TRY_ASSIGN(const FileInfo info, environment.files.info(path));
    if (info.kind == FileKind::directory) {
        SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(path));
        auto folder = custody::read_folder(environment, *directory, limits);
        if (!folder) return folder.error().in(base::printable(path.string()));
        return folder;
    }
    const auto no_bundle = [&path](const std::string& what) {
        return Error(ErrorCode::format, base::printable(path.string()) + ": " + what);
    };
    SOLANDER_TRY_ASSIGN(const auto file, environment.files.open(path));
    base::Bytes begun(package::kTarBlock);
    SOLANDER_TRY_ASSIGN(const std::size_t got, file->read(begun));
    begun.resize(got);
    if (!package::begins_bundle(begun))
        return no_bundle("is neither a custody directory nor a bundle");
    SOLANDER_TRY_ASSIGN(const auto bundle, package::read_bundle(*file, std::move(begun), limits));
    if (!bundle.flaws.empty())
        return no_bundle("is not as a bundle is made: " + bundle.flaws.front().message);
    auto folder = custody_of(bundle, limits);
    if (!folder) return folder.error().in(base::printable(path.string()));
    return folder;
}

Result<std::unique_ptr<OtherCopy>> read_other_copy(const std::filesystem::path& path,
                                                   const Environment& environment,
                                                   const base::Limits& limits) {
    SOLANDER_TRY_ASSIGN(auto folder, read_custody_at(path, environment, limits));
    return std::make_unique<OtherCopy>(path.string(), std::move(folder), limits);
}

}  // namespace solander::verify
