// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.h"

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/try.h"

namespace solander::cli {

namespace {

Result<void> write_draft(Directory& directory, const std::string& draft, std::string_view text) {
    SOLANDER_TRY_ASSIGN(const auto file, directory.create(draft));
    SOLANDER_TRY(file->write_at(0, base::as_bytes(text)));
    return file->sync();
}

}  // namespace

Result<void> write_output_file(FileSystem& files, const std::filesystem::path& path,
                               std::string_view text, Existing existing) {
    const std::string name = path.filename().string();
    if (name.empty() || name == "." || name == "..")
        return Error(ErrorCode::create,
                     fmt::format("'{}' is no name for a file", base::printable(path.string())));
    SOLANDER_TRY_ASSIGN(const auto directory,
                        files.open_directory(path.has_parent_path() ? path.parent_path() : "."));
    SOLANDER_TRY_ASSIGN(const auto there, directory->find(name));
    if (there && existing == Existing::refuse)
        return Error(ErrorCode::create,
                     fmt::format("'{}' is there already: name another file, or give --force to "
                                 "replace it",
                                 base::printable(path.string())));
    return write_whole_file(*directory, name, text, existing);
}

Result<void> write_whole_file(Directory& directory, const std::string& name, std::string_view text,
                              Existing existing) {
    const std::string draft = fmt::format(".{}.partial", name);
    SOLANDER_TRY_ASSIGN(const auto left, directory.find(draft));
    if (left) SOLANDER_TRY(directory.remove(draft));
    auto done = write_draft(directory, draft, text);
    if (done) done = directory.rename(draft, name, existing);
    if (!done) {
        static_cast<void>(directory.remove(draft));  // What went wrong first is what to tell.
        return done;
    }
    return directory.sync();
}

}  // namespace solander::cli
