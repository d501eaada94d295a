// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::audit {

// How the words of records are compared. Texts are well-formed UTF-8; whatever is not is compared
// byte by byte.

/// Without white space at both ends: no-break and zero-width spaces and a byte order mark, too.
std::string_view trimmed(std::string_view text);

/// Letters of one case, typographic quotes and dashes as plain ones, white space as one blank.
std::string folded(std::string_view text);

/// folded() without a leading article and the punctuation at its end: names are one when these are.
std::string folded_name(std::string_view name);

/// Whether `text` stands where a value should and is none: `N/A`, `-`, `TBD`, `unknown`, `Ibid.`
bool is_placeholder(std::string_view text);

/// Whether `part` stands in `text` with no letter or digit joined to it. Both are folded.
bool has_phrase(std::string_view text, std::string_view part);

/// Whether it begins with `http://` or `https://`, in letters of either case.
bool is_web_address(std::string_view text);

/// The first `most` bytes or fewer, cut between words or characters, with an ellipsis.
std::string shortened(std::string_view text, std::size_t most = 80);

}  // namespace solander::audit
