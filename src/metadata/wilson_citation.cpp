// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_citation.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "metadata/text_lines.h"
#include "metadata/text_quoter.h"

namespace solander::metadata {

namespace {

constexpr std::array<std::string_view, 2> kPublishers = {
    ", History and Public Policy Program Digital Archive", ", Wilson Center Digital Archive"};
constexpr std::array<std::string_view, 2> kOpeningQuotes = {"\"", "\u201C"};
constexpr std::array<std::string_view, 2> kClosingQuotes = {",\"", ",\u201D"};
constexpr std::string_view kWhiteSpace = " \t\r\n\v\f";

/// The name of the publisher as it stands in `text`, with the comma before it.
std::string_view publisher_in(std::string_view text) {
    for (auto at = text.find(','); at != text.npos; at = text.find(',', at + 1)) {
        for (const auto publisher : kPublishers) {
            const auto rest = after_words(text.substr(at), publisher);
            if (rest) return text.substr(at, text.size() - at - rest->size());
        }
    }
    return {};
}

/// `“<title>,” <date>`
void read_title(std::string_view text, WilsonCitation& citation) {
    for (const auto quote : kOpeningQuotes) {
        if (!text.starts_with(quote)) continue;
        text.remove_prefix(quote.size());
        for (const auto closing : kClosingQuotes) {
            const auto end = text.rfind(closing);
            if (end == text.npos || end == 0) continue;
            citation.title = trimmed(text.substr(0, end));
            citation.date = trimmed(text.substr(end + closing.size()));
            return;
        }
    }
}

}  // namespace

std::optional<WilsonCitation> read_citation(std::string_view text) {
    text = trimmed(text);
    const auto publisher = publisher_in(text);
    if (publisher.empty()) return std::nullopt;
    const auto after = static_cast<std::size_t>(publisher.data() - text.data()) + publisher.size();
    auto rest = text.substr(after);
    if (!rest.empty() && !rest.starts_with(',') && !after_words(rest, " ")) return std::nullopt;

    WilsonCitation citation;
    read_title(trimmed(text.substr(0, after - publisher.size())), citation);
    if (rest.starts_with(',')) rest.remove_prefix(1);
    rest = trimmed(rest);
    const auto last_space = rest.find_last_of(kWhiteSpace);
    const auto last_word = last_space == rest.npos ? rest : rest.substr(last_space + 1);
    if (first_url(last_word) == last_word && !last_word.empty()) {
        citation.url = last_word;
        rest.remove_suffix(last_word.size());
    }
    citation.source = trimmed(rest);
    return citation;
}

std::string_view first_url(std::string_view text) {
    std::size_t start = text.npos;
    for (const std::string_view scheme : {"http://", "https://"})
        start = std::min(start, text.find(scheme));
    if (start == text.npos) return {};
    text.remove_prefix(start);
    auto url = text.substr(0, text.find_first_of(kWhiteSpace));
    if (const auto wide = url.find("\u00A0"); wide != url.npos) url = url.substr(0, wide);
    return url;
}

std::string_view record_id_in(std::string_view url) {
    static constexpr std::string_view kPath = "/document/";
    const auto at = url.find(kPath);
    if (at == url.npos) return {};
    const auto id = url.substr(at + kPath.size());
    return id.find_first_not_of("0123456789") == id.npos ? id : std::string_view();
}

}  // namespace solander::metadata
