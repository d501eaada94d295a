// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <solander/state.h>

#include "base/escape.h"
#include "base/try.h"
#include "custody/memory.h"
#include "format/manifest_xml.h"

namespace solander {

namespace {

std::string signer_of(const custody::FolderFile& file, const base::Limits& limits) {
    const auto event = format::read_event(file.bytes, limits);
    return event ? event->signers.front().name : std::string();
}

StateEntry entry_of(const Sha256& manifest, const custody::Remembered& remembered) {
    StateEntry entry;
    entry.manifest = manifest;
    entry.package = remembered.package;
    const auto heads = custody::heads_of(remembered.chain);
    entry.events = heads.size();
    if (!heads.empty()) {
        entry.head = heads.back().first;
        entry.head_digest = heads.back().second;
        entry.head_by = signer_of(*remembered.chain.find(entry.head), base::Limits{});
    }
    bool is_first = true;
    for (const auto& [digest, time] : remembered.seen) {
        entry.first_seen = is_first ? time : std::min(entry.first_seen, time);
        entry.last_seen = is_first ? time : std::max(entry.last_seen, time);
        is_first = false;
    }
    return entry;
}

}  // namespace

Result<std::vector<StateEntry>> list_state(const std::filesystem::path& state,
                                           const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto memory, custody::Memory::open(state, environment));
    SOLANDER_TRY_ASSIGN(const auto all, memory.all());
    std::vector<StateEntry> entries;
    entries.reserve(all.size());
    for (const auto& [manifest, remembered] : all)
        entries.push_back(entry_of(manifest, remembered));
    return entries;
}

Result<void> accept_state(const std::filesystem::path& state, const Sha256& manifest,
                          std::string_view reason, const Environment& environment) {
    // The log is read by line, and on a terminal.
    if (reason.find_first_not_of(' ') == std::string_view::npos ||
        base::printable(reason) != reason)
        return Error(ErrorCode::usage, "the reason has to be words on one line");
    SOLANDER_TRY_ASSIGN(auto memory, custody::Memory::open(state, environment));
    return memory.forget(manifest, reason);
}

}  // namespace solander
