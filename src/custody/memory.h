// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <solander/environment.h>
#include <solander/state.h>

#include "base/limits.h"
#include "custody/folder.h"

namespace solander::custody {

/// What a reader's memory has of one package. Spec: docs/format.md, "State".
struct Remembered {
    std::string package;  ///< Its name as sealed.
    /// The events of the chain and their signatures, verbatim; empty after a reset.
    Folder chain = {};
    /// When each event was first seen: those of the chain and of any that was set aside.
    std::map<Sha256, Timestamp> seen = {};
};

/// The names and digests of a chain's events, in order.
using Heads = std::vector<std::pair<std::string, Sha256>>;
Heads heads_of(const Folder& chain);

/// The directory of `--state`:
///
///   packages/AB/HEX/seen.txt     AB: the first two digits of HEX, the manifest's digest
///   packages/AB/HEX/custody/…    the chain
///   accepted.log                 resets, one a line
///   set-aside/HEX-N/…            what a reset took away
///   proofs/…                     see verify/proof.h
///
/// A lock on `packages/AB` guards all that lies below. A new generation of HEX is written under
/// another name and swapped by a rename, so that a crash leaves the old one or the new one; what
/// else it leaves is removed by whoever writes there next. Threads may share a Memory.
class Memory {
public:
    /// Errors: open, if the directory is not there, or not empty and no memory.
    static Result<Memory> open(const std::filesystem::path& path, const Environment& environment);

    /// Nothing, if the memory has nothing of that package. Errors: open, interrupted; io, also if
    /// what it has is damaged.
    Result<std::optional<Remembered>> recall(const Sha256& manifest) const;

    /// One package's place in the memory, kept from everybody else while it lives.
    class Place {
    public:
        const std::optional<Remembered>& now() const noexcept { return now_; }
        /// Puts `next` in the place of what is there. Returns once it would survive a crash.
        /// Errors: create, io.
        Result<void> keep(const Remembered& next);

    private:
        friend class Memory;
        std::unique_ptr<Directory> shard_;
        std::unique_ptr<DirectoryLock> lock_;
        Sha256 manifest_;
        std::optional<Remembered> now_;
    };

    /// Waits for whoever writes or reads there now. Errors: as recall(); create.
    Result<Place> enter(const Sha256& manifest) const;

    /// Everything there is, by digest. Errors: as recall().
    Result<std::vector<std::pair<Sha256, Remembered>>> all() const;

    /// Sets aside what is known of a package, but for when its events were first seen, and logs
    /// that. Errors: usage, if nothing is known of it; create, io, interrupted.
    Result<void> forget(const Sha256& manifest, std::string_view reason);

    /// The directory itself, as it was named.
    const std::filesystem::path& path() const noexcept { return path_; }

private:
    Memory(std::filesystem::path path, const Environment& environment,
           std::unique_ptr<Directory> directory)
        : path_(std::move(path)), environment_(&environment), directory_(std::move(directory)) {}

    Result<std::optional<Remembered>> read(const Directory& shard, const Sha256& manifest) const;
    Result<std::unique_ptr<Directory>> make_shard(const std::string& name) const;
    Result<void> log(const Sha256& manifest, std::string_view reason);

    std::filesystem::path path_;
    const Environment* environment_;
    std::unique_ptr<Directory> directory_;
    base::Limits limits_;
};

}  // namespace solander::custody
