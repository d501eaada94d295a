// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "metadata/text_lines.h"

namespace solander::metadata {

/// A classification or handling mark as it stands in a line. Lines count from 0.
struct Mark {
    std::size_t line = 0;
    std::string_view words;
};

/// The marks in the head of a body, each once: its first lines, up to the first long one. A mark
/// is one of a list of known ones, in capitals anywhere in a line or in any letters as all of it,
/// for `secret` is also an ordinary word. They are marks of their time: what holds today is not
/// said by them.
std::vector<Mark> marks_in_head(const TextLines& lines, LineRange body);

}  // namespace solander::metadata
