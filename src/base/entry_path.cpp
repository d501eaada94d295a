// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <solander/entry_path.h>

#include "base/escape.h"
#include "base/utf8.h"

namespace solander {

namespace {

constexpr std::string_view kForbidden = "%\\:*?\"<>|";
constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;

/// Names that Windows gives to devices, whatever extension follows.
constexpr std::array<std::string_view, 6> kReserved = {"con", "prn",    "aux",
                                                       "nul", "conin$", "conout$"};

bool is_letter_at(std::u32string_view text, std::size_t index) {
    return index < text.size() && text[index] > 0x7F && base::is_printable(text[index]) &&
           text[index] != U' ';
}

/// A joiner is a letter's own business in Persian and the Indic scripts, and a trap elsewhere.
bool joins_letters(std::u32string_view text, std::size_t index) {
    return index > 0 && is_letter_at(text, index - 1) && is_letter_at(text, index + 1);
}

std::u32string decode(std::string_view text, char32_t for_malformed = U'\uFFFD') {
    std::u32string points;
    while (!text.empty()) {
        const auto point = base::first_code_point(text);
        points += point ? point->value : for_malformed;
        text.remove_prefix(point ? point->bytes : 1);
    }
    return points;
}

/// The form of an ideograph or a pictogram belongs to a name; behind a Latin letter, which has but
/// one form, a selector is only there to make a second name that looks the same.
bool selects_a_form(std::u32string_view text, std::size_t index) {
    return index > 0 && is_letter_at(text, index - 1) &&
           !base::is_variation_selector(text[index - 1]);
}

bool is_allowed_at(std::u32string_view text, std::size_t index) {
    const char32_t point = text[index];
    if (point == kZeroWidthJoiner || point == kZeroWidthNonJoiner)
        return joins_letters(text, index);
    if (base::is_variation_selector(point)) return selects_a_form(text, index);
    return base::is_printable(point);
}

bool is_blank(char32_t point) {
    return point == ' ' || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F ||
           point == 0x3000;
}

bool is_reserved_by_windows(std::string_view component) {
    std::string stem(component.substr(0, component.find('.')));
    while (!stem.empty() && stem.back() == ' ') stem.pop_back();
    std::transform(stem.begin(), stem.end(), stem.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    if (std::find(kReserved.begin(), kReserved.end(), stem) != kReserved.end()) return true;
    if (stem.starts_with("com") || stem.starts_with("lpt")) {
        const std::string_view port = std::string_view(stem).substr(3);
        return (port.size() == 1 && port[0] >= '0' && port[0] <= '9') || port == "\u00B9" ||
               port == "\u00B2" || port == "\u00B3";
    }
    return false;
}

/// The rule that one component breaks, in words; nothing if it breaks none.
std::optional<std::string> broken_rule(std::string_view component) {
    if (component.empty()) return "a path has no empty component and neither starts nor ends in /";
    if (component == "." || component == "..") return "'.' and '..' are no names";
    if (component.size() > EntryPath::kMaxComponentBytes)
        return fmt::format("a name has at most {} bytes", EntryPath::kMaxComponentBytes);
    const std::u32string points = decode(component);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t point = points[i];
        if (point < 0x80 && kForbidden.find(static_cast<char>(point)) != std::string_view::npos)
            return fmt::format("'{}' is not allowed in a name", static_cast<char>(point));
        if (!is_allowed_at(points, i))
            return fmt::format("U+{:04X} (control or invisible) is not allowed in a name",
                               static_cast<std::uint32_t>(point));
    }
    if (is_blank(points.back()) || points.back() == '.')
        return "a name does not end in white space or a full stop";
    if (is_blank(points.front())) return "a name does not begin with white space";
    if (is_reserved_by_windows(component)) return "the name is reserved by Windows";
    return std::nullopt;
}

/// Components of `text`, the empty ones included.
std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> components;
    for (;;) {
        const auto slash = text.find('/');
        components.push_back(text.substr(0, slash));
        if (slash == std::string_view::npos) return components;
        text.remove_prefix(slash + 1);
    }
}

/// Cut to `limit` bytes at the end of a code point.
void cut(std::string& text, std::size_t limit) {
    if (text.size() <= limit) return;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
    text.resize(limit);
}

/// Cuts a name that is too long in front of its extension, which says what the file is.
void cut_name(std::string& name) {
    static constexpr std::size_t kLongestExtension = 16;
    if (name.size() <= EntryPath::kMaxComponentBytes) return;
    const auto dot = name.rfind('.');
    std::string extension;
    if (dot != std::string::npos && dot > 0 && name.size() - dot <= kLongestExtension)
        extension = name.substr(dot);
    name.resize(name.size() - extension.size());
    cut(name, EntryPath::kMaxComponentBytes - extension.size());
    name += extension;
}

/// Whether it goes without a trace where it may not stand, being nothing to see.
bool is_dropped(char32_t point) {
    return point == kZeroWidthJoiner || point == kZeroWidthNonJoiner ||
           base::is_variation_selector(point);
}

/// `_` for what no name may have; no joiners where they join nothing, nor selectors of no form.
std::string without_forbidden(std::string_view component) {
    std::u32string points = decode(component, U'_');
    for (char32_t& point : points) {
        const bool forbidden =
            point < 0x80 && kForbidden.find(static_cast<char>(point)) != std::string_view::npos;
        if (forbidden || (!is_dropped(point) && !base::is_printable(point))) point = U'_';
    }
    std::string safe;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!is_dropped(points[i]) || is_allowed_at(points, i)) base::append_utf8(safe, points[i]);
    return safe;
}

