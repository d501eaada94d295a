// SPDX-License-Identifier: Apache-2.0
#include "cli/journal_place.h"

#include <cerrno>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>

#include "base/escape.h"
#include "base/try.h"

namespace solander::cli {

namespace {

constexpr ::mode_t kOwnerOnly = 0700;

std::optional<std::filesystem::path> state_directory(const Io& io) {
    if (const auto state = io.variable("XDG_STATE_HOME"); state && state->starts_with('/'))
        return std::filesystem::path(*state);
    if (const auto home = io.variable("HOME"); home && home->starts_with('/'))
        return std::filesystem::path(*home) / ".local" / "state";
    return std::nullopt;
}

}  // namespace

Result<std::filesystem::path> default_journal(Io& io) {
    const auto state = state_directory(io);
    if (!state)
        return Error(ErrorCode::usage,
                     "neither XDG_STATE_HOME nor HOME is set, so there is no place for the journal "
                     "of what you sign: name a directory with --journal");
    const auto journal = *state / "solander" / "journal";
    SOLANDER_TRY(io.files.create_directories(journal.parent_path()));
    // Not by create_directories(): who may list the journal knows what was signed when.
    if (::mkdir(journal.c_str(), kOwnerOnly) != 0 && errno != EEXIST)
        return Error(ErrorCode::create, fmt::format("{}: {}", base::printable(journal.string()),
                                                    std::generic_category().message(errno)));
    return journal;
}

}  // namespace solander::cli
