// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "metadata/field.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

/// Quotes pieces of one received text: their words, and where they stand in its bytes. The text
/// has to outlive it, and every piece has to point into the text.
class TextQuoter {
public:
    /// What the place of a piece is that is not made of whole lines.
    enum class Precision {
        lines,  ///< The lines in which it stands: for texts whose lines are blocks.
        bytes,  ///< Its bytes: for texts in which a line holds more than one thing.
    };

    TextQuoter(std::string_view text, std::string_view origin, Precision precision);

    /// The words of a piece, fit for a manifest. Lines are joined without the space around them.
    Said said(std::string_view piece, std::string_view rule = {},
              std::string_view label = {}) const;
    /// A label that has no value: its place, and no words.
    Said blank(std::string_view label_piece, std::string_view label) const;
    /// `line 3`, `lines 3-5` or `bytes 10-20`. The piece must not be empty.
    std::string place(std::string_view piece) const;

private:
    std::size_t offset_of(const char* at) const;
    LineRange lines_of(std::string_view piece) const;
    bool is_whole_lines(std::string_view piece, LineRange range) const;

    std::string_view text_;
    TextLines lines_;
    std::string origin_;
    Precision precision_;
};

/// What lies between two pieces of one text, from the start of the first to the end of the last.
std::string_view span_of(std::string_view first, std::string_view last);

/// A piece without the white space around it.
std::string_view trimmed(std::string_view piece);

}  // namespace solander::metadata
