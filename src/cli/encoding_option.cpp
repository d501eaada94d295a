// SPDX-License-Identifier: Apache-2.0
#include "cli/encoding_option.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/escape.h"

namespace solander::cli {

namespace {

struct EncodingName {
    std::string_view name;
    TextEncoding encoding;
};
constexpr std::array<EncodingName, 4> kEncodings = {{
    {"utf-8", TextEncoding::utf_8},
    {"utf-16le", TextEncoding::utf_16_le},
    {"utf-16be", TextEncoding::utf_16_be},
    {"windows-1252", TextEncoding::windows_1252},
}};

}  // namespace

void EncodingOption::add_to(CLI::App& app) {
    add_text(app, "--encoding", "NAME", name,
             "How tables and records are written that are not UTF-8 and have no byte order mark: "
             "windows-1252, utf-16le, utf-16be (default: nothing is read from them). Captures are "
             "UTF-8 always");
}

Result<std::optional<TextEncoding>> EncodingOption::value() const {
    if (name.empty()) return std::optional<TextEncoding>();
    const auto* found = std::ranges::find(kEncodings, name, &EncodingName::name);
    if (found != kEncodings.end()) return std::optional(found->encoding);
    return Error(ErrorCode::usage,
                 fmt::format("--encoding takes utf-8, utf-16le, utf-16be or windows-1252, not '{}'",
                             base::printable(name)));
}

}  // namespace solander::cli
