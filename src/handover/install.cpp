// SPDX-License-Identifier: Apache-2.0
#include "handover/install.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"

namespace solander::handover {

namespace {

constexpr int kMostSetAside = 1000;

Result<std::string> free_place(const Copy& copy) {
    for (int number = 1;; ++number) {
        const std::string place = fmt::format("{}.set-aside-{}", copy.name, number);
        SOLANDER_TRY_ASSIGN(const auto taken, copy.parent->find(place));
        if (!taken) return place;
        if (number == kMostSetAside)
            return Error(ErrorCode::create, base::printable(place) +
                                                ": too many of its kind are here; move them away");
    }
}

Result<void> rename_between(Copy& copy, const std::string& from, const std::string& to,
                            const std::string& file) {
    return copy.parent->rename(fmt::format("{}/{}", from, file), fmt::format("{}/{}", to, file),
                               Existing::refuse);
}

}  // namespace

Installation::Installation(Copy& copy, const std::vector<NewEvent>& events)
    : copy_(copy), events_(events), draft_("." + copy.name + ".partial") {}

Installation::~Installation() {
    // Nothing more can be done about a failure here; the next step takes the draft away.
    if (has_draft_) static_cast<void>(copy_.parent->remove_tree(draft_));
}

Result<std::unique_ptr<Installation>> Installation::prepare(Copy& copy,
                                                            const std::vector<NewEvent>& events) {
    std::unique_ptr<Installation> made(new Installation(copy, events));
    Directory& parent = *copy.parent;
    // Under the lock nobody else writes: a draft that is there is what a crash has left.
    SOLANDER_TRY_ASSIGN(const auto left, parent.find(made->draft_));
    if (left) SOLANDER_TRY(parent.remove_tree(made->draft_));
    SOLANDER_TRY(parent.create_directory(made->draft_));
    made->has_draft_ = true;
    SOLANDER_TRY_ASSIGN(const auto draft, parent.open_directory(made->draft_));
    const auto write = [&draft](const NewFile& file) -> Result<void> {
        SOLANDER_TRY_ASSIGN(const auto output, draft->create(file.name));
        SOLANDER_TRY(output->write_at(0, file.bytes));
        return output->sync();
    };
    for (const auto& event : events) {
        for (const auto& signature : event.signatures) SOLANDER_TRY(write(signature));
        SOLANDER_TRY(write(event.event));
    }
    SOLANDER_TRY(draft->sync());
    return made;
}

Result<void> Installation::commit() {
    for (const auto& file : copy_.unfinished) SOLANDER_TRY(copy_.directory->remove(file));
    copy_.unfinished.clear();
    for (const auto& event : events_) SOLANDER_TRY(put(event));
    return {};
}

Result<void> Installation::put(const NewEvent& event) {
    const auto install = [this](const std::string& name) {
        return copy_.parent->rename(fmt::format("{}/{}", draft_, name),
                                    fmt::format("{}/{}", copy_.name, name), Existing::refuse);
    };
    std::vector<std::string> placed;
    const auto place = [&]() -> Result<void> {
        for (const auto& signature : event.signatures) {
            SOLANDER_TRY(install(signature.name));
            placed.push_back(signature.name);
        }
        SOLANDER_TRY(copy_.directory->sync());
        return install(event.event.name);
    };
    if (auto done = place(); !done) {
        // A signature that stays is one of an unfinished step, which the next step takes away.
        for (const auto& name : placed) static_cast<void>(copy_.directory->remove(name));
        return done;
    }
    ++placed_;
    if (const auto synced = copy_.directory->sync(); !synced)
        return synced.error().in(
            fmt::format("{} is in place, but may not survive a power cut", event.event.name));
    return {};
}

Result<SetAside> SetAside::move(Copy& copy, std::uint64_t first) {
    SetAside aside;
    SOLANDER_TRY_ASSIGN(aside.place_, free_place(copy));
    SOLANDER_TRY(copy.parent->create_directory(aside.place_));
    const auto move_all = [&]() -> Result<void> {
        for (auto event = copy.chain.events.rbegin(); event != copy.chain.events.rend(); ++event) {
            if (event->name.seq < first) break;
            // An event goes before its signatures: what is left at any moment is a chain.
            std::vector<std::string> files{event->name.event};
            for (const auto& signature : event->signatures) files.push_back(signature.file);
            for (const auto& file : files) {
                SOLANDER_TRY(rename_between(copy, copy.name, aside.place_, file));
                aside.files_.push_back(file);
            }
        }
        SOLANDER_TRY_ASSIGN(const auto there, copy.parent->open_directory(aside.place_));
        SOLANDER_TRY(there->sync());
        SOLANDER_TRY(copy.parent->sync());
        return copy.directory->sync();
    };
    if (const auto done = move_all(); !done) {
        if (aside.put_back(copy)) return done.error();
        return Error(done.error().code(),
                     fmt::format("{}; what was moved is in {}", done.error().message(),
                                 base::printable(aside.place_)));
    }
    return aside;
}

bool SetAside::put_back(Copy& copy) {
    for (; !files_.empty(); files_.pop_back())
        if (!rename_between(copy, place_, copy.name, files_.back())) return false;
    return copy.parent->remove_tree(place_).has_value();
}

}  // namespace solander::handover
