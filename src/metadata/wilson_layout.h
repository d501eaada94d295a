// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "metadata/text_lines.h"
#include "metadata/wilson_words.h"

namespace solander::metadata {

/// A label and the line of its value, where it has one. Lines count from 0.
struct LabelLine {
    const WilsonLabel* label = nullptr;
    std::size_t line = 0;
    std::optional<std::size_t> value;
};

/// Which line of a record is what, in form A, or in form B without its blank lines. Every line that
/// is not blank has one part: lead, date, title, credit, body, summary, unread, labels, rights or
/// rest.
///
/// The footer is found from its end: the rights text, and before it the unbroken run of label
/// lines. Labels are never looked for from the start, since their words are ordinary words of a
/// body.
struct FlatLayout {
    std::size_t date = 0;  ///< Lines before it belong to nobody knows what.
    std::size_t title = 0;
    std::optional<std::size_t> credit;
    LineRange body;
    /// The last paragraph before the footer, if it reads as prose. Where a record has no summary
    /// this is the last line of its body: nothing in the text tells the two apart.
    std::optional<std::size_t> summary;
    /// Labels beyond a line that is none: a footer's upper part, where no value can be trusted.
    LineRange unread;
    std::vector<LabelLine> labels;  ///< In text order.
    LineRange rights;
    bool known_rights = false;           ///< The rights text is the publisher's own.
    std::optional<std::size_t> contact;  ///< Its second paragraph.
    LineRange rest;
    bool cut = false;  ///< The text ends before its rights text does.

    const LabelLine* find(WilsonField field) const;
    /// A run of labels that is parted from the footer by lines that are none, and was not read.
    std::optional<LineRange> labels_not_read(const TextLines& lines) const;
};

/// The lines that are not blank.
TextLines without_blank_lines(const TextLines& lines);

/// Whether a line is a date and nothing else.
bool is_date_line(std::string_view line);

/// The layout of a text; nothing if it is no record in the flat form. A date line within the first
/// four lines and a title under it are needed, and beyond these a credit line, a rights text or a
/// run of labels: any letter may start with a date.
std::optional<FlatLayout> find_flat_layout(const TextLines& lines);

}  // namespace solander::metadata
