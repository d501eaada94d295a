// SPDX-License-Identifier: Apache-2.0
#include "pack/found_packages.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "base/try.h"

namespace solander::pack {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDeclaration = "bagit.txt";
constexpr std::string_view kManifest = "manifest.xml";
constexpr std::string_view kCustody = ".custody";
constexpr std::size_t kTarName = 100;  ///< Bytes, the first of a tar.

/// Whether a tar begins as packages and bundles do.
Result<bool> is_package_tar(const Environment& environment, const Inputs& inputs,
                            const InputFileEntry& file) {
    SOLANDER_TRY_ASSIGN(const auto input, inputs.open(environment, file));
    std::array<std::byte, kTarName> start{};
    SOLANDER_TRY_ASSIGN(const std::size_t count, input->read_at(0, start));
    std::string_view name = base::as_text(std::span(start).first(count));
    name = name.substr(0, name.find('\0'));
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) return false;
    return name.substr(slash + 1) == kDeclaration || name.substr(0, slash).ends_with(kCustody);
}

/// A directory in the inventory: the root, and the path below it.
using FoundPlace = std::pair<std::size_t, std::string>;

FoundPlace directory_of(const InputFileEntry& file) {
    return {file.root, fs::path(file.name).parent_path().string()};
}

/// Directories that hold both files which a package has at its top.
std::set<FoundPlace> package_directories(const Inputs& inputs, const std::set<std::size_t>& roots) {
    std::map<FoundPlace, int> found;
    for (const InputFileEntry& file : inputs.files) {
        const std::string name = fs::path(file.name).filename().string();
        if (roots.contains(file.root) && (name == kDeclaration || name == kManifest))
            ++found[directory_of(file)];
    }
    std::set<FoundPlace> places;
    for (const auto& [place, count] : found)
        if (count == 2) places.insert(place);
    return places;
}

/// The outermost package directory that a file lies in.
const FoundPlace* package_of(const InputFileEntry& file, const std::set<FoundPlace>& packages) {
    const FoundPlace* outermost = nullptr;
    for (FoundPlace place = directory_of(file);;
         place.second = fs::path(place.second).parent_path().string()) {
        const auto found = packages.find(place);
        if (found != packages.end()) outermost = &*found;
        if (place.second.empty()) return outermost;
    }
}

}  // namespace

Result<std::vector<fs::path>> take_packages(const Environment& environment, Inputs& inputs) {
    std::set<std::size_t> roots;
    for (std::size_t i = 0; i < inputs.roots.size(); ++i)
        if (std::ranges::find(inputs.directories, inputs.roots[i].path) != inputs.directories.end())
            roots.insert(i);
    const std::set<FoundPlace> directories = package_directories(inputs, roots);
    std::set<fs::path> packages;
    std::vector<InputFileEntry> others;
    for (InputFileEntry& file : inputs.files) {
        if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        if (!roots.contains(file.root)) {
            others.push_back(std::move(file));
            continue;
        }
        if (const FoundPlace* place = package_of(file, directories)) {
            packages.insert(inputs.roots[place->first].path / place->second);
            continue;
        }
        bool is_package = false;
        if (file.refusal.empty() && file.name.ends_with(".tar")) {
            SOLANDER_TRY_ASSIGN(is_package, is_package_tar(environment, inputs, file));
        }
        if (is_package)
            packages.insert(inputs.roots[file.root].path / file.name);
        else
            others.push_back(std::move(file));
    }
    inputs.files = std::move(others);
    return std::vector<fs::path>(packages.begin(), packages.end());
}

}  // namespace solander::pack
