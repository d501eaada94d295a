// SPDX-License-Identifier: Apache-2.0
#include "format/quotes.h"

#include <cstring>
#include <optional>
#include <variant>

#include "base/decimal.h"
#include "format/describe.h"
#include "format/values.h"
#include "xml/writer.h"

namespace solander::format {

namespace {

/// How often over all quotes together may claim to fill their capture, and what they may claim of a
/// small one. Honest ones claim each line a few times.
constexpr std::uint64_t kMaxReadings = 64;
constexpr std::uint64_t kFreeBytes = std::uint64_t{16} << 20;
/// What is claimed by its bytes is folded for each claim, so that the words are not all that takes
/// time; it counts so many times.
constexpr std::uint64_t kFolding = 16;

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kReplacement = "\uFFFD";

/// Puts `text` behind `out` as a manifest could hold it, with every run of white space as one
/// blank, none at the front. What a manifest cannot hold counts as white space, too: readers take
/// it off the ends of lines.
void fold(std::string_view text, std::string& out) {
    const std::string storable = xml::storable(text, nullptr);
    for (std::string_view rest = storable; !rest.empty();) {
        const std::size_t wide = rest.starts_with(kNoBreakSpace)  ? kNoBreakSpace.size()
                                 : rest.starts_with(kReplacement) ? kReplacement.size()
                                                                  : 0;
        const bool blank =
            wide > 0 || rest.front() == ' ' || rest.front() == '\t' || rest.front() == '\n';
        if (!blank)
            out += rest.front();
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
        rest.remove_prefix(wide > 0 ? wide : 1);
    }
}

std::string folded(std::string_view text) {
    std::string out;
    fold(text, out);
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

/// Like std::string_view::find, but never slower than the two are long.
bool holds(std::string_view text, std::string_view words) {
    if (text.size() < words.size()) return false;  // also where one has no address at all
    return words.empty() ||
           ::memmem(text.data(), text.size(), words.data(), words.size()) != nullptr;
}

/// `N` or `N-M`, from 1.
std::optional<std::pair<std::size_t, std::size_t>> range(std::string_view text) {
    const auto dash = text.find('-');
    const auto first = base::parse_decimal(text.substr(0, dash));
    const auto last =
        dash == std::string_view::npos ? first : base::parse_decimal(text.substr(dash + 1));
    if (!first || !last || *first == 0 || *last < *first) return std::nullopt;
    return std::pair{*first, *last};
}

bool is_of_lines(std::string_view at) {
    return at.starts_with("line ") || at.starts_with("lines ");
}

bool is_of_bytes(std::string_view at) {
    return at.starts_with("bytes ");
}

/// A text, folded once, by its lines, which end at LF alone, as readers and common tools count.
class Capture {
public:
    explicit Capture(std::string_view text) : text_(text) {
        folded_.reserve(text.size());
        for (std::string_view rest = text; !rest.empty();) {
            starts_.push_back(folded_.size());
            const auto line = rest.substr(0, rest.find('\n') + 1);
            fold(line.empty() ? rest : line, folded_);
            rest.remove_prefix(line.empty() ? rest.size() : line.size());
        }
        starts_.push_back(folded_.size());
    }

    /// What stands at a place; an empty text beyond the end.
    std::string_view at_lines(std::string_view place) const {
        const auto asked = range(place.substr(place.find(' ') + 1));
        if (!asked || asked->second >= starts_.size()) return {};
        const std::size_t begin = starts_[asked->first - 1];
        return std::string_view(folded_).substr(begin, starts_[asked->second] - begin);
    }
    std::string_view at_bytes(std::string_view place) const {
        const auto asked = range(place.substr(place.find(' ') + 1));
        if (!asked || asked->second > text_.size()) return {};
        return text_.substr(asked->first - 1, asked->second - asked->first + 1);
    }

private:
    std::string_view text_;
    std::string folded_;
    std::vector<std::size_t> starts_;
};

/// The visitor (see describe.h) that collects what is quoted.
class QuoteWalk {
public:
    static constexpr bool kWrites = true;

    std::vector<Quote>& quotes() { return quotes_; }

    template <class T>
    void required(std::string_view name, const T& value) {
        attribute(name, value);
    }
    template <class T>
    void optional(std::string_view name, const T& value) {
        if (!is_empty(value)) attribute(name, value);
    }
    void text(const std::string& words) {
        if (words.empty() || !(is_of_lines(place_.at) || is_of_bytes(place_.at))) return;
        quotes_.push_back({place_.origin, place_.at, words});
    }
    template <class T>
    void child(std::string_view, const T& value) {
        const Quote outer = place_;
        describe(*this, value);
        place_ = outer;
    }
    void child(std::string_view, const std::string& words) { text(words); }
    void maybe(std::string_view, const std::string& words) { text(words); }
    template <class T>
    void maybe(std::string_view name, const std::optional<T>& value) {
        if (value) child(name, *value);
    }
    template <class T>
    void each(std::string_view name, const std::vector<T>& list) {
        for (const T& value : list) child(name, value);
    }
    void each(std::string_view, const std::vector<TypedWords>&, std::string_view) {}
    void each_of(std::string_view, std::string_view,
                 const std::vector<std::variant<Transfer, Gap>>& steps) {
        for (const auto& step : steps)
            std::visit([this](const auto& value) { child({}, value); }, step);
    }

private:
    void attribute(std::string_view name, const std::string& value) {
        if (name == "origin") place_ = {value, {}, {}};
        if (name == "at") place_.at = value;
    }
    template <class T>
    void attribute(std::string_view, const T&) {}

    Quote place_;
    std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> quotes_of(const Document& document) {
    QuoteWalk walk;
    describe(walk, document);
    return std::move(walk.quotes());
}

QuoteFindings look_up(std::span<const Quote> quotes, std::string_view capture) {
    QuoteFindings findings;
    const Capture text(capture);
    std::uint64_t left = kFreeBytes + kMaxReadings * capture.size();
    for (const Quote& quote : quotes) {
        const bool by_bytes = is_of_bytes(quote.at);
        const auto place = by_bytes ? text.at_bytes(quote.at) : text.at_lines(quote.at);
        const std::uint64_t cost = place.size() * (by_bytes ? kFolding : 1);
        if (cost > left) {
            findings.gave_up = true;
            break;
        }
        left -= cost;
        const std::string words = folded(quote.words);
        if (!(by_bytes ? holds(folded(place), words) : holds(place, words)))
            findings.misquotes.push_back({std::string(quote.at), std::string(quote.words)});
    }
    return findings;
}

}  // namespace solander::format