/// Without blanks at either end, nor a full stop at the last.
std::string trimmed(std::string_view component) {
    std::u32string points = decode(component);
    while (!points.empty() && (is_blank(points.back()) || points.back() == '.')) points.pop_back();
    const auto first = std::find_if_not(points.begin(), points.end(),
                                        [](char32_t point) { return is_blank(point); });
    std::string safe;
    for (auto point = first; point != points.end(); ++point) base::append_utf8(safe, *point);
    return safe;
}

/// Each step can undo what another has done (a cut leaves a blank at the end, a joiner that goes
/// lets two letters compose), so they are repeated until none finds anything to do. That ends: they
/// only ever shorten a name, but for the one `_` in front of a reserved one, which is then none.
std::string safe_component(std::string_view component) {
    std::string safe(component);
    for (;;) {
        std::string next = trimmed(base::to_nfc(without_forbidden(safe)));
        if (is_reserved_by_windows(next)) next.insert(0, "_");
        cut_name(next);
        if (next == safe) return safe.empty() ? "_" : safe;
        safe = std::move(next);
    }
}

}  // namespace

Result<EntryPath> EntryPath::parse(std::string_view text) {
    const auto refuse = [text](std::string_view rule) {
        return Error(ErrorCode::format, fmt::format("unsafe path '{}': {}; '{}' would do",
                                                    base::printable(text), rule, safe_form(text)));
    };
    if (text.size() > kMaxBytes)
        return refuse(fmt::format("a path has at most {} bytes", kMaxBytes));
    if (base::find_invalid_utf8(text)) return refuse("a path is well-formed UTF-8");
    for (const auto component : split(text))
        if (const auto rule = broken_rule(component)) return refuse(*rule);
    if (base::to_nfc(text) != text) return refuse("a path is in Unicode normalisation form C");
    return EntryPath(std::string(text));
}

std::string EntryPath::safe_form(std::string_view text) {
    static constexpr std::size_t kRoom = kMaxBytes - std::string_view("data/").size();
    std::string directory;
    std::string name;
    for (const auto component : split(text)) {
        if (component.empty() || component == "." || component == "..") continue;
        if (!name.empty()) directory += name + '/';
        name = safe_component(component);
    }
    if (name.empty()) return "_";
    // A path that is too long loses its innermost directories: the name tells the files apart.
    while (directory.size() + name.size() > kRoom) {
        directory.pop_back();
        directory.resize(directory.rfind('/') + 1);  // from nowhere to nothing: npos + 1 is 0
    }
    return directory + name;
}

std::string EntryPath::collision_key() const {
    return base::fold_case(text_);
}

}  // namespace solander
