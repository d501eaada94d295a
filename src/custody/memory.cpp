// SPDX-License-Identifier: Apache-2.0
#include "custody/memory.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/read_file.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "custody/memory_entry.h"

namespace solander::custody {

namespace {

constexpr std::string_view kPackages = "packages";
constexpr std::string_view kProofs = "proofs";
constexpr std::string_view kSetAside = "set-aside";
constexpr std::string_view kLog = "accepted.log";
constexpr std::string_view kDraftOfLog = ".accepted.log.draft";
constexpr std::uint64_t kLogBytes = std::uint64_t{64} << 20;

std::string draft_of(const Sha256& manifest) {
    return fmt::format(".{}.draft", manifest.hex());
}

std::string shard_of(const Sha256& manifest) {
    return fmt::format("{}/{}", kPackages, manifest.hex().substr(0, 2));
}

/// Makes a directory, unless it is there: somebody else may be making the same one.
Result<void> make_directory(Directory& parent, std::string_view name) {
    SOLANDER_TRY_ASSIGN(const auto before, parent.find(name));
    if (!before) {
        auto made = parent.create_directory(name);
        SOLANDER_TRY_ASSIGN(const auto after, parent.find(name));
        if (!after) return made;
    }
    return parent.sync();  // whoever made it may not have come so far
}

/// Removes what a crash has left in a directory that is locked.
Result<void> tidy(Directory& directory, const std::string& draft) {
    SOLANDER_TRY_ASSIGN(const auto left, directory.find(draft));
    if (left) return directory.remove_tree(draft);
    return {};
}

Error in_place(const Error& error, const std::filesystem::path& path, const Sha256& manifest) {
    return error.in(base::printable(
        fmt::format("{}/{}/{}", path.string(), shard_of(manifest), manifest.hex())));
}

}  // namespace

Heads heads_of(const Folder& chain) {
    Heads heads;
    for (const auto& file : chain.files)
        if (const auto name = parse_file_name(file.name); name && name->label.empty())
            heads.emplace_back(file.name, crypto::sha256(file.bytes));
    // By number: from 10000 on the order of names is another one.
    std::stable_sort(heads.begin(), heads.end(), [](const auto& a, const auto& b) {
        return parse_file_name(a.first)->seq < parse_file_name(b.first)->seq;
    });
    return heads;
}

Result<Memory> Memory::open(const std::filesystem::path& path, const Environment& environment) {
    const std::string shown = base::printable(path.string());
    SOLANDER_TRY_ASSIGN(const auto info, environment.files.find(path));
    if (!info)
        return Error(ErrorCode::open,
                     fmt::format("{}: is not there; make it first: mkdir {}", shown, shown));
    auto directory = environment.files.open_directory(path);
    if (!directory) return std::move(directory).error();
    SOLANDER_TRY_ASSIGN(const auto names, (*directory)->list());
    const bool is_memory = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name == kPackages || name == kProofs;
    });
    if (!names.empty() && !is_memory)
        return Error(ErrorCode::open,
                     fmt::format("{}: is no memory of solander, and not empty ({}): name an empty "
                                 "directory to begin one",
                                 shown, base::printable(names.front())));
    return Memory(path, environment, *std::move(directory));
}

Result<std::optional<Remembered>> Memory::read(const Directory& shard,
                                               const Sha256& manifest) const {
    const std::string name = manifest.hex();
    SOLANDER_TRY_ASSIGN(const auto there, shard.find(name));
    if (!there) return std::optional<Remembered>();
    const auto read_it = [&]() -> Result<Remembered> {
        SOLANDER_TRY_ASSIGN(const auto directory, shard.open_directory(name));
        return read_entry(*environment_, *directory, manifest, limits_);
    };
    auto entry = read_it();
    if (!entry) {
        // Of what is the reader's own, nothing is an input that is not what it claims to be: what
        // is there and lacks a file, or is none, is damaged.
        const Error& error = entry.error();
        const bool is_own = error.code() != ErrorCode::interrupted;
        return in_place(is_own ? Error(ErrorCode::io, error.message()) : error, path_, manifest);
    }
    return std::optional<Remembered>(*std::move(entry));
}

Result<std::optional<Remembered>> Memory::recall(const Sha256& manifest) const {
    const std::string name = shard_of(manifest);
    SOLANDER_TRY_ASSIGN(const auto there, directory_->find(name));
    if (!there) return std::optional<Remembered>();
    SOLANDER_TRY_ASSIGN(const auto shard, directory_->open_directory(name));
    SOLANDER_TRY_ASSIGN(const auto lock, shard->lock(LockKind::shared));
    return read(*shard, manifest);
}

Result<std::unique_ptr<Directory>> Memory::make_shard(const std::string& name) const {
    SOLANDER_TRY(make_directory(*directory_, kPackages));
    SOLANDER_TRY_ASSIGN(const auto packages, directory_->open_directory(kPackages));
    SOLANDER_TRY(make_directory(*packages, name.substr(kPackages.size() + 1)));
    return directory_->open_directory(name);
}

Result<Memory::Place> Memory::enter(const Sha256& manifest) const {
    Place place;
    place.manifest_ = manifest;
    SOLANDER_TRY_ASSIGN(place.shard_, make_shard(shard_of(manifest)));
    SOLANDER_TRY_ASSIGN(place.lock_, place.shard_->lock(LockKind::exclusive));
    SOLANDER_TRY(tidy(*place.shard_, draft_of(manifest)));
    SOLANDER_TRY_ASSIGN(place.now_, read(*place.shard_, manifest));
    return place;
}

