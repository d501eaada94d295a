// SPDX-License-Identifier: Apache-2.0
#include "custody/journal.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/read_file.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "custody/folder.h"
#include "format/manifest_xml.h"

namespace solander::custody {

namespace {

constexpr std::uint32_t kOwnerOnly = 0600;

std::string entry_name(const model::Event& event) {
    return fmt::format("{}-{}.xml", event.manifest.sha256.hex(),
                       event.prev ? event.prev->sha256.hex() : "first");
}

/// Whether two events are the same but for the time that they claim.
bool is_same_step(const model::Event& recorded, const model::Event& draft) {
    model::Event at_the_same_time = recorded;
    at_the_same_time.time = draft.time;
    return format::write_event(at_the_same_time) == format::write_event(draft);
}

}  // namespace

Result<Journal> Journal::open(const Environment& environment, const std::filesystem::path& path) {
    SOLANDER_TRY_ASSIGN(auto directory, environment.files.open_directory(path));
    SOLANDER_TRY_ASSIGN(const auto names, directory->list());
    for (const auto& name : names)
        if (!is_label(name))
            return Error(ErrorCode::open,
                         fmt::format("{} holds '{}', and is no journal: name an empty directory",
                                     base::printable(path.string()), base::printable(name)));
    return Journal(std::move(directory), path);
}

Result<std::optional<std::string>> Journal::find(const std::string& entry) const {
    SOLANDER_TRY_ASSIGN(const auto info, directory_->find(entry));
    if (!info) return std::optional<std::string>();
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(*directory_, entry, base::Limits{}.event_bytes));
    return std::optional<std::string>(base::as_text(bytes));
}

Result<void> Journal::write(const std::string& label, const std::string& entry,
                            std::string_view text) {
    SOLANDER_TRY_ASSIGN(const auto there, directory_->find(label));
    if (!there) SOLANDER_TRY(directory_->create_directory(label));
    // Under the lock nobody else writes: a draft that is there is what a crash has left.
    const std::string draft = label + "/.partial";
    SOLANDER_TRY_ASSIGN(const auto left, directory_->find(draft));
    if (left) SOLANDER_TRY(directory_->remove(draft));
    {
        SOLANDER_TRY_ASSIGN(const auto file, directory_->create(draft, kOwnerOnly));
        SOLANDER_TRY(file->write_at(0, base::as_bytes(text)));
        SOLANDER_TRY(file->sync());
    }
    SOLANDER_TRY(directory_->rename(draft, entry, Existing::refuse));
    SOLANDER_TRY_ASSIGN(const auto own, directory_->open_directory(label));
    SOLANDER_TRY(own->sync());
    return directory_->sync();
}

Result<model::Event> Journal::parse(const std::string& entry, std::string_view text) const {
    auto event = format::read_event(base::as_bytes(text), base::Limits{});
    if (event) return *std::move(event);
    return Error(ErrorCode::format,
                 fmt::format("{} is damaged ({}), so nobody can tell what the key has signed here: "
                             "get the chain from whoever has it",
                             base::printable((path_ / entry).string()), event.error().message));
}

Result<std::optional<model::Event>> Journal::find_elsewhere(const std::string& label,
                                                            const model::Event& draft,
                                                            const ChainSoFar& chain) const {
    SOLANDER_TRY_ASSIGN(const auto there, directory_->find(label));
    if (!there) return std::optional<model::Event>();
    SOLANDER_TRY_ASSIGN(const auto own, directory_->open_directory(label));
    SOLANDER_TRY_ASSIGN(const auto names, own->list());
    // What is not in the chain, by the event that it follows.
    std::map<Sha256, std::pair<Sha256, model::Event>> missing;
    for (const auto& name : names) {
        if (!name.starts_with(draft.manifest.sha256.hex())) continue;
        const std::string path = fmt::format("{}/{}", label, name);
        SOLANDER_TRY_ASSIGN(const auto text, find(path));
        if (!text) continue;
        const Sha256 digest = crypto::sha256(base::as_bytes(*text));
        if (chain.events.contains(digest)) continue;
        SOLANDER_TRY_ASSIGN(auto event, parse(path, *text));
        if (event.prev == draft.prev) continue;  // settle() has looked at this place
        const Sha256 before = event.prev ? event.prev->sha256 : Sha256();
        missing.emplace(before, std::pair(digest, std::move(event)));
    }
    // What crossed an answer has given way, unless it gave the package to somebody else.
    for (const Sha256& answered : chain.answered) {
        std::vector<Sha256> places;
        bool gave_it_away = false;
        for (auto place = missing.find(answered); place != missing.end();
             place = missing.find(place->second.first)) {
            places.push_back(place->first);
            gave_it_away |= place->second.second.type() == model::EventType::release;
        }
        if (gave_it_away) continue;
        for (const Sha256& place : places) missing.erase(place);
    }
    if (missing.empty()) return std::optional<model::Event>();
    return std::optional(missing.begin()->second.second);
}

Result<Settled> Journal::settle(const model::Event& draft, std::span<const std::string> labels,
                                const ChainSoFar& chain) {
    SOLANDER_TRY_ASSIGN(const auto lock, directory_->lock(LockKind::exclusive));
    Settled settled;
    std::vector<std::string> missing;
    for (const auto& label : labels) {
        const std::string entry = label + "/" + entry_name(draft);
        SOLANDER_TRY_ASSIGN(const auto recorded, find(entry));
        if (!recorded) {
            missing.push_back(label);
            continue;
        }
        SOLANDER_TRY_ASSIGN(const auto event, parse(entry, *recorded));
        const bool agrees = settled.text.empty() || settled.text == *recorded;
        if (!is_same_step(event, draft) || !agrees) {
            settled.other = event;
            settled.other_label = label;
            return settled;
        }
        settled.text = *recorded;
    }
    for (const auto& label : labels) {
        SOLANDER_TRY_ASSIGN(auto elsewhere, find_elsewhere(label, draft, chain));
        if (!elsewhere) continue;
        settled.other = std::move(elsewhere);
        settled.other_label = label;
        settled.in_this_place = false;
        return settled;
    }
    if (settled.text.empty()) settled.text = format::write_event(draft);
    for (const auto& label : missing)
        SOLANDER_TRY(write(label, label + "/" + entry_name(draft), settled.text));
    return settled;
}

}  // namespace solander::custody
