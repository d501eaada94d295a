// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <solander/document.h>

namespace solander::format {

/// Words that a statement claims to have read at a place of its origin. Points into the document.
struct Quote {
    std::string_view origin;  ///< The id of an origin of the document.
    std::string_view at;
    std::string_view words;
};

/// All that a document quotes from lines or bytes, in the order of its statements.
std::vector<Quote> quotes_of(const Document& document);

struct Misquote {
    std::string at;
    std::string words;
};

/// What came of looking quotes up.
struct QuoteFindings {
    std::vector<Misquote> misquotes = {};
    /// Not all were looked up: they claim more of the capture than honest quotes ever do.
    bool gave_up = false;
};

/// Looks for each quote at its place in `capture`. Runs of white space count as one blank, on both
/// sides. The work is bounded by the sizes of capture and quotes, whatever the places say.
QuoteFindings look_up(std::span<const Quote> quotes, std::string_view capture);

}  // namespace solander::format
