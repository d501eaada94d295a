// SPDX-License-Identifier: Apache-2.0
#include "pack/safe_names.h"

#include <utility>

#include <fmt/format.h>

#include "base/try.h"
#include "base/utf8.h"

namespace solander::pack {

namespace {

constexpr std::string_view kPayload = "data/";
constexpr std::size_t kLongestExtension = 16;
constexpr std::size_t kRoomForNumber = 24;

/// `letter.txt` and 2 make `letter_2.txt`.
std::string numbered(std::string_view name, std::size_t number) {
    const auto dot = name.rfind('.');
    const bool has_extension =
        dot != std::string_view::npos && dot > 0 && name.size() - dot <= kLongestExtension;
    std::string stem(has_extension ? name.substr(0, dot) : name);
    const std::string end =
        fmt::format("_{}{}", number, has_extension ? name.substr(dot) : std::string_view());
    while (stem.size() + end.size() > EntryPath::kMaxComponentBytes) {
        while ((static_cast<unsigned char>(stem.back()) & 0xC0U) == 0x80U) stem.pop_back();
        stem.pop_back();
    }
    return EntryPath::safe_form(stem + end);  // the cut may have left a joiner behind
}

std::string below(const std::string& parent, const std::string& name) {
    return parent.empty() ? name : parent + '/' + name;
}

}  // namespace

void SafeNames::keep(const EntryPath& path) {
    const std::string_view text = std::string_view(path.str()).substr(kPayload.size());
    for (auto end = text.find('/');; end = text.find('/', end + 1)) {
        const auto part = text.substr(0, end);
        taken_.try_emplace(base::fold_case(part), part);
        given_.try_emplace(std::string(part), part);
        if (end == std::string_view::npos) return;
    }
}

std::string SafeNames::place(const std::string& parent, std::string_view found) {
    const std::string original(found);
    if (const auto given = given_.find(original); given != given_.end()) return given->second;
    const auto slash = original.rfind('/');
    const std::string name =
        EntryPath::safe_form(slash == std::string::npos ? original : original.substr(slash + 1));
    std::string path = below(parent, name);
    std::size_t& next = next_.try_emplace(base::fold_case(path), 1).first->second;
    for (;; ++next) {
        if (next > 1) path = below(parent, numbered(name, next));
        const auto [at, fresh] = taken_.try_emplace(base::fold_case(path), original);
        if (fresh || at->second == original) break;
    }
    given_.emplace(original, path);
    return path;
}

Result<EntryPath> SafeNames::rename(std::string_view found) {
    std::string parent;
    for (auto end = found.find('/'); end != std::string_view::npos; end = found.find('/', end + 1))
        parent = place(parent, found.substr(0, end));
    // A path that is too long loses its innermost directories, as in EntryPath::safe_form().
    static constexpr std::size_t kRoom =
        EntryPath::kMaxBytes - kPayload.size() - EntryPath::kMaxComponentBytes - kRoomForNumber;
    while (parent.size() > kRoom)
        parent.resize(parent.rfind('/') == std::string::npos ? 0 : parent.rfind('/'));
    return EntryPath::parse(std::string(kPayload) + place(parent, found));
}

}  // namespace solander::pack
