// SPDX-License-Identifier: Apache-2.0
#include "handover/install.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"

namespace solander::handover {

namespace {

constexpr int kMostSetAside = 1000;

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
    if (const auto synced = copy_.directory->sync(); !synced)
        return synced.error().in(
            fmt::format("{} is in place, but may not survive a power cut", event.event.name));
    return {};
}

Result<std::string> set_aside(Copy& copy, std::uint64_t first) {
    // An event goes before its signatures: what is left at any moment is a chain.
    std::vector<std::string> files;
    for (auto event = copy.chain.events.rbegin(); event != copy.chain.events.rend(); ++event) {
        if (event->name.seq < first) break;
        files.push_back(event->name.event);
        for (const auto& signature : event->signatures) files.push_back(signature.file);
    }
    std::string place;
    for (int number = 1;; ++number) {
        place = fmt::format("{}.set-aside-{}", copy.name, number);
        SOLANDER_TRY_ASSIGN(const auto taken, copy.parent->find(place));
        if (!taken) break;
        if (number == kMostSetAside)
            return Error(ErrorCode::create, base::printable(place) +
                                                ": too many of its kind are here; move them away");
    }
    SOLANDER_TRY(copy.parent->create_directory(place));
    const auto move = [&](const std::string& from, const std::string& to, const std::string& file) {
        return copy.parent->rename(fmt::format("{}/{}", from, file), fmt::format("{}/{}", to, file),
                                   Existing::refuse);
    };
    std::vector<std::string> moved;
    const auto move_all = [&]() -> Result<void> {
        for (const auto& file : files) {
            SOLANDER_TRY(move(copy.name, place, file));
            moved.push_back(file);
        }
        SOLANDER_TRY_ASSIGN(const auto aside, copy.parent->open_directory(place));
        SOLANDER_TRY(aside->sync());
        SOLANDER_TRY(copy.parent->sync());
        return copy.directory->sync();
    };
    if (const auto done = move_all(); !done) {
        bool is_back = true;
        for (auto file = moved.rbegin(); file != moved.rend(); ++file)
            is_back &= move(place, copy.name, *file).has_value();
        is_back = is_back && copy.parent->remove_tree(place).has_value();
        if (is_back) return done.error();
        return Error(done.error().code(),
                     fmt::format("{}; what was moved is in {}", done.error().message(),
                                 base::printable(place)));
    }
    return place;
}

}  // namespace solander::handover
