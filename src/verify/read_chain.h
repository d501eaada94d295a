// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "custody/folder.h"
#include "format/manifest_xml.h"
#include "model/event.h"
#include "verify/statement_signatures.h"

namespace solander::verify {

/// One event of a custody directory: its bytes read, its signatures checked over them. Nothing of
/// it has been judged.
struct ChainEvent {
    custody::FileName name;
    const custody::FolderFile* file = nullptr;  ///< Null: not there, or not readable.
    bool is_unreadable = false;
    Sha256 digest;  ///< Of the file, where there is one.
    std::vector<CheckedSignature> signatures;
    std::optional<model::Event> event;
    std::optional<format::Refusal> refusal;  ///< Why there is a file, but no event.
};

struct Chain {
    std::vector<ChainEvent> events;  ///< By number, then by name.
    /// Signatures of the event after the last, which itself is not there: a step was begun, and not
    /// finished, since the event's name is the commit.
    std::vector<std::string> unfinished;
};

/// Reads all events of `folder`, which must outlive the result.
Chain read_chain(const custody::Folder& folder, const base::Limits& limits);

}  // namespace solander::verify
