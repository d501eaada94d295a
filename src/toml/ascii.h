// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::toml {

// toml++ 3.3 asks of characters beyond ASCII whether they are white space, and for most of them
// comes to code that its authors held to be unreachable. So it is given none.

/// Stands before the two digits of a byte beyond ASCII, and before itself. The text may not have it
/// as an escape, `\u0060`.
inline constexpr char kAsciiMark = '`';

/// The text in ASCII: each byte beyond as a mark and two hexadecimal digits. No line begins or ends
/// elsewhere, and from_ascii(to_ascii(text)) is text.
std::string to_ascii(std::string_view text);
/// Any whole characters of what to_ascii() gave, as they were. Bytes beyond ASCII stay.
std::string from_ascii(std::string_view ascii);

}  // namespace solander::toml
