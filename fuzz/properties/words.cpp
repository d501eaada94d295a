// SPDX-License-Identifier: Apache-2.0
#include "properties/words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"

namespace solander::fuzz {

namespace {

bool is_code(std::string_view code) {
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    return code.find('.') != std::string_view::npos && std::ranges::all_of(code, is_allowed);
}

}  // namespace

Broken check_words(std::string_view what, std::string_view words) {
    if (words.empty()) return fmt::format("{} has no words", what);
    const std::string shown = base::printable(words);
    if (shown != words) return fmt::format("{} is not fit for a terminal: {}", what, shown);
    return std::nullopt;
}

Broken check_error(const Error& error) {
    if (error.code() != ErrorCode::format && error.code() != ErrorCode::limit)
        return fmt::format("an error that no input can be the cause of: {}", error.message());
    return check_words("an error", error.message());
}

Broken check_remark(std::string_view code, std::string_view at, std::string_view words) {
    if (!is_code(code)) return fmt::format("a remark has the code '{}'", code);
    if (at.empty()) return fmt::format("the remark {} has no place", code);
    return check_words("a remark", words);
}

}  // namespace solander::fuzz
