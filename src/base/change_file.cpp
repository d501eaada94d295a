// SPDX-License-Identifier: Apache-2.0
#include "base/change_file.h"

#include <string_view>

#include <fmt/format.h>

#include "base/directory_of.h"
#include "base/escape.h"
#include "base/read_file.h"
#include "base/try.h"

namespace solander::base {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kOwnerOnly = 0600;

Result<std::string> read_text(const Directory& directory, const std::string& name,
                              std::uint64_t most) {
    SOLANDER_TRY_ASSIGN(const auto there, directory.find(name));
    if (!there) return std::string();
    SOLANDER_TRY_ASSIGN(const auto bytes, read_all(directory, name, most));
    return std::string(as_text(bytes));
}

Result<void> write_draft(Directory& directory, const std::string& draft, std::string_view text,
                         std::uint32_t permissions) {
    SOLANDER_TRY_ASSIGN(const auto left, directory.find(draft));
    if (left) SOLANDER_TRY(directory.remove(draft));
    SOLANDER_TRY_ASSIGN(const auto file, directory.create(draft, permissions));
    SOLANDER_TRY(file->write_at(0, as_bytes(text)));
    return file->sync();
}

/// Puts `next` in the place of `before`, unless that is no longer what the file has: an editor
/// knows nothing of our lock.
Result<void> install(Directory& directory, const std::string& name, std::uint64_t most,
                     std::string_view before, std::string_view next) {
    const std::string draft = fmt::format(".{}.draft", name);
    if (next.size() > most)
        return Error(
            ErrorCode::limit,
            fmt::format("would be larger than {} bytes, which is the most that is read", most));
    // A file that others may read stays one; what they may change does not.
    static constexpr std::uint32_t kReaders = 0644;
    SOLANDER_TRY_ASSIGN(const auto there, directory.find(name));
    auto done =
        write_draft(directory, draft, next, there ? there->permissions & kReaders : kOwnerOnly);
    if (done) {
        const auto now = read_text(directory, name, most);
        if (!now)
            done = now.error();
        else if (*now != before)
            done = Error(ErrorCode::io, "was changed meanwhile; nothing was written: try again");
        else
            done = directory.rename(draft, name, Existing::replace);
    }
    if (!done) {
        static_cast<void>(directory.remove(draft));  // What went wrong first is what to tell.
        return done;
    }
    return directory.sync();
}

}  // namespace

Result<void> change_file(FileSystem& files, const fs::path& file, std::uint64_t most,
                         const ChangeText& change) {
    fs::path real = file;
    SOLANDER_TRY_ASSIGN(const auto there, files.find(file));
    if (there) {
        SOLANDER_TRY_ASSIGN(real, files.canonical(file));
    }
    const std::string name = real.filename().string();
    const std::string shown = printable(file.string());
    if (name.empty() || name == "." || name == ".." || (there && there->kind != FileKind::regular))
        return Error(ErrorCode::open, fmt::format("{}: is no file", shown));
    SOLANDER_TRY_ASSIGN(const auto directory, files.open_directory(directory_of(real)));
    SOLANDER_TRY_ASSIGN(const auto lock, directory->lock(LockKind::exclusive));
    SOLANDER_TRY_ASSIGN(const std::string before, read_text(*directory, name, most));
    SOLANDER_TRY_ASSIGN(const std::string next, change(before));
    if (auto done = install(*directory, name, most, before, next); !done) {
        const Error& error = done.error();
        return error.message().starts_with(shown) ? error : error.in(shown);
    }
    return {};
}

}  // namespace solander::base
