// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace solander::arch {

/// The text of each file by its path from the root of a source tree, `src/base/hex.cpp`.
using Tree = std::map<std::string, std::string, std::less<>>;

/// Everything in a source tree that a check looks at: sources, build files, scripts, layers.txt.
Tree read_tree(const std::filesystem::path& root);

/// A line of a text, and its number from 1.
struct Line {
    std::size_t number = 0;
    std::string_view text;
};
std::vector<Line> lines_of(std::string_view text);

struct Include {
    std::size_t line = 0;
    std::string_view header;
    bool quoted = false;  ///< "header", not <header>.
};
std::vector<Include> includes_of(std::string_view text);

/// C++ source with every comment and every character of a literal made a blank. Lines keep their
/// numbers and columns.
std::string code_of(std::string_view text);

/// Whether `word` stands in `line`, and not as a part of a longer name.
bool has_word(std::string_view line, std::string_view word);

std::vector<std::string_view> words_of(std::string_view text);

bool is_below(std::string_view path, std::string_view directory);
bool is_source(std::string_view path);  ///< A .cpp or .h file.
std::string_view directory_of(std::string_view path);
std::string_view name_of(std::string_view path);

}  // namespace solander::arch
