// SPDX-License-Identifier: Apache-2.0
#include "pack/inputs.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/path_collision.h"
#include "base/try.h"
#include "pack/package_name.h"
#include "pack/safe_names.h"
#include "package/inventory.h"

namespace solander::pack {

namespace {

constexpr std::size_t kOpenRoots = 32;
constexpr std::size_t kShownRefusals = 20;

using Identity = std::pair<std::uint64_t, std::uint64_t>;

Identity identity_of(const FileInfo& info) {
    return {info.device, info.inode};
}

/// What cannot be packed, all of it, so that a person mends a deposit once and not name by name.
class Refusals {
public:
    void add(const Error& error) { add(error.message()); }
    void add(const std::string& path, std::string_view reason) {
        add(fmt::format("{}: {}", base::printable(path), reason));
    }
    void add_unsafe(const std::string& path, std::string_view reason) {
        unsafe_ = true;
        add(path, reason);
    }

    std::optional<Error> error() const {
        if (count_ == 0) return std::nullopt;
        std::string text = count_ == 1 ? "" : fmt::format("{} inputs cannot be packed: ", count_);
        for (std::size_t i = 0; i < shown_.size(); ++i) text += (i == 0 ? "" : "; ") + shown_[i];
        if (count_ > shown_.size()) text += fmt::format("; and {} more", count_ - shown_.size());
        if (unsafe_) text += "; --rename-safe gives unsafe names a safe form";
        return Error(ErrorCode::open, text);
    }

private:
    void add(std::string text) {
        ++count_;
        if (shown_.size() < kShownRefusals) shown_.push_back(std::move(text));
    }

    std::vector<std::string> shown_;
    std::size_t count_ = 0;
    bool unsafe_ = false;
};

/// Whether `path` is `file`, or a directory above it.
bool covers(std::string_view path, const InputFileEntry& file) {
    const std::string& own = file.path.str();
    return own == path || (own.starts_with(path) && own[path.size()] == '/');
}

class Collector {
public:
    Collector(const Environment& environment, const PackRequest& request)
        : environment_(environment), request_(request) {}

    Result<Inputs> collect() {
        for (const auto& secret : request_.secrets) {
            SOLANDER_TRY_ASSIGN(const FileInfo info, environment_.files.info(secret));
            secrets_.insert(identity_of(info));
        }
        for (const auto& input : request_.inputs) SOLANDER_TRY(add(input));
        SOLANDER_TRY(rename_unsafe());
        if (const auto refused = refusals_.error()) return *refused;
        auto& files = inputs_.files;
        if (files.empty())
            return Error(ErrorCode::open, "there is no file to pack: a package holds at least one");
        std::stable_sort(files.begin(), files.end(),
                         [](const auto& a, const auto& b) { return a.path < b.path; });
        std::vector<const EntryPath*> paths;
        paths.reserve(files.size());
        for (const auto& file : files) paths.push_back(&file.path);
        if (const auto collision = base::find_collision(paths)) return collided(*collision);
        return std::move(inputs_);
    }

private:
    Result<void> add(const std::filesystem::path& input) {
        SOLANDER_TRY_ASSIGN(const auto path, named_path(input));
        const auto info = environment_.files.link_info(path);
        if (!info) {
            refusals_.add(info.error());
            return {};
        }
        if (info->kind == FileKind::directory) return add_directory(path);
        const std::string name = path.filename().string();
        SOLANDER_TRY_ASSIGN(const std::size_t root, root_of(path.parent_path()));
        add_file(root, name, name, *info);
        return {};
    }

    /// The root of this path; one that was there already, if several inputs lie in it.
    Result<std::size_t> root_of(const std::filesystem::path& path) {
        const auto [at, fresh] = root_of_.try_emplace(path, inputs_.roots.size());
        if (fresh) {
            InputRoot root{path};
            if (inputs_.roots.size() < kOpenRoots) {
                SOLANDER_TRY_ASSIGN(root.directory, environment_.files.open_directory(path));
            }
            inputs_.roots.push_back(std::move(root));
        }
        return at->second;
    }

    Result<void> add_directory(const std::filesystem::path& path) {
        SOLANDER_TRY_ASSIGN(const std::size_t root, root_of(path));
        const std::string name = path.filename().string();
        std::unique_ptr<Directory> own;
        const Directory* directory = inputs_.roots[root].directory.get();
        if (directory == nullptr) {
            SOLANDER_TRY_ASSIGN(own, environment_.files.open_directory(path));
            directory = own.get();
        }
        const base::Limits limits;
        auto inventory = package::take_inventory(environment_, *directory, limits);
        if (!inventory) return inventory.error().in(base::printable(path.string()));
        if (!inventory->too_deep.empty())
            return Error(ErrorCode::limit,
                         fmt::format("'{}' is more than {} directories deep",
                                     base::printable((path / inventory->too_deep.front()).string()),
                                     limits.directory_depth));
        inputs_.directories.push_back(path);
        for (const auto& [entry, reason] : inventory->unreadable)
            refusals_.add((path / entry).string(), reason);
        for (const auto& empty : inventory->empty_directories)
            inputs_.notes.push_back(
                fmt::format("'{}' is an empty directory; a package holds files only, so it is left "
                            "out",
                            base::printable((path / empty).string())));
        for (const auto& entry : inventory->files)
            add_file(root, entry.path, name + "/" + entry.path, entry.info);
        return {};
    }

