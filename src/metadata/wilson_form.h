// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "metadata/text_lines.h"

namespace solander::metadata {

/// The shapes in which text extractors leave a page of the Wilson Center Digital Archive.
enum class WilsonForm {
    flat,         ///< A: one line a block.
    paragraphs,   ///< B: blank lines between blocks.
    html,         ///< C: the pages of 2012 to 2021.
    pdf_export,   ///< D
    result_list,  ///< E: no record of a document at all.
    other,        ///< The publisher's words, in none of these shapes.
};

/// The form of a text; nothing where nothing in it is of this publisher.
std::optional<WilsonForm> wilson_form(const TextLines& lines);

/// Whether a text that has a form has words, too, that only this publisher uses. A list of results
/// or a menu may be another site's.
bool is_surely_wilson(const TextLines& lines);

}  // namespace solander::metadata
