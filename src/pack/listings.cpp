// SPDX-License-Identifier: Apache-2.0
#include "pack/listings.h"

#include <algorithm>
#include <set>
#include <span>

#include "base/litter.h"

namespace solander::pack {

namespace {

std::string_view path_of(const InputFileEntry& file) {
    return file.path.str();
}

/// The inputs below a folder stand together, for they are in order of their paths.
std::span<const InputFileEntry> inputs_below(const Inputs& inputs, std::string_view folder) {
    const std::string start = std::string(folder) + '/';
    const auto first = std::ranges::lower_bound(inputs.files, std::string_view(start), {}, path_of);
    auto last = first;
    while (last != inputs.files.end() && path_of(*last).starts_with(start)) ++last;
    return {first, last};
}

std::size_t index_of(const Inputs& inputs, const InputFileEntry& file) {
    return static_cast<std::size_t>(&file - inputs.files.data());
}

/// Whether `path` is `folder` or lies in it.
bool is_in(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool is_meant(std::string_view path, const metadata::Listing& listing) {
    const auto inside = path.substr(listing.folder.size() + 1);
    // What bags have at their top.
    if (inside.starts_with("manifest-") || inside.starts_with("tagmanifest-")) return false;
    if (!base::litter_hint(path).empty()) return false;
    return std::ranges::none_of(listing.but,
                                [inside](std::string_view but) { return is_in(inside, but); });
}

}  // namespace

std::optional<std::size_t> find_input(const Inputs& inputs, std::string_view path) {
    const auto at = std::ranges::lower_bound(inputs.files, path, {}, path_of);
    if (at == inputs.files.end() || path_of(*at) != path) return {};
    return static_cast<std::size_t>(at - inputs.files.begin());
}

bool is_directory_of(const Inputs& inputs, std::string_view path) {
    const std::string start = std::string(path) + '/';
    const auto at = std::ranges::lower_bound(inputs.files, std::string_view(start), {}, path_of);
    return at != inputs.files.end() && path_of(*at).starts_with(start);
}

bool NamedInFolder::has_any(const Inputs& inputs) const {
    return std::ranges::any_of(
               files,
               [&](const std::string& path) { return find_input(inputs, path).has_value(); }) ||
           std::ranges::any_of(
               folders, [&](const std::string& path) { return is_directory_of(inputs, path); });
}

std::vector<std::size_t> unlisted(const Inputs& inputs, const NamedInFolder& named,
                                  const std::function<bool(std::size_t)>& is_record) {
    const std::set<std::string_view> files(named.files.begin(), named.files.end());
    const std::set<std::string_view> folders(named.folders.begin(), named.folders.end());
    const auto is_named = [&](std::string_view path) {
        if (files.contains(path)) return true;
        for (auto slash = path.rfind('/'); slash != path.npos; slash = path.rfind('/')) {
            path = path.substr(0, slash);
            // A directory may be named as if it were a file.
            if (folders.contains(path) || files.contains(path)) return true;
        }
        return false;
    };
    std::vector<std::size_t> found;
    for (const InputFileEntry& file : inputs_below(inputs, named.listing.folder)) {
        const std::size_t index = index_of(inputs, file);
        if (!is_record(index) && is_meant(path_of(file), named.listing) && !is_named(path_of(file)))
            found.push_back(index);
    }
    return found;
}

bool has_files(const Inputs& inputs, const metadata::Listing& listing,
               const std::function<bool(std::size_t)>& is_record) {
    return std::ranges::any_of(
        inputs_below(inputs, listing.folder), [&](const InputFileEntry& file) {
            return !is_record(index_of(inputs, file)) && is_meant(path_of(file), listing);
        });
}

}  // namespace solander::pack
