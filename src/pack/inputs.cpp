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
#include "base/try.h"
#include "pack/input_collision.h"
#include "pack/made_file.h"
#include "pack/package_name.h"
#include "pack/safe_names.h"
#include "package/inventory.h"

namespace solander::pack {

namespace {

constexpr std::size_t kOpenRoots = 32;
constexpr std::size_t kShownRefusals = 20;
constexpr std::string_view kRenameSafe = "; --rename-safe gives unsafe names a safe form";

using Identity = std::pair<std::uint64_t, std::uint64_t>;

Identity identity_of(const FileInfo& info) {
    return {info.device, info.inode};
}

/// What inputs are for, and so what becomes of one that a package cannot hold.
enum class Purpose {
    one_package,    ///< It ends all.
    many_packages,  ///< It stays, with its refusal.
    reading,        ///< It is left out with a note; one that was named itself ends all.
};

/// What cannot be packed, all of it, so that a person mends a deposit once and not name by name.
class Refusals {
public:
    void add(std::string text) {
        ++count_;
        if (shown_.size() < kShownRefusals) shown_.push_back(std::move(text));
    }
    void add_unsafe(std::string text) {
        unsafe_ = true;
        add(std::move(text));
    }

    std::optional<Error> error() const {
        if (count_ == 0) return std::nullopt;
        std::string text = count_ == 1 ? "" : fmt::format("{} inputs cannot be packed: ", count_);
        for (std::size_t i = 0; i < shown_.size(); ++i) text += (i == 0 ? "" : "; ") + shown_[i];
        if (count_ > shown_.size()) text += fmt::format("; and {} more", count_ - shown_.size());
        if (unsafe_) text += kRenameSafe;
        return Error(ErrorCode::open, text);
    }

private:
    std::vector<std::string> shown_;
    std::size_t count_ = 0;
    bool unsafe_ = false;
};

class Collector {
public:
    Collector(const Environment& environment, const PackRequest& request, Purpose purpose)
        : environment_(environment), request_(request), purpose_(purpose) {
        inputs_.to_pack = purpose != Purpose::reading;
    }

    Result<Inputs> collect() {
        for (const auto& secret : request_.secrets) {
            SOLANDER_TRY_ASSIGN(const FileInfo info, environment_.files.info(secret));
            secrets_.insert(identity_of(info));
        }
        for (const auto& input : request_.inputs) SOLANDER_TRY(add(input));
        SOLANDER_TRY(rename_unsafe());
        if (const auto refused = refusals_.error()) return *refused;
        auto& files = inputs_.files;
        if (files.empty() && purpose_ != Purpose::reading)
            return Error(ErrorCode::open, "there is no file to pack: a package holds at least one");
        std::stable_sort(files.begin(), files.end(),
                         [](const auto& a, const auto& b) { return a.path < b.path; });
        if (purpose_ == Purpose::reading) return std::move(inputs_);
        if (purpose_ == Purpose::many_packages) {
            refuse_doubles();
        } else if (auto collision = find_collision(inputs_)) {
            return *std::move(collision);
        }
        return std::move(inputs_);
    }

private:
    Result<void> add(const std::filesystem::path& input) {
        SOLANDER_TRY_ASSIGN(const auto path, path_of(input));
        const auto info = environment_.files.link_info(path);
        if (!info) {
            refusals_.add(info.error().message());
            return {};
        }
        if (info->kind == FileKind::directory) return add_directory(path);
        const std::string name = path.filename().string();
        if (purpose_ == Purpose::reading && info->kind != FileKind::regular) {
            refusals_.add(fmt::format("{}: a {}; only regular files and directories are read",
                                      base::printable(path.string()),
                                      package::kind_name(info->kind)));
            return {};
        }
        SOLANDER_TRY_ASSIGN(const std::size_t root, root_of(path.parent_path()));
        add_file(root, name, purpose_ == Purpose::reading ? own_name(name) : name, *info);
        return {};
    }

    /// To be read, a directory needs no name: `.` will do.
    Result<std::filesystem::path> path_of(const std::filesystem::path& input) const {
        auto named = named_path(input);
        if (named || purpose_ != Purpose::reading || input.empty()) return named;
        return input;
    }

    /// What is read may have one name in several places, of which no two are to be one.
    std::string own_name(const std::string& name) {
        std::string own = name.empty() || name == "." || name == ".." ? "here" : name;
        for (std::size_t i = 2; !own_names_.insert(own).second; ++i)
            own = fmt::format("{}/{}", i, name);
        return own;
    }

