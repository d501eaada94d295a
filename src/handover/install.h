// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"
#include "handover/copy.h"

namespace solander::handover {

struct NewFile {
    std::string name;
    base::Bytes bytes;
};

/// An event with its signatures.
struct NewEvent {
    NewFile event;
    std::vector<NewFile> signatures;
};

/// The files of events on their way into a custody directory: written beside it first, so that
/// each comes into its place whole, and only by renaming. Let go, it leaves nothing behind.
class Installation {
public:
    /// Writes and syncs all files. Errors: create, io.
    static Result<std::unique_ptr<Installation>> prepare(Copy& copy,
                                                         const std::vector<NewEvent>& events);
    ~Installation();
    Installation(const Installation&) = delete;
    Installation& operator=(const Installation&) = delete;
    Installation(Installation&&) = delete;
    Installation& operator=(Installation&&) = delete;

    /// Puts one event after the other in place, signatures first. Where that fails, the events
    /// before are there, and of this one nothing. Errors: create, if a name is taken; io, also if
    /// what is in place may not survive a power cut.
    Result<void> commit();
    /// How many events are in place.
    std::size_t placed() const noexcept { return placed_; }

private:
    Installation(Copy& copy, const std::vector<NewEvent>& events);
    Result<void> put(const NewEvent& event);

    Copy& copy_;
    const std::vector<NewEvent>& events_;
    std::string draft_;
    bool has_draft_ = false;
    std::size_t placed_ = 0;
};

/// Events that have been moved out of a chain into a directory beside it. Nothing is deleted.
class SetAside {
public:
    /// Moves the events from number `first` on, the last one first. After an error those that were
    /// moved are back, if that was possible. Errors: create, io.
    static Result<SetAside> move(Copy& copy, std::uint64_t first);

    /// The name of the directory.
    const std::string& place() const noexcept { return place_; }
    /// Moves them back; whether that was possible.
    bool put_back(Copy& copy);

private:
    std::string place_;
    std::vector<std::string> files_;  ///< In the order in which they were moved.
};

}  // namespace solander::handover
