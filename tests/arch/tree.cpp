// SPDX-License-Identifier: Apache-2.0
#include "arch/tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>

namespace solander::arch {

namespace fs = std::filesystem;

namespace {

bool is_name_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool is_looked_at(const fs::path& path) {
    static constexpr std::array kExtensions = {".cpp", ".h", ".cmake", ".py", ".sh"};
    const auto extension = path.extension();
    const auto name = path.filename();
    return std::ranges::find(kExtensions, extension) != kExtensions.end() ||
           name == "CMakeLists.txt" || name == "layers.txt" || extension.empty();
}

void read_below(const fs::path& root, std::string_view directory, Tree& tree) {
    const auto start = root / directory;
    if (!fs::is_directory(start)) return;
    for (const auto& entry : fs::recursive_directory_iterator(start)) {
        if (!entry.is_regular_file() || !is_looked_at(entry.path())) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        tree[entry.path().lexically_relative(root).generic_string()] =
            std::string(std::istreambuf_iterator<char>(in), {});
    }
}

/// Where the comment or literal that begins at `at` ends; `at` itself if none begins there.
class Skipper {
public:
    explicit Skipper(std::string_view text) : text_(text) {}

    std::size_t end_of_skipped(std::size_t at) const {
        const auto rest = text_.substr(at);
        if (rest.starts_with("//")) return std::min(text_.find('\n', at), text_.size());
        if (rest.starts_with("/*")) return after("*/", at + 2);
        if (rest.starts_with("R\"") && !follows_name(at)) return end_of_raw(at);
        if (rest.starts_with('"')) return end_of_literal(at);
        if (rest.starts_with('\'') && !separates_digits(at)) return end_of_literal(at);
        return at;
    }

private:
    bool follows_name(std::size_t at) const { return at > 0 && is_name_character(text_[at - 1]); }

    bool separates_digits(std::size_t at) const {
        std::size_t start = at;
        while (start > 0 && (is_name_character(text_[start - 1]) || text_[start - 1] == '\''))
            --start;
        return start < at && std::isdigit(static_cast<unsigned char>(text_[start])) != 0;
    }

    std::size_t after(std::string_view end, std::size_t from) const {
        const auto found = text_.find(end, from);
        return found == std::string_view::npos ? text_.size() : found + end.size();
    }

    std::size_t end_of_raw(std::size_t at) const {
        const auto open = std::min(text_.find('(', at), text_.size());
        const auto delimiter = text_.substr(at + 2, open - at - 2);
        return after(")" + std::string(delimiter) + "\"", open);
    }

    std::size_t end_of_literal(std::size_t at) const {
        const char quote = text_[at];
        for (++at; at < text_.size() && text_[at] != quote && text_[at] != '\n'; ++at)
            if (text_[at] == '\\') ++at;
        return std::min(at + 1, text_.size());
    }

    std::string_view text_;
};

}  // namespace

Tree read_tree(const fs::path& root) {
    Tree tree;
    for (const auto* directory : {".ci", "bench", "cmake", "docs", "fixtures", "fuzz", "include",
                                  "scripts", "src", "tests"})
        read_below(root, directory, tree);
    return tree;
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back({lines.size() + 1, text.substr(0, end)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<Include> includes_of(std::string_view text) {
    static constexpr std::string_view kDirective = "#include ";
    std::vector<Include> includes;
    for (const auto& line : lines_of(text)) {
        if (!line.text.starts_with(kDirective)) continue;
        const auto header = line.text.substr(kDirective.size());
        const bool quoted = header.starts_with('"');
        const auto end = header.find(quoted ? '"' : '>', 1);
        if (end == std::string_view::npos) continue;
        includes.push_back({line.number, header.substr(1, end - 1), quoted});
    }
    return includes;
}

std::string code_of(std::string_view text) {
    std::string code(text);
    const Skipper skipper(text);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = skipper.end_of_skipped(at);
        for (auto blank = at; blank < end; ++blank)
            if (code[blank] != '\n') code[blank] = ' ';
        at = std::max(end, at + 1);
    }
    return code;
}

bool has_word(std::string_view line, std::string_view word) {
    for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins =
            !is_name_character(word.front()) || at == 0 || !is_name_character(line[at - 1]);
        const bool ends =
            !is_name_character(word.back()) || end == line.size() || !is_name_character(line[end]);
        if (begins && ends) return true;
    }
    return false;
}

std::vector<std::string_view> words_of(std::string_view text) {
    static constexpr std::string_view kBlank = " \t\r\n";
    std::vector<std::string_view> words;
    for (auto at = text.find_first_not_of(kBlank); at != std::string_view::npos;
         at = text.find_first_not_of(kBlank, at)) {
        const auto end = std::min(text.find_first_of(kBlank, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

bool is_below(std::string_view path, std::string_view directory) {
    return path.starts_with(directory) && path.substr(directory.size()).starts_with('/');
}

bool is_source(std::string_view path) {
    return path.ends_with(".cpp") || path.ends_with(".h");
}

std::string_view directory_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace solander::arch
