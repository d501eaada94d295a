// SPDX-License-Identifier: Apache-2.0
#include "format/quotes.h"

#include <optional>
#include <utility>
#include <variant>

#include "base/decimal.h"
#include "format/describe.h"
#include "format/values.h"
#include "xml/writer.h"

namespace solander::format {

namespace {

/// The text as a manifest could hold it, with every run of white space as one blank. What a
/// manifest cannot hold counts as white space, too: readers take it off the ends of lines.
std::string folded(std::string_view text) {
    static constexpr std::string_view kNoBreakSpace = "\u00A0";
    static constexpr std::string_view kReplacement = "\uFFFD";
    std::string out;
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
    if (out.ends_with(' ')) out.pop_back();
    return out;
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

/// A text by its lines, which end at LF alone, as readers and common tools count them.
class Capture {
public:
    explicit Capture(std::string_view text) : text_(text), starts_{0} {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') starts_.push_back(i + 1);
        starts_.push_back(text.size());
    }

    /// What stands at a place; nothing for a place of another kind, an empty text beyond the end.
    std::optional<std::string_view> at(std::string_view place) const {
        for (const std::string_view kind : {"line ", "lines "})
            if (place.starts_with(kind)) return lines(range(place.substr(kind.size())));
        static constexpr std::string_view kBytes = "bytes ";
        if (!place.starts_with(kBytes)) return std::nullopt;
        const auto bytes = range(place.substr(kBytes.size()));
        if (!bytes || bytes->second > text_.size()) return std::string_view();
        return text_.substr(bytes->first - 1, bytes->second - bytes->first + 1);
    }

private:
    std::string_view lines(const std::optional<std::pair<std::size_t, std::size_t>>& asked) const {
        if (!asked || asked->second >= starts_.size()) return {};
        const std::size_t begin = starts_[asked->first - 1];
        return text_.substr(begin, starts_[asked->second] - begin);
    }

    std::string_view text_;
    std::vector<std::size_t> starts_;
};

/// The visitor (see describe.h) that looks every quoted word up.
class QuoteWalk {
public:
    static constexpr bool kWrites = true;

    QuoteWalk(const Capture& capture, std::string_view origin)
        : capture_(capture), origin_(origin) {}

    std::vector<Misquote>& misquotes() { return misquotes_; }

    template <class T>
    void required(std::string_view name, const T& value) {
        attribute(name, value);
    }
    template <class T>
    void optional(std::string_view name, const T& value) {
        if (!is_empty(value)) attribute(name, value);
    }
    void text(const std::string& words) {
        if (words.empty() || place_.origin != origin_) return;
        const auto there = capture_.at(place_.at);
        if (there && folded(*there).find(folded(words)) == std::string::npos)
            misquotes_.push_back({std::string(place_.at), words});
    }
    template <class T>
    void child(std::string_view, const T& value) {
        const Where outer = place_;
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
    struct Where {
        std::string_view origin;
        std::string_view at;
    };

    void attribute(std::string_view name, const std::string& value) {
        if (name == "origin") place_ = {value, {}};
        if (name == "at") place_.at = value;
    }
    template <class T>
    void attribute(std::string_view, const T&) {}

    const Capture& capture_;
    std::string_view origin_;
    Where place_;
    std::vector<Misquote> misquotes_;
};

}  // namespace

std::vector<Misquote> find_misquotes(const Document& document, std::string_view origin,
                                     std::string_view capture) {
    const Capture lines(capture);
    QuoteWalk walk(lines, origin);
    describe(walk, document);
    return std::move(walk.misquotes());
}

}  // namespace solander::format
