// SPDX-License-Identifier: Apache-2.0
#include "pack/inputs.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/path_collision.h"
#include "base/try.h"
#include "format/lexical.h"
#include "package/inventory.h"

namespace solander::pack {

namespace {

/// The path without a slash at its end and without `.`: `scans/` and `scans/.` are `scans`.
std::filesystem::path trimmed(const std::filesystem::path& input) {
    std::filesystem::path path = input.lexically_normal();
    if (!path.has_filename() && path.has_parent_path() && path != path.root_path())
        path = path.parent_path();
    return path;
}

Error refuse(const std::string& path, std::string_view reason) {
    return {ErrorCode::open, fmt::format("{}: {}", base::printable(path), reason)};
}

class Collector {
public:
    Collector(const Environment& environment, bool rename_safe)
        : environment_(environment), rename_safe_(rename_safe) {}

    Result<void> add(const std::filesystem::path& input) {
        const std::filesystem::path path = trimmed(input);
        const std::string name = path.filename().string();
        if (name.empty() || name == "." || name == "..")
            return Error(ErrorCode::usage,
                         fmt::format("'{}' has no name of its own: give the directory by its name",
                                     base::printable(input.string())));
        SOLANDER_TRY_ASSIGN(const FileInfo info, environment_.files.link_info(path));
        if (info.kind == FileKind::directory) return add_directory(path, name);
        SOLANDER_TRY_ASSIGN(auto parent, environment_.files.open_directory(path.parent_path()));
        inputs_.roots.push_back(std::move(parent));
        return add_file(path.string(), name, name, info);
    }

    Result<Inputs> finish() {
        auto& files = inputs_.files;
        if (files.empty())
            return Error(ErrorCode::open, "there is no file to pack: a package holds at least one");
        std::sort(files.begin(), files.end(),
                  [](const auto& a, const auto& b) { return a.path < b.path; });
        std::vector<const EntryPath*> paths;
        for (const auto& file : files) paths.push_back(&file.path);
        if (const auto collision = base::find_collision(paths))
            return Error(ErrorCode::open,
                         fmt::format("'{}' and '{}' cannot both be in one package: {}; rename one",
                                     base::printable(collision->first),
                                     base::printable(collision->second), collision->reason));
        return std::move(inputs_);
    }

private:
    Result<void> add_directory(const std::filesystem::path& path, const std::string& name) {
        SOLANDER_TRY_ASSIGN(auto directory, environment_.files.open_directory(path));
        SOLANDER_TRY_ASSIGN(const auto inventory,
                            package::take_inventory(environment_, *directory, base::Limits{}));
        inputs_.roots.push_back(std::move(directory));
        if (!inventory.unreadable.empty())
            return refuse((path / inventory.unreadable.front().first).string(),
                          inventory.unreadable.front().second);
        if (!inventory.too_deep.empty())
            return refuse(
                (path / inventory.too_deep.front()).string(),
                fmt::format("more than {} directories deep", base::Limits{}.directory_depth));
        for (const auto& empty : inventory.empty_directories)
            inputs_.notes.push_back(
                fmt::format("'{}' is an empty directory; a package holds files only, so it is left "
                            "out",
                            base::printable((path / empty).string())));
        for (const auto& entry : inventory.files)
            SOLANDER_TRY(add_file((path / entry.path).string(), entry.path, name + "/" + entry.path,
                                  entry.info));
        return {};
    }

    /// `shown` is how the person would name it, `name` how its root does, `payload` what the
    /// package is to call it.
    Result<void> add_file(const std::string& shown, const std::string& name,
                          const std::string& payload, const FileInfo& info) {
        if (info.kind != FileKind::regular)
            return refuse(shown, fmt::format("a {}; only regular files can be packed",
                                             package::kind_name(info.kind)));
        if (info.links > 1)
            inputs_.notes.push_back(fmt::format(
                "'{}' has several names (hard links); it is packed as a file of its own",
                base::printable(shown)));
        auto path = EntryPath::parse("data/" + payload);
        std::string original;
        if (!path) {
            if (!rename_safe_)
                return refuse(shown, path.error().message() + "; --rename-safe renames it");
            path = EntryPath::parse("data/" + EntryPath::safe_form(payload));
            if (!path) return path.error();
            original = payload;
            inputs_.notes.push_back(fmt::format("'{}' is packed as '{}'", base::printable(shown),
                                                base::printable(path->str())));
        }
        inputs_.files.push_back(
            {inputs_.roots.size() - 1, name, *std::move(path), std::move(original), info});
        return {};
    }

    const Environment& environment_;
    bool rename_safe_;
    Inputs inputs_;
};

}  // namespace

Result<Inputs> collect_inputs(const Environment& environment,
                              const std::vector<std::filesystem::path>& inputs, bool rename_safe) {
    Collector collector(environment, rename_safe);
    for (const auto& input : inputs) SOLANDER_TRY(collector.add(input));
    return collector.finish();
}

Result<std::string> default_name(const std::vector<std::filesystem::path>& inputs) {
    if (inputs.size() != 1)
        return Error(ErrorCode::usage, "several inputs go into one package: name it with --name");
    const std::string name = trimmed(inputs.front()).stem().string();
    if (format::has_form("manifest", "name", name)) return name;
    std::string proposal;
    for (const char c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        if (plain || (!proposal.empty() && proposal.back() != '-')) proposal += plain ? c : '-';
    }
    proposal.resize(std::min<std::size_t>(proposal.size(), 64));
    return Error(ErrorCode::usage,
                 fmt::format("'{}' cannot be the name of a package (letters, digits, '.', '_' and "
                             "'-', at most 64): give one, such as --name {}",
                             base::printable(name), proposal.empty() ? "letters" : proposal));
}

Result<void> check_name(const std::string& name) {
    if (format::has_form("manifest", "name", name)) return {};
    return Error(ErrorCode::usage,
                 fmt::format("'{}' cannot be the name of a package: letters, digits, '.', '_' and "
                             "'-', at most 64",
                             base::printable(name)));
}

}  // namespace solander::pack
