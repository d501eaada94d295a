// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_layout.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/edtf.h"

namespace solander::metadata {

namespace {

constexpr std::size_t kPageHeadLines = 4;
/// Fewer labels than this at the end of a text that was cut off are taken for words of its body.
constexpr std::size_t kLabelsOfCutFooter = 2;
constexpr std::size_t kWordsOfProse = 5;

bool is_title(std::string_view line) {
    return !line.empty() && !is_date_line(line) && !credited_funder(line) &&
           wilson_label(line) == nullptr && !is_wilson_rights_text(line);
}

bool is_credit(const TextLines& lines, std::size_t at) {
    return at < lines.size() && credited_funder(lines[at]).has_value();
}

/// The first date line with a title under it; one whose title has a credit line goes before, for
/// the lead text can be another record's date and title.
std::optional<std::size_t> find_date(const TextLines& lines) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < kPageHeadLines && i + 1 < lines.size(); ++i) {
        if (!is_date_line(lines[i]) || !is_title(lines[i + 1])) continue;
        if (is_credit(lines, i + 2)) return i;
        if (!found) found = i;
    }
    return found;
}

/// A summary is at least one sentence; signatures, dates and `[editor's remarks]` are not.
bool is_prose(std::string_view line) {
    if (line.empty() || line.starts_with('[') || is_wilson_rights_text(line)) return false;
    const auto folded = fold_white_space(line);
    if (std::ranges::count(folded, ' ') + 1 < static_cast<std::ptrdiff_t>(kWordsOfProse))
        return false;
    static constexpr std::array<std::string_view, 6> kClosing = {"\"", "'",      ")",
                                                                 "]",  "\u201D", "\u2019"};
    for (const auto closing : kClosing) {
        if (line.ends_with(closing)) line.remove_suffix(closing.size());
    }
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
           line.ends_with("\u2026");
}

/// The label on line `at` if it can stand above a rights text and above the label `below`; null if
/// not. A second label of one name, or one out of order, is a word of the body.
const WilsonLabel* label_above(const TextLines& lines, std::size_t at, const WilsonLabel* below) {
    const auto* label = wilson_label(lines[at]);
    const bool fits = label != nullptr && label->field <= WilsonField::rights &&
                      (below == nullptr || label < below);
    return fits ? label : nullptr;
}

/// An archive only where `Rights` stands under it: a person has put it in, as captures lose it.
bool takes_value(const WilsonLabel* label, const WilsonLabel* below) {
    if (label == nullptr) return false;
    if (label->field == WilsonField::original_archive)
        return below != nullptr && below->field == WilsonField::rights;
    return label->field == WilsonField::source || label->field == WilsonField::heading;
}

/// The unbroken run of labels that ends before line `end`, none of its lines before `floor`.
std::vector<LabelLine> run_before(const TextLines& lines, std::size_t floor, std::size_t end) {
    std::vector<LabelLine> run;
    const WilsonLabel* below = nullptr;
    while (end > floor) {
        LabelLine next{label_above(lines, end - 1, below), end - 1, {}};
        const bool can_be_value =
            !lines[end - 1].empty() && wilson_label(lines[end - 1]) == nullptr;
        if (can_be_value && end - floor >= 2)
            next = {label_above(lines, end - 2, below), end - 2, end - 1};
        if (next.label == nullptr || (next.value && !takes_value(next.label, below))) break;
        run.push_back(next);
        below = next.label;
        end = next.line;
    }
    std::ranges::reverse(run);
    return run;
}

/// The first line of a footer whose upper part is parted from the run of labels at line `start` by
/// single lines that are no labels; `start` if nothing is parted from it.
std::size_t footer_start(const TextLines& lines, std::size_t floor, std::size_t start,
                         const WilsonLabel* below) {
    for (;;) {
        std::size_t step = 0;
        if (start - floor >= 1 && label_above(lines, start - 1, below) != nullptr) {
            step = 1;
        } else if (start - floor >= 2 && label_above(lines, start - 2, below) != nullptr) {
            step = 2;
        }
        if (step == 0) return start;
        start -= step;
        below = wilson_label(lines[start]);
    }
}

/// Where the rights text starts: at its known words, else under a `Rights` that ends a run of
/// labels. The run must hold the one label that every record has.
std::optional<std::size_t> find_rights(const TextLines& lines, std::size_t floor) {
    for (auto i = lines.size(); i > floor; --i) {
        if (is_wilson_rights_text(lines[i - 1])) return i - 1;
    }
    for (auto i = lines.size(); i > floor; --i) {
        const auto* label = wilson_label(lines[i - 1]);
        if (label == nullptr || label->field != WilsonField::rights) continue;
        const auto run = run_before(lines, floor, i);
        const auto is_heading = [](const LabelLine& line) {
            return line.label->field == WilsonField::heading;
        };
        if (std::ranges::any_of(run, is_heading)) return i;
    }
    return std::nullopt;
}