    /// Whether a file was there already, by this or another way of naming it.
    bool is_read_already(std::size_t root, const std::string& name) {
        const auto& path = inputs_.roots[root].path;
        const auto canonical = environment_.files.canonical(path.empty() ? "." : path);
        return canonical && !read_.insert((*canonical / name).native()).second;
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
        std::string name = path.filename().string();
        if (purpose_ == Purpose::reading) name = own_name(name);
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
            refuse({root, entry, {}, {}, {}}, fmt::format("{}/{}", name, entry), reason);
        if (purpose_ == Purpose::reading) inventory->empty_directories.clear();
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
        if (purpose_ == Purpose::reading) return add_to_read(std::move(file), payload);
        if (info.kind != FileKind::regular)
            return refuse(std::move(file), payload,
                          fmt::format("a {}; only regular files can be packed",
                                      package::kind_name(info.kind)));
        if (secrets_.contains(identity_of(info)))
            return refuse(std::move(file), payload,
                          "a secret key, which must never be in a package; keep it elsewhere");
        if (info.links > 1)
            inputs_.notes.push_back(fmt::format(
                "'{}' has several names (hard links); it is packed as a file of its own",
                base::printable(inputs_.shown(file))));
        const auto path = EntryPath::parse("data/" + payload);
        if (path || request_.rename_safe) return place(std::move(file), payload);
        refuse(std::move(file), payload, path.error().message(), kRenameSafe);
    }

    /// Of what is read, neither names nor links matter.
    void add_to_read(InputFileEntry file, const std::string& payload) {
        if (file.info.kind != FileKind::regular) {
            inputs_.notes.push_back(fmt::format("{}: a {}, which is not read",
                                                base::printable(inputs_.shown(file)),
                                                package::kind_name(file.info.kind)));
        } else if (!is_read_already(file.root, file.name)) {
            place(std::move(file), payload);
        }
    }

    void place(InputFileEntry file, const std::string& payload) {
        auto path = EntryPath::parse("data/" + payload);
        if (path) {
            file.path = *std::move(path);
            inputs_.files.push_back(std::move(file));
        } else {
            file.original_name = payload;
            unsafe_.push_back(std::move(file));
        }
    }

    void refuse(InputFileEntry file, const std::string& payload, std::string_view reason,
                std::string_view remedy = {}) {
        std::string text = fmt::format("{}: {}", base::printable(inputs_.shown(file)), reason);
        if (purpose_ == Purpose::many_packages) {
            file.refusal = text.append(remedy);
            return place(std::move(file), payload);
        }
        if (remedy.empty()) return refusals_.add(std::move(text));
        refusals_.add_unsafe(std::move(text));
    }

    /// The files are in the order of their paths.
    void refuse_doubles() {
        auto& files = inputs_.files;
        for (std::size_t first = 0, i = 1; i < files.size(); ++i) {
            if (files[i].path != files[first].path) {
                first = i;
            } else if (files[i].refusal.empty()) {
                files[i].refusal = collided(inputs_, files[first], files[i]).message();
            }
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
            if (file.refusal.empty() && purpose_ != Purpose::reading)
                inputs_.notes.push_back(fmt::format("'{}' is packed as '{}'",
                                                    base::printable(inputs_.shown(file)),
                                                    base::printable(file.path.str())));
            inputs_.files.push_back(std::move(file));
        }
        return {};
    }

    const Environment& environment_;
    const PackRequest& request_;
    Purpose purpose_;
    Inputs inputs_;
    std::map<std::filesystem::path, std::size_t> root_of_;
    std::set<Identity> secrets_;
    std::set<std::string> own_names_;
    std::set<std::string> read_;
    std::vector<InputFileEntry> unsafe_;
    Refusals refusals_;
};

}  // namespace

std::string Inputs::shown(const InputFileEntry& file) const {
    return (root_of(file).path / file.name).string();
}

Result<std::unique_ptr<InputFile>> Inputs::open(const Environment& environment,
                                                const InputFileEntry& file) const {
    if (file.made) return std::make_unique<MadeFile>(file);
    const InputRoot& root = root_of(file);
    if (root.directory) return root.directory->open(file.name);
    SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(root.path));
    return directory->open(file.name);
}

const InputRoot& Inputs::root_of(const InputFileEntry& file) const {
    return (whole == nullptr ? *this : *whole).roots[file.root];
}

Result<Inputs> collect_inputs(const Environment& environment, const PackRequest& request) {
    return Collector(environment, request, Purpose::one_package).collect();
}

Result<Inputs> survey_inputs(const Environment& environment, const PackRequest& request) {
    return Collector(environment, request, Purpose::many_packages).collect();
}

Result<Inputs> find_readable(const Environment& environment,
                             const std::vector<std::filesystem::path>& paths) {
    PackRequest request{.inputs = paths, .output = {}};
    request.rename_safe = true;
    return Collector(environment, request, Purpose::reading).collect();
}

Inputs part_of(const Inputs& whole, const std::vector<std::size_t>& indices) {
    Inputs part;
    part.whole = &whole;
    part.files.reserve(indices.size());
    for (const std::size_t index : indices) part.files.push_back(whole.files[index]);
    return part;
}

}  // namespace solander::pack
