// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/limits.h"
#include "format/manifest_xml.h"
#include "properties/second_xml.h"
#include "properties/words.h"

namespace solander::fuzz {

/// What a statement and its form come to: how a kind of it is read and written.
template <class T>
struct StatementKind {
    std::string schema;
    format::Read<T> (*read)(base::BytesView bytes, const base::Limits& limits) = nullptr;
    std::string (*write)(const T& value) = nullptr;
};

/// What holds of a statement that our reader accepts: it is valid by the schema that others go by,
/// writing it leaves nothing out, and what is written is its one form.
template <class T>
Broken check_statement(const StatementKind<T>& kind, std::string_view input, const T& value) {
    if (auto broken = check_valid(input, kind.schema)) return broken;
    const std::string written = kind.write(value);
    const auto again = kind.read(base::as_bytes(written), base::Limits{});
    if (!again)
        return fmt::format("what is written cannot be read: line {}: {}", again.error().line,
                           again.error().message);
    if (kind.write(*again) != written) return "what is written has two forms";
    if (second_outline_of(written, Blank::nothing) != second_outline_of(input, Blank::nothing))
        return fmt::format("what is written says something else: {}",
                           base::printable_lines(written));
    return std::nullopt;
}

inline Broken check_refusal(const format::Refusal& refusal) {
    return check_words("a refusal", refusal.message);
}

}  // namespace solander::fuzz
