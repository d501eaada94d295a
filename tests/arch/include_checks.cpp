// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "arch/checks.h"

namespace solander::arch {

namespace {

constexpr std::string_view kPublic = "solander/";

/// The module that a file belongs to; nothing for one that is not the library's or the tool's.
std::optional<std::string_view> module_of(std::string_view path) {
    if (!is_source(path)) return std::nullopt;
    if (is_below(path, "include/solander")) return "public";
    if (!is_below(path, "src")) return std::nullopt;
    const auto directory = directory_of(path);
    return directory.substr(std::min(directory.size(), std::string_view("src/").size()));
}

bool is_standard(std::string_view header) {
    return header.find_first_of("./") == std::string_view::npos;
}

std::string_view library_of(std::string_view header, const Layers& layers) {
    for (const auto& [library, beginnings] : layers.libraries)
        for (const auto& beginning : beginnings)
            if (header == beginning || (beginning.ends_with('/') && header.starts_with(beginning)))
                return library;
    return {};
}

/// What is wrong with an include in a module; empty if nothing is.
std::string wrong_with(const Include& include, std::string_view name, const Layers::Module& module,
                       const Layers& layers) {
    if (include.quoted) {
        const auto other = directory_of(include.header);
        if (other.empty()) return "give its path from src";
        if (other == name && name != "public") return {};
        if (module.modules.contains(other)) return {};
        return std::string(name) + " may not know " + std::string(other);
    }
    if (is_standard(include.header) || include.header.starts_with(kPublic)) return {};
    const auto library = library_of(include.header, layers);
    if (library.empty()) return "belongs to no library that docs/layers.txt has";
    if (module.libraries.contains(library)) return {};
    return std::string(name) + " may not use " + std::string(library);
}

std::string header_of(std::string_view path) {
    return std::string(path.substr(0, path.size() - std::string_view(".cpp").size())) + ".h";
}

}  // namespace

Complaints check_layers(const Tree& tree, const Layers& layers) {
    Complaints complaints = layers.complaints;
    for (const auto& [path, text] : tree) {
        const auto name = module_of(path);
        if (!name) continue;
        const auto module = layers.modules.find(*name);
        if (module == layers.modules.end()) {
            complaints.push_back(path + ": its directory is no module of docs/layers.txt");
            continue;
        }
        for (const auto& include : includes_of(text)) {
            const auto wrong = wrong_with(include, *name, module->second, layers);
            if (wrong.empty()) continue;
            complaints.push_back(path + ":" + std::to_string(include.line) + ": " +
                                 std::string(include.header) + ": " + wrong);
        }
    }
    return complaints;
}

Complaints check_own_header_first(const Tree& tree, const Layers&) {
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        if (!is_below(path, "src") || !path.ends_with(".cpp")) continue;
        const auto header = header_of(path);
        if (!tree.contains(header)) continue;
        const auto own = header.substr(std::string_view("src/").size());
        const auto includes = includes_of(text);
        if (includes.empty() || includes.front().header != own)
            complaints.push_back(path + ": does not include \"" + own + "\" first");
    }
    return complaints;
}

}  // namespace solander::arch