    /// `name` is what its root calls the file, `payload` what the package is to call it.
    void add_file(std::size_t root, const std::string& name, const std::string& payload,
                  const FileInfo& info) {
        InputFileEntry file{root, name, {}, {}, info};
        const std::string shown = inputs_.shown(file);
        if (info.kind != FileKind::regular)
            return refusals_.add(shown, fmt::format("a {}; only regular files can be packed",
                                                    package::kind_name(info.kind)));
        if (secrets_.contains(identity_of(info)))
            return refusals_.add(
                shown, "a secret key, which must never be in a package; keep it elsewhere");
        if (info.links > 1)
            inputs_.notes.push_back(fmt::format(
                "'{}' has several names (hard links); it is packed as a file of its own",
                base::printable(shown)));
        auto path = EntryPath::parse("data/" + payload);
        if (path) {
            file.path = *std::move(path);
            inputs_.files.push_back(std::move(file));
        } else if (request_.rename_safe) {
            file.original_name = payload;
            unsafe_.push_back(std::move(file));
        } else {
            refusals_.add_unsafe(shown, path.error().message());
        }
    }

    /// Only once all names are known can none of them be given twice.
    Result<void> rename_unsafe() {
        if (unsafe_.empty()) return {};
        SafeNames names;
        for (const auto& file : inputs_.files) names.keep(file.path);
        std::stable_sort(unsafe_.begin(), unsafe_.end(), [](const auto& a, const auto& b) {
            return a.original_name < b.original_name;
        });
        for (auto& file : unsafe_) {
            SOLANDER_TRY_ASSIGN(file.path, names.rename(file.original_name));
            inputs_.notes.push_back(fmt::format("'{}' is packed as '{}'",
                                                base::printable(inputs_.shown(file)),
                                                base::printable(file.path.str())));
            inputs_.files.push_back(std::move(file));
        }
        return {};
    }

    /// Names both inputs as they were given.
    Error collided(const base::PathCollision& collision) const {
        const auto& files = inputs_.files;
        const auto find = [&files](auto from, std::string_view path) {
            return std::find_if(from, files.end(),
                                [path](const auto& file) { return covers(path, file); });
        };
        const auto first = find(files.begin(), collision.first);
        const auto second =
            find(collision.first == collision.second ? first + 1 : files.begin(), collision.second);
        const std::string one = base::printable(inputs_.shown(*first));
        const std::string other = base::printable(inputs_.shown(*second));
        if (one == other)
            return {ErrorCode::open,
                    fmt::format("'{}' is among the inputs twice; name it once", one)};
        if (identity_of(first->info) == identity_of(second->info))
            return {ErrorCode::open,
                    fmt::format("'{}' and '{}' are one file; name it once", one, other)};
        const std::string both =
            fmt::format("'{}' and '{}' cannot both be in one package", one, other);
        if (first->path == second->path)
            return {ErrorCode::open,
                    fmt::format("{}: each would be '{}'; rename one, or pack the directories that "
                                "they are in",
                                both, base::printable(first->path.str()))};
        return {ErrorCode::open, fmt::format("{}, as '{}' and '{}': {}; rename one", both,
                                             base::printable(collision.first),
                                             base::printable(collision.second), collision.reason)};
    }

    const Environment& environment_;
    const PackRequest& request_;
    Inputs inputs_;
    std::map<std::filesystem::path, std::size_t> root_of_;
    std::set<Identity> secrets_;
    std::vector<InputFileEntry> unsafe_;
    Refusals refusals_;
};

}  // namespace

std::string Inputs::shown(const InputFileEntry& file) const {
    return (roots[file.root].path / file.name).string();
}

Result<std::unique_ptr<InputFile>> Inputs::open(const Environment& environment,
                                                const InputFileEntry& file) const {
    const InputRoot& root = roots[file.root];
    if (root.directory) return root.directory->open(file.name);
    SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(root.path));
    return directory->open(file.name);
}

Result<Inputs> collect_inputs(const Environment& environment, const PackRequest& request) {
    return Collector(environment, request).collect();
}

}  // namespace solander::pack
