// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_form.h"

#include <algorithm>

#include "base/edtf.h"
#include "metadata/reader.h"
#include "metadata/wilson_layout.h"
#include "metadata/wilson_words.h"

namespace solander::metadata {

namespace {

/// A list says that it is one, and dates its first entry, within this many lines.
constexpr std::size_t kListHeadLines = 12;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view skip_digits(std::string_view text) {
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
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

/// A date line with blank lines, or a text's edges, on both sides.
bool has_date_paragraph(const TextLines& lines) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const bool starts = i == 0 || lines[i - 1].empty();
        if (starts && lines[i + 1].empty() && base::edtf_from_words(fold_white_space(lines[i])))
            return true;
    }
    return false;
}

std::string_view sentence(WilsonForm form) {
    switch (form) {
        case WilsonForm::flat:
            return {};
        case WilsonForm::paragraphs:
            return "looks like a Wilson Center record with blank lines between its paragraphs "
                   "(form B), which this version does not read";
        case WilsonForm::html:
            return "looks like a Wilson Center page of 2012 to 2021 (form C), which this version "
                   "does not read";
        case WilsonForm::pdf_export:
            return "looks like a Wilson Center PDF export (form D), which this version does not "
                   "read";
        case WilsonForm::result_list:
            return "looks like a list of search results (form E), which is the record of no one "
                   "document";
        case WilsonForm::other:
            return "has words of a Wilson Center record, but no date line with a title under it "
                   "within its first four lines";
    }
    return {};
}

}  // namespace

std::optional<WilsonForm> wilson_form(const TextLines& lines) {
    if (is_result_list(lines)) return WilsonForm::result_list;
    if (is_pdf_export(lines)) return WilsonForm::pdf_export;
    if (is_html(lines)) return WilsonForm::html;
    if (find_flat_layout(lines)) return WilsonForm::flat;
    if (!has_publishers_words(lines)) return std::nullopt;
    return has_date_paragraph(lines) ? WilsonForm::paragraphs : WilsonForm::other;
}

std::optional<std::string> known_but_unread(std::string_view text) {
    const auto form = wilson_form(split_lines(text));
    if (!form || *form == WilsonForm::flat) return std::nullopt;
    return std::string(sentence(*form));
}

}  // namespace solander::metadata
