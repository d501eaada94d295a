// SPDX-License-Identifier: Apache-2.0
#include "verify/read_chain.h"

#include <map>

#include "crypto/digest_stream.h"
#include "trust/namespaces.h"

namespace solander::verify {

namespace {

/// The files of one event.
struct EventFiles {
    custody::FileName name;
    const custody::FolderFile* event = nullptr;
    bool event_is_unreadable = false;
    std::vector<const custody::FolderFile*> signatures;
    std::vector<std::pair<std::string, std::string>> unreadable_signatures;  ///< Name and reason.

    bool has_event() const { return event != nullptr || event_is_unreadable; }
};

using FilesByEvent = std::map<std::pair<std::uint64_t, std::string>, EventFiles>;

/// The event that a file belongs to, with its name set to that of the file; null for VERIFY.txt.
EventFiles* files_of(FilesByEvent& all, std::string_view file) {
    const auto name = custody::parse_file_name(file);
    if (!name) return nullptr;
    EventFiles& files = all[{name->seq, name->event}];
    files.name = *name;
    return &files;
}

FilesByEvent sort_files(const custody::Folder& folder) {
    FilesByEvent all;
    for (const auto& file : folder.files) {
        if (EventFiles* files = files_of(all, file.name)) {
            if (files->name.label.empty())
                files->event = &file;
            else
                files->signatures.push_back(&file);
        }
    }
    for (const auto& [name, reason] : folder.unreadable) {
        if (EventFiles* files = files_of(all, name)) {
            if (files->name.label.empty())
                files->event_is_unreadable = true;
            else
                files->unreadable_signatures.emplace_back(name, reason);
        }
    }
    return all;
}

ChainEvent read_event(const EventFiles& files, const base::Limits& limits) {
    ChainEvent read;
    read.name = files.name;
    read.file = files.event;
    read.is_unreadable = files.event_is_unreadable;
    read.name.label.clear();
    for (const auto& [file, reason] : files.unreadable_signatures)
        read.signatures.push_back({.file = file, .unreadable = reason});
    if (files.event == nullptr) return read;
    const auto& bytes = files.event->bytes;
    read.digest = crypto::sha256(bytes);
    const Sha512 message = crypto::sha512(bytes);
    for (const auto* file : files.signatures)
        read.signatures.push_back(
            check_signature(file->name, file->bytes, trust::kCustodyNamespace, message));
    auto event = format::read_event(bytes, limits);
    if (event)
        read.event = *std::move(event);
    else
        read.refusal = std::move(event).error();
    return read;
}

}  // namespace

Chain read_chain(const custody::Folder& folder, const base::Limits& limits) {
    FilesByEvent all = sort_files(folder);
    Chain chain;
    if (all.size() > 1) {
        const auto last = std::prev(all.end());
        const auto before = std::prev(last);
        if (!last->second.has_event() && last->second.name.seq == before->second.name.seq + 1) {
            for (const auto* signature : last->second.signatures)
                chain.unfinished.push_back(signature->name);
            all.erase(last);
        }
    }
    for (const auto& [key, files] : all) chain.events.push_back(read_event(files, limits));
    return chain;
}

}  // namespace solander::verify
