// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "arch/checks.h"

namespace solander::arch {

namespace {

constexpr std::string_view kBuildFile = "CMakeLists.txt";

/// The words of a build file, parentheses and comments taken away.
std::vector<std::string> build_words(std::string_view text) {
    std::string bare;
    for (const auto& line : lines_of(text)) {
        bare += line.text.substr(0, line.text.find('#'));
        bare += '\n';
    }
    std::ranges::replace_if(
        bare, [](char c) { return c == '(' || c == ')' || c == '"'; }, ' ');
    const auto words = words_of(bare);
    return {words.begin(), words.end()};
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::vector<std::string> words_of_build_file(const Tree& tree, std::string_view directory) {
    const auto found = tree.find(std::string(directory) + "/" + std::string(kBuildFile));
    return found == tree.end() ? std::vector<std::string>{} : build_words(found->second);
}

/// Whether the build file of a directory above `path` names it, relative to itself.
bool is_listed(const Tree& tree, std::string_view path) {
    for (auto above = directory_of(path); !above.empty(); above = directory_of(above))
        if (contains(words_of_build_file(tree, above), path.substr(above.size() + 1))) return true;
    return false;
}

/// The entries of the registry in a directory's build file: what follows ENTRIES.
std::vector<std::string> registry_entries(const Tree& tree, std::string_view directory) {
    auto words = words_of_build_file(tree, directory);
    const auto entries = std::ranges::find(words, "ENTRIES");
    if (!contains(words, "solander_registry") || entries == words.end()) return {};
    words.erase(words.begin(), entries + 1);
    return words;
}

std::string_view stem_of(std::string_view path) {
    const auto name = name_of(path);
    return name.substr(0, name.rfind('.'));
}

/// Whether a file is in a folder of plug-ins: a module whose name has a slash.
bool is_plug_in(std::string_view path, const Layers& layers) {
    return std::ranges::any_of(layers.modules, [&](const auto& module) {
        return module.first.find('/') != std::string::npos &&
               directory_of(path) == "src/" + module.first;
    });
}

/// The installed headers are named from the root, by a variable of CMake.
bool is_public_header_listed(const Tree& tree, std::string_view path) {
    const auto words = words_of_build_file(tree, "src");
    return std::ranges::any_of(
        words, [&](const auto& word) { return word.ends_with("/" + std::string(path)); });
}

/// A project of its own is configured by a test, not added to this one.
bool is_own_project(std::string_view text) {
    return contains(build_words(text), "project");
}

/// What is wrong with a file that its build does not know of; empty if nothing is.
std::string wrong_with(const Tree& tree, const Layers& layers, std::string_view path,
                       std::string_view text) {
    if (is_below(path, "include"))
        return is_public_header_listed(tree, path)
                   ? ""
                   : "is not among the headers of src/CMakeLists.txt";
    if (!is_below(path, "src") && !is_below(path, "tests")) return "";
    const auto directory = directory_of(path);
    if (name_of(path) == kBuildFile) {
        const bool is_root = directory_of(directory).empty();
        if (is_root || is_own_project(text) || is_listed(tree, directory)) return "";
        return "no CMakeLists.txt above adds its directory";
    }
    if (!path.ends_with(".cpp")) return "";
    if (is_plug_in(path, layers)) {
        if (contains(registry_entries(tree, directory), stem_of(path))) return "";
        return "is not among the ENTRIES of " + std::string(directory) + "/CMakeLists.txt";
    }
    return is_listed(tree, path) ? "" : "no CMakeLists.txt above names it";
}

}  // namespace

Complaints check_build_lists(const Tree& tree, const Layers& layers) {
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        const auto wrong = wrong_with(tree, layers, path, text);
        if (!wrong.empty()) complaints.push_back(path + ": " + wrong);
    }
    return complaints;
}

}  // namespace solander::arch
