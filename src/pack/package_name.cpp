// SPDX-License-Identifier: Apache-2.0
#include "pack/package_name.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "base/utf8.h"
#include "format/lexical.h"

namespace solander::pack {

namespace {

constexpr std::string_view kJoints = ".-";

/// U+00C0 to U+017F without their marks.
constexpr std::string_view kPlainLetters =
    "AAAAAAACEEEEIIIIDNOOOOO-OUUUUYTsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRr"
    "SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
constexpr char32_t kFirstPlain = 0xC0;
static_assert(kPlainLetters.size() == 0x180 - kFirstPlain);

bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_name(std::string_view name) {
    return !name.empty() && begins_name(name.front()) && format::has_form("manifest", "name", name);
}

/// The letter of a package's name that comes nearest, a hyphen where none does, NUL for a mark
/// that belongs to the letter before it.
char nearest_letter(char32_t point) {
    if (point < 0x80) {
        const char c = static_cast<char>(point);
        return begins_name(c) || c == '.' ? c : '-';
    }
    if (point >= kFirstPlain && point - kFirstPlain < kPlainLetters.size())
        return kPlainLetters[point - kFirstPlain];
    return point >= 0x300 && point <= 0x36F ? '\0' : '-';
}

void drop_last_joints(std::string& name) {
    while (!name.empty() && kJoints.find(name.back()) != std::string_view::npos) name.pop_back();
}

/// A name for a package that reads like `text`; a common one if nothing of it can be kept.
std::string proposal_for(std::string_view text) {
    std::string name = nearest_name(text).substr(0, kMostNameBytes);
    drop_last_joints(name);
    return name.empty() ? "letters-1963" : name;
}

Error no_name(std::string_view name) {
    return {ErrorCode::usage,
            fmt::format("'{}' cannot be the name of a package: it takes 1 to {} of the letters A-Z "
                        "and a-z, digits, '.', '_' and '-', and begins with none of '.' and '-'; "
                        "such as --name {}",
                        base::printable(name), kMostNameBytes, proposal_for(name))};
}

}  // namespace

std::string nearest_name(std::string_view text) {
    std::string name;
    while (!text.empty()) {
        const auto point = base::first_code_point(text);
        const char letter = point ? nearest_letter(point->value) : '-';
        text.remove_prefix(point ? point->bytes : 1);
        if (letter == '\0') continue;
        const bool joint = kJoints.find(letter) != std::string_view::npos;
        if (!joint || (!name.empty() && kJoints.find(name.back()) == std::string_view::npos))
            name += letter;
    }
    drop_last_joints(name);
    return name;
}

Result<std::filesystem::path> named_path(const std::filesystem::path& input) {
    std::string_view text = input.native();
    for (;;) {
        if (text.size() > 1 && text.ends_with('/'))
            text.remove_suffix(1);
        else if (text.size() > 2 && text.ends_with("/."))
            text.remove_suffix(2);
        else if (text.size() > 2 && text.starts_with("./"))
            text.remove_prefix(std::min(text.find_first_not_of('/', 1), text.size()));
        else
            break;
    }
    std::filesystem::path path(text);
    const std::string name = path.filename().string();
    if (name.empty() || name == "." || name == "..")
        return Error(ErrorCode::usage,
                     fmt::format("'{}' has no name of its own: give the directory by its name, "
                                 "such as ../letters",
                                 base::printable(input.string())));
    return path;
}

Result<std::string> default_name(const std::vector<std::filesystem::path>& inputs) {
    if (inputs.size() != 1)
        return Error(ErrorCode::usage, "several inputs go into one package: name it with --name");
    SOLANDER_TRY_ASSIGN(const auto path, named_path(inputs.front()));
    std::string name = path.stem().string();
    if (!is_name(name)) return no_name(name);
    return name;
}

Result<void> check_name(std::string_view name) {
    if (is_name(name)) return {};
    return no_name(name);
}

}  // namespace solander::pack
