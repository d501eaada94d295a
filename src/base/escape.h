// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::base {

/// Text from outside, fit for a terminal, a log or a JSON string: well-formed UTF-8 in which no
/// control, bidirectional override or invisible character is left. Each such character, and each
/// malformed byte, is shown as `\u{H…}` or `\xHH`, LF and tab as `\n` and `\t`; and so is the first
/// character of what a CI system would take for a command in its log (`::error::` at the start,
/// `##[error]` anywhere). For eyes only: a backslash of the text stays as it is, so the text cannot
/// be read back from this.
std::string printable(std::string_view text);

/// As printable(), but LF stays: for texts of several lines.
std::string printable_lines(std::string_view text);

/// Whether a text begins with what some CI systems take for a command wherever it stands in their
/// log: `##[error]`, `##vso[…]`, in small letters or large.
bool begins_command(std::string_view text);

/// Whether a code point may stand in output as it is.
bool is_printable(char32_t code_point);

/// Whether it chooses the form of the character before it, and has none of its own.
bool is_variation_selector(char32_t code_point);

}  // namespace solander::base
