// SPDX-License-Identifier: Apache-2.0
#include "properties/places.h"

#include <string>
#include <vector>

#include <fmt/format.h>

#include <solander/record_tree.h>

#include "base/escape.h"
#include "format/quotes.h"
#include "metadata/csv.h"
#include "properties/placed_words.h"
#include "properties/quoted_elements.h"
#include "properties/quoted_words.h"

namespace solander::fuzz {

namespace {

/// The first place that is named; empty if none is.
std::string first_place(const RecordNode& node) {
    std::string at = node.attribute("at");
    for (const RecordNode& child : node.children)
        if (at.empty()) at = first_place(child);
    return at;
}

/// As verification looks at it.
Broken check_quotes(const Document& document, std::string_view text) {
    const auto quotes = format::quotes_of(document);
    const auto found = format::look_up(quotes, text);
    if (found.gave_up) return "quotes so much that verification gives up on it";
    if (found.misquotes.empty()) return std::nullopt;
    const auto& misquote = found.misquotes.front();
    return fmt::format("verification does not find at {}: '{}'", misquote.at,
                       base::printable(misquote.words));
}

char delimiter_of(std::string_view text) {
    const auto table = metadata::read_csv(text);
    return table ? table->delimiter : ',';
}

bool is_capture(const Document& document) {
    return !document.origins.empty() && document.origins.front().kind == OriginKind::capture;
}

std::vector<std::string> misplacements(const Document& document, std::string_view text) {
    if (is_capture(document)) return misquotations(document, text);
    const std::string place = first_place(record_tree(document));
    if (place.starts_with("path ") || place.starts_with("pointer "))
        return misquoted_elements(document, text);
    return misplaced_words(document, text, delimiter_of(text));
}

}  // namespace

Broken check_places(const Document& document, std::string_view text) {
    if (is_capture(document))
        if (auto broken = check_quotes(document, text)) return broken;
    const auto complaints = misplacements(document, text);
    if (complaints.empty()) return std::nullopt;
    return base::printable(complaints.front());
}

}  // namespace solander::fuzz
