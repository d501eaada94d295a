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

private:
    Installation(Copy& copy, const std::vector<NewEvent>& events);
    Result<void> put(const NewEvent& event);

    Copy& copy_;
    const std::vector<NewEvent>& events_;
    std::string draft_;
    bool has_draft_ = false;
};

/// Moves the events from number `first` on out of the chain into a new directory beside it, the
/// last one first, and gives its name. Nothing is deleted. After an error those that were moved are
/// back, if that was possible. Errors: create, io.
Result<std::string> set_aside(Copy& copy, std::uint64_t first);

}  // namespace solander::handover
