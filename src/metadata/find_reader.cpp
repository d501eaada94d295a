// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "metadata/reader.h"

namespace solander::metadata {

const Reader* find_reader(std::string_view text) {
    const auto all = readers();
    const auto found = std::ranges::find_if(
        all, [text](const Reader* reader) { return reader->recognises(text); });
    return found == all.end() ? nullptr : *found;
}

}  // namespace solander::metadata
