// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.h"

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/directory_of.h"
#include "base/escape.h"
#include "base/try.h"

namespace solander::cli {

namespace {

Result<void> write_draft(Directory& directory, const std::string& draft, std::string_view text) {
    SOLANDER_TRY_ASSIGN(const auto file, directory.create(draft));
    SOLANDER_TRY(file->write_at(0, base::as_bytes(text)));
    return file->sync();
}

/// What a directory is that has these files, for a person.
std::string_view kind_of_tree(const FileSystem& files, const std::filesystem::path& directory) {
    const auto has = [&](const char* name) {
        const auto there = files.find(directory / name);
        return there && there->has_value();
    };
    if (has("bagit.txt") && has("manifest.xml")) return "the package";
    if (directory.filename().string().ends_with(".custody") && has("0001-seal.xml"))
        return "the custody";
    return {};
}

}  // namespace

Result<void> check_outside_packages(const FileSystem& files, const std::filesystem::path& output) {
    // Of what is not there yet, the directory that it would be made in.
    std::filesystem::path nearest = base::directory_of(output);
    auto start = files.canonical(nearest);
    while (!start && nearest.has_relative_path() && nearest != ".") {
        nearest = base::directory_of(nearest);
        start = files.canonical(nearest);
    }
    if (!start) return {};  // which is told where it is written
    for (std::filesystem::path here = *start;; here = here.parent_path()) {
        if (const auto kind = kind_of_tree(files, here); !kind.empty())
            return Error(ErrorCode::usage,
                         fmt::format("{} lies inside {} {}, where nothing may be added: name "
                                     "another place",
                                     base::printable(output.string()), kind,
                                     base::printable(here.string())));
        if (!here.has_relative_path()) return {};
    }
}

Result<void> write_output_file(FileSystem& files, const std::filesystem::path& path,
                               std::string_view text, Existing existing) {
    const std::string name = path.filename().string();
    if (name.empty() || name == "." || name == "..")
        return Error(ErrorCode::create,
                     fmt::format("'{}' is no name for a file", base::printable(path.string())));
    SOLANDER_TRY(check_outside_packages(files, path));
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