/// Reads the rights text from line `first` on; returns the line at which to go on.
std::size_t read_rights(const TextLines& lines, std::size_t first, FlatLayout& layout) {
    auto end = first;
    while (end < lines.size() && !is_label_after(lines[end], WilsonField::rights)) ++end;
    if (first < end && is_wilson_rights_text(lines[first])) {
        const bool has_contact = first + 1 < end && wilson_rights_contact(lines[first + 1]);
        if (has_contact) layout.contact = first + 1;
        layout.known_rights = has_contact || first + 1 == end;
        layout.cut = !has_contact && first + 1 == lines.size();
        if (layout.known_rights) end = first + (has_contact ? 2 : 1);
    } else {
        layout.cut = first == lines.size();
    }
    layout.rights = {first, end};
    while (!layout.rights.empty() && lines[layout.rights.last - 1].empty()) --layout.rights.last;
    return end;
}

bool can_be_value(WilsonField field, std::string_view line) {
    if (line.empty()) return false;
    if (field == WilsonField::upload_date) return is_date_line(line);
    if (field == WilsonField::record_id) return line.find_first_not_of("0123456789") == line.npos;
    return true;
}

/// Reads the labels after the rights text, each with one value at most; returns the first line
/// that belongs to none of them. A value has a label or the end after it: else it may be the first
/// line of whatever stood under the record on its page.
std::size_t read_tail(const TextLines& lines, std::size_t at, FlatLayout& layout) {
    const WilsonLabel* last = nullptr;
    while (at < lines.size() && is_label_after(lines[at], WilsonField::rights)) {
        const auto* label = wilson_label(lines[at]);
        if (last != nullptr && label <= last) break;
        last = label;
        LabelLine read{label, at, {}};
        const bool is_last = at + 2 >= lines.size();
        const bool has_value = at + 1 < lines.size() && can_be_value(label->field, lines[at + 1]) &&
                               wilson_label(lines[at + 1]) == nullptr &&
                               (is_last || is_label_after(lines[at + 2], label->field));
        if (has_value) read.value = at + 1;
        layout.labels.push_back(read);
        at += has_value ? 2 : 1;
    }
    return at;
}

/// Finds the end of the body, and the summary, above a footer that starts at line `end`.
void close_body(const TextLines& lines, std::size_t floor, std::size_t end, FlatLayout& layout) {
    const bool whole_footer = !layout.labels.empty() && layout.unread.empty();
    if (whole_footer && end > floor && is_prose(lines[end - 1])) layout.summary = --end;
    auto first = floor;
    while (first < end && lines[first].empty()) ++first;
    while (end > first && lines[end - 1].empty()) --end;
    layout.body = {first, end};
}

/// Fills in everything from the footer up to the head, which ends before line `floor`. False if
/// there is nothing to know a footer by.
bool read_footer(const TextLines& lines, std::size_t floor, FlatLayout& layout) {
    const auto rights = find_rights(lines, floor);
    layout.labels = run_before(lines, floor, rights.value_or(lines.size()));
    if (!rights && layout.labels.size() < kLabelsOfCutFooter) layout.labels.clear();
    const bool found = rights || !layout.labels.empty();

    const auto end = rights.value_or(lines.size());
    const auto run = layout.labels.empty() ? end : layout.labels.front().line;
    const auto* first_label = layout.labels.empty() ? nullptr : layout.labels.front().label;
    const auto start = found ? footer_start(lines, floor, run, first_label) : end;
    layout.unread = {start, run};
    close_body(lines, floor, start, layout);

    if (rights) {
        layout.rest = {read_tail(lines, read_rights(lines, *rights, layout), layout), lines.size()};
    } else {
        layout.rights = layout.rest = {end, end};
        layout.cut = true;
    }
    return found;
}

}  // namespace

TextLines without_blank_lines(const TextLines& lines) {
    TextLines full;
    std::ranges::copy_if(lines, std::back_inserter(full),
                         [](std::string_view line) { return !line.empty(); });
    return full;
}

bool is_date_line(std::string_view line) {
    return base::edtf_from_words(fold_white_space(line)).has_value();
}

std::optional<LineRange> FlatLayout::labels_not_read(const TextLines& lines) const {
    // Fewer are words of a body.
    constexpr std::size_t kFewest = 3;
    for (const LineRange range : {body, unread}) {
        std::size_t first = range.first;
        for (auto at = range.first; at <= range.last; ++at) {
            if (at < range.last && wilson_label(lines[at]) != nullptr) continue;
            if (at - first >= kFewest) return LineRange{first, at};
            first = at + 1;
        }
    }
    return std::nullopt;
}

const LabelLine* FlatLayout::find(WilsonField field) const {
    const auto is_it = [field](const LabelLine& line) { return line.label->field == field; };
    const auto found = std::ranges::find_if(labels, is_it);
    return found == labels.end() ? nullptr : &*found;
}

std::optional<FlatLayout> find_flat_layout(const TextLines& lines) {
    const auto date = find_date(lines);
    if (!date) return std::nullopt;
    FlatLayout layout;
    layout.date = *date;
    layout.title = *date + 1;
    auto floor = layout.title + 1;
    if (is_credit(lines, floor)) layout.credit = floor++;
    const bool has_footer = read_footer(lines, floor, layout);
    if (!has_footer && !layout.credit) return std::nullopt;
    return layout;
}

}  // namespace solander::metadata