Result<void> Memory::Place::keep(const Remembered& next) {
    const std::string draft = draft_of(manifest_);
    SOLANDER_TRY(shard_->create_directory(draft));
    {
        SOLANDER_TRY_ASSIGN(const auto directory, shard_->open_directory(draft));
        SOLANDER_TRY(write_entry(*directory, manifest_, next));
    }
    SOLANDER_TRY(
        shard_->rename(draft, manifest_.hex(), now_ ? Existing::replace : Existing::refuse));
    SOLANDER_TRY(shard_->sync());
    // What was there before now has the draft's name. If it can't be removed, the next one does.
    if (now_) static_cast<void>(shard_->remove_tree(draft));
    now_ = next;
    return {};
}

Result<std::vector<std::pair<Sha256, Remembered>>> Memory::all() const {
    std::vector<std::pair<Sha256, Remembered>> found;
    SOLANDER_TRY_ASSIGN(const auto there, directory_->find(kPackages));
    if (!there) return found;
    SOLANDER_TRY_ASSIGN(const auto packages, directory_->open_directory(kPackages));
    SOLANDER_TRY_ASSIGN(const auto shards, packages->list());
    for (const auto& name : shards) {
        SOLANDER_TRY_ASSIGN(const auto shard, packages->open_directory(name));
        SOLANDER_TRY_ASSIGN(const auto lock, shard->lock(LockKind::shared));
        SOLANDER_TRY_ASSIGN(const auto entries, shard->list());
        for (const auto& entry : entries) {
            if (environment_->stopped()) return Error(ErrorCode::interrupted, "interrupted");
            const auto manifest = Sha256::parse(entry);
            if (!manifest) continue;  // a draft that a crash has left
            SOLANDER_TRY_ASSIGN(auto remembered, read(*shard, *manifest));
            if (remembered) found.emplace_back(*manifest, *std::move(remembered));
        }
    }
    return found;
}

Result<void> Memory::log(const Sha256& manifest, std::string_view reason) {
    SOLANDER_TRY(tidy(*directory_, std::string(kDraftOfLog)));
    SOLANDER_TRY_ASSIGN(const auto there, directory_->find(kLog));
    base::Bytes text;
    if (there) {
        SOLANDER_TRY_ASSIGN(text, base::read_all(*directory_, kLog, kLogBytes));
    }
    const std::string line =
        fmt::format("{} sha256:{} {}\n", environment_->clock.now().text(), manifest.hex(), reason);
    const auto bytes = base::as_bytes(line);
    text.insert(text.end(), bytes.begin(), bytes.end());
    SOLANDER_TRY_ASSIGN(const auto file, directory_->create(kDraftOfLog));
    SOLANDER_TRY(file->write_at(0, text));
    SOLANDER_TRY(file->sync());
    SOLANDER_TRY(
        directory_->rename(kDraftOfLog, kLog, there ? Existing::replace : Existing::refuse));
    return directory_->sync();
}

Result<void> Memory::forget(const Sha256& manifest, std::string_view reason) {
    const std::string entry = fmt::format("{}/{}", shard_of(manifest), manifest.hex());
    SOLANDER_TRY_ASSIGN(const auto known, directory_->find(entry));
    if (!known)
        return Error(ErrorCode::usage,
                     fmt::format("{} knows no package sha256:{}", base::printable(path_.string()),
                                 manifest.hex()));
    SOLANDER_TRY_ASSIGN(const auto whole, directory_->lock(LockKind::exclusive));
    SOLANDER_TRY_ASSIGN(const auto shard, directory_->open_directory(shard_of(manifest)));
    SOLANDER_TRY_ASSIGN(const auto lock, shard->lock(LockKind::exclusive));
    SOLANDER_TRY(tidy(*shard, draft_of(manifest)));
    // Of what is damaged nothing can be taken over; it is set aside all the same.
    const auto before = read(*shard, manifest);
    if (!before && before.error().code() != ErrorCode::io) return before.error();

    SOLANDER_TRY(make_directory(*directory_, kSetAside));
    SOLANDER_TRY_ASSIGN(const auto aside, directory_->open_directory(kSetAside));
    SOLANDER_TRY_ASSIGN(const auto names, aside->list());
    std::string place;
    for (std::size_t number = 1; place.empty(); ++number) {
        const std::string name = fmt::format("{}-{}", manifest.hex(), number);
        if (std::find(names.begin(), names.end(), name) == names.end()) place = name;
    }
    SOLANDER_TRY(log(manifest, reason));
    SOLANDER_TRY(
        directory_->rename(entry, fmt::format("{}/{}", kSetAside, place), Existing::refuse));
    SOLANDER_TRY(aside->sync());
    SOLANDER_TRY(shard->sync());
    if (!before || !*before) return {};
    const Remembered rest{(*before)->package, {}, (*before)->seen};
    SOLANDER_TRY(shard->create_directory(draft_of(manifest)));
    SOLANDER_TRY_ASSIGN(const auto draft, shard->open_directory(draft_of(manifest)));
    SOLANDER_TRY(write_entry(*draft, manifest, rest));
    SOLANDER_TRY(shard->rename(draft_of(manifest), manifest.hex(), Existing::refuse));
    return shard->sync();
}

}  // namespace solander::custody
