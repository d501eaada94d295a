// SPDX-License-Identifier: Apache-2.0
#include "arch/checks.h"

namespace solander::arch {

namespace {

constexpr std::size_t kMostLines = 800;
constexpr std::size_t kMostLinesOfAPublicHeader = 150;

bool is_script(std::string_view text) {
    return text.starts_with("#!");
}

/// The line that states the licence, in the comments of the file's language.
bool has_licence(std::string_view path, std::string_view text) {
    static constexpr std::string_view kLicence = " SPDX-License-Identifier: Apache-2.0";
    const auto lines = lines_of(text);
    const std::size_t at = is_script(text) ? 1 : 0;
    if (lines.size() <= at) return false;
    return lines[at].text == (is_source(path) ? "//" : "#") + std::string(kLicence);
}

bool needs_licence(std::string_view path, std::string_view text) {
    return is_source(path) || is_script(text) || path.ends_with("CMakeLists.txt") ||
           path.ends_with(".cmake");
}

std::size_t most_lines(std::string_view path) {
    return is_below(path, "include") ? kMostLinesOfAPublicHeader : kMostLines;
}

}  // namespace

Complaints check_form(const Tree& tree, const Layers&) {
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        if (needs_licence(path, text) && !has_licence(path, text))
            complaints.push_back(path + ": does not begin with its SPDX-License-Identifier");
        if (!is_source(path)) continue;
        const auto lines = lines_of(text).size();
        if (lines > most_lines(path))
            complaints.push_back(path + ": has " + std::to_string(lines) + " lines; " +
                                 std::to_string(most_lines(path)) + " is the most");
        if (path.ends_with(".h") && text.find("\n#pragma once\n") == std::string::npos)
            complaints.push_back(path + ": has no #pragma once");
    }
    return complaints;
}

}  // namespace solander::arch
