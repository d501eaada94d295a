// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
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
    /// The event that a key has signed in this place, or was about to; nothing else may be.
    std::optional<model::Event> other;
    std::string other_label;  ///< Of that key.
};

/// What keys of this machine have signed, or were about to: one file for each key, manifest and
/// event before, `LABEL/MANIFEST-PREV.xml`, with the bytes of the event. It is written before the
/// signature is made, so that a crash, or a custody directory restored from a backup, cannot make
/// an honest signer contradict himself. Several processes may share a journal.
class Journal {
public:
    /// Errors: open, if there is no such directory.
    static Result<Journal> open(const Environment& environment, const std::filesystem::path& path);

    /// Records `draft` for the keys with these labels, and returns once that is on the medium. A
    /// step that was recorded before is repeated with its first bytes, if the draft differs from
    /// them in its time only. Errors: io, create, open; format, if an entry is damaged.
    Result<Settled> settle(const model::Event& draft, std::span<const std::string> labels);

private:
    Journal(std::unique_ptr<Directory> directory, std::filesystem::path path)
        : directory_(std::move(directory)), path_(std::move(path)) {}

    Result<std::optional<std::string>> find(const std::string& entry) const;
    Result<void> write(const std::string& label, const std::string& entry, std::string_view text);

    std::unique_ptr<Directory> directory_;
    std::filesystem::path path_;
};

}  // namespace solander::custody
