// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_form.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "metadata/wilson_layout.h"
#include "metadata/wilson_words.h"

namespace solander::metadata {

namespace {

/// A list says that it is one, and dates its first entry, within this many lines.
constexpr std::size_t kListHeadLines = 12;

std::string_view skip_digits(std::string_view text) {
    while (!text.empty() && base::is_digit(text.front())) text.remove_prefix(1);
    return text;
}

/// `1 - 10 of 14`
bool is_list_range(std::string_view line) {
    for (const std::string_view joint : {" - ", " of ", ""}) {
        const auto rest = skip_digits(line);
        const auto after = after_words(rest, joint);
        if (rest.size() == line.size() || !after) return false;
        line = *after;
    }
    return line.empty();
}

bool is_result_list(const TextLines& lines) {
    const auto head = std::min(lines.size(), kListHeadLines);
    return std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(head),
                       [](std::string_view line) {
                           return is_list_range(line) || is_words(line, "SEARCH RESULTS");
                       });
}

bool is_pdf_export(const TextLines& lines) {
    const auto says = [&lines](std::string_view words) {
        return std::ranges::any_of(
            lines, [words](std::string_view line) { return line.find(words) != line.npos; });
    };
    return says("Citation:") && says("Original Language:");
}

bool is_html(const TextLines& lines) {
    return std::ranges::any_of(lines, [](std::string_view line) {
        return is_words(line, "get citation") || after_words(line, "VIEW DOCUMENT IN");
    });
}

bool has_publishers_words(const TextLines& lines) {
    return std::ranges::any_of(lines, [](std::string_view line) {
        const auto* label = wilson_label(line);
        return is_wilson_rights_text(line) || credited_funder(line) ||
               (label != nullptr && label->field == WilsonField::heading);
    });
}

}  // namespace

std::optional<WilsonForm> wilson_form(const TextLines& lines) {
    if (is_result_list(lines)) return WilsonForm::result_list;
    if (is_pdf_export(lines)) return WilsonForm::pdf_export;
    if (is_html(lines)) return WilsonForm::html;
    if (find_flat_layout(lines)) return WilsonForm::flat;
    if (!has_publishers_words(lines)) return std::nullopt;
    return find_flat_layout(without_blank_lines(lines)) ? WilsonForm::paragraphs
                                                        : WilsonForm::other;
}

bool is_surely_wilson(const TextLines& lines) {
    static constexpr std::array<std::string_view, 3> kNames = {
        "digitalarchive.wilsoncenter.org", "History and Public Policy Program",
        "This document was made possible with support from"};
    const auto names_it = [](std::string_view line) {
        return std::ranges::any_of(
            kNames, [line](std::string_view name) { return line.find(name) != line.npos; });
    };
    return has_publishers_words(lines) || std::ranges::any_of(lines, names_it) ||
           find_flat_layout(lines).has_value();
}

}  // namespace solander::metadata
