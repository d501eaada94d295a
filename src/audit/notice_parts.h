// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace solander::audit {

/// What a publisher's notice is made of, beside what it claims: a welcome, a hedge, who keeps the
/// rights, an effort, whom to ask, a permission to be asked for.
struct NoticePart {
    std::string_view name;   ///< For a person: `reuse welcomed`
    std::string_view words;  ///< That show it, in small letters.
};

/// The parts that a text has, each once. It knows a list of phrases in English.
std::vector<NoticePart> notice_parts(std::string_view text);

/// `Its parts: reuse welcomed ("welcomes reuse"), …`; empty for a text of fewer than two.
std::string parts_sentence(std::string_view text);

}  // namespace solander::audit
