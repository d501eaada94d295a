// SPDX-License-Identifier: Apache-2.0
#include "properties/stored_text.h"

#include "base/utf8.h"

namespace solander::fuzz {

std::string as_manifest_text(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto next = base::first_code_point(text);
        const auto c = next ? next->value : U'\0';
        const bool control = c < 0x20 ? c != '\t' && c != '\n' && c != '\r' : c > 0x7F && c < 0xA0;
        const bool lost = control || c == 0xFFFE || c == 0xFFFF;
        base::append_utf8(result, lost ? U'\uFFFD' : c == '\r' ? U'\n' : c);
        text.remove_prefix(next ? next->bytes : 1);
    }
    return result;
}

}  // namespace solander::fuzz
