// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>

namespace solander::format {

struct Misquote {
    std::string at;
    std::string words;
};

/// The words that statements of `origin` claim to have read at lines or bytes of `capture`, and
/// that are not there. Runs of white space count as one blank, on both sides. Places of other
/// kinds are not looked at.
std::vector<Misquote> find_misquotes(const Document& document, std::string_view origin,
                                     std::string_view capture);

}  // namespace solander::format
