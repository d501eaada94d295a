// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>

#include <solander/environment.h>

#include "model/event.h"

namespace solander::custody {

/// What a journal says of an event that is about to be signed: one of the two texts, or what
/// forbids it.
struct Settled {
    /// What is to be signed. Not the draft's own text where the same step was recorded before.
    std::string text;
    /// The event that a key has signed, or was about to, and that forbids this one; nothing else
    /// may be signed.
    std::optional<model::Event> other;
    std::string other_label;  ///< Of that key.
    /// Whether `other` stands in this place; else it stands where this copy of the chain does not
    /// reach.
    bool in_this_place = true;
};

/// What a chain already has, for telling whether a journal knows of more.
struct ChainSoFar {
    std::set<Sha256> events;  ///< By the digests of their files.
    /// The events that another party has answered, a release or a cancel: what was written behind
    /// one of them meanwhile crossed the answer, and has given way.
    std::set<Sha256> answered;
};

/// What keys of this machine have signed, or were about to: one file for each key, manifest and
/// event before, `LABEL/MANIFEST-PREV.xml`, with the bytes of the event. It is written before the
/// signature is made, so that a crash, or a custody directory restored from a backup, cannot make
/// an honest signer contradict himself. Several processes may share a journal.
class Journal {
public:
    /// Errors: open, if there is no such directory, or it holds anything but a journal.
    static Result<Journal> open(const Environment& environment, const std::filesystem::path& path);

    /// Records `draft` for the keys with these labels, and returns once that is on the medium. A
    /// step that was recorded before is repeated with its first bytes, if the draft differs from
    /// them in its time only. Whatever else these keys have signed of the package has to be in the
    /// chain, or to have given way: a chain that lacks it is an old copy, or another history.
    /// Errors: io, create, open; format, if an entry is damaged.
    Result<Settled> settle(const model::Event& draft, std::span<const std::string> labels,
                           const ChainSoFar& chain);

private:
    Journal(std::unique_ptr<Directory> directory, std::filesystem::path path)
        : directory_(std::move(directory)), path_(std::move(path)) {}

    Result<std::optional<std::string>> find(const std::string& entry) const;
    Result<model::Event> parse(const std::string& entry, std::string_view text) const;
    Result<std::optional<model::Event>> find_elsewhere(const std::string& label,
                                                       const model::Event& draft,
                                                       const ChainSoFar& chain) const;
    Result<void> write(const std::string& label, const std::string& entry, std::string_view text);

    std::unique_ptr<Directory> directory_;
    std::filesystem::path path_;
};

}  // namespace solander::custody
