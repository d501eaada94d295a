// SPDX-License-Identifier: Apache-2.0
#include "toml/guard.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "toml/ascii.h"

namespace solander::toml {

namespace {

bool is_beyond_ascii(char c) {
    return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool follows_in_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

class Guard {
public:
    Guard(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

    Result<void> check() {
        while (at_ < text_.size()) SOLANDER_TRY(pass_one());
        return {};
    }

private:
    Result<void> pass_one() {
        const char c = text_[at_];
        if (c == '#') {
            at_ = std::min(text_.find('\n', at_), text_.size());
            return {};
        }
        if (c == '"' || c == '\'') {
            if (!may_begin_string())
                return wrong(
                    "a quotation mark stands within a value; put the whole value in them, "
                    "and a \\ before each \" that is part of the words");
            return pass_string(c);
        }
        if (is_beyond_ascii(c))
            return wrong(
                fmt::format("'{}' stands outside of quotation marks; every value has them "
                            "in front and behind",
                            character()));
        if (c == '.') SOLANDER_TRY(count_name());
        ++at_;
        static constexpr std::string_view kBeforeValues = "=,[{";
        const bool has_value = kBeforeValues.find(c) != std::string_view::npos;
        if (has_value || c == '\n') names_ = 1;
        if (has_value && ++values_ > limits_.values)
            return Error(ErrorCode::limit,
                         fmt::format("there are more than {} values", limits_.values));
        return {};
    }

    bool may_begin_string() const {
        static constexpr std::string_view kInFront = " \t\r\n=,[{.";
        return at_ == 0 || kInFront.find(text_[at_ - 1]) != std::string_view::npos;
    }

    Result<void> count_name() {
        if (++names_ <= limits_.names) return {};
        return Error(ErrorCode::limit,
                     fmt::format("{}: a key has more than {} names", place(), limits_.names));
    }

    /// As far as it goes: behind its last quotation mark, to the end of the line, or of the text.
    Result<void> pass_string(char quote) {
        const std::string three(3, quote);
        const bool has_lines = text_.substr(at_).starts_with(three);
        at_ += has_lines ? 3 : 1;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\\' && quote == '"') {
                SOLANDER_TRY(pass_escape());
            } else if (has_lines && text_.substr(at_).starts_with(three)) {
                // Of up to five, the last three are the end.
                const auto marks =
                    std::min(text_.find_first_not_of(quote, at_), text_.size()) - at_;
                at_ += std::min<std::size_t>(marks, 5);
                return {};
            } else {
                ++at_;
                if (!has_lines && (c == quote || c == '\n')) return {};
            }
        }
        return {};
    }

    /// A `\` with the character behind it; the rest of its escape is as good as words.
    Result<void> pass_escape() {
        ++at_;
        if (at_ == text_.size()) return {};
        if (is_beyond_ascii(text_[at_]))
            return wrong(
                fmt::format("'{}' cannot come after a \\; write the \\ twice if it is part "
                            "of the words",
                            character()));
        const auto rest = text_.substr(at_);
        if (rest.starts_with("u0060") || rest.starts_with("U00000060"))
            return wrong(fmt::format("write {} as it is, without an escape", kAsciiMark));
        ++at_;
        return {};
    }

    std::string character() const {
        auto end = at_ + 1;
        while (end < text_.size() && follows_in_character(text_[end])) ++end;
        return base::printable(text_.substr(at_, end - at_));
    }

    std::string place() const {
        const auto before = text_.substr(0, at_);
        const auto line = before.substr(before.rfind('\n') + 1);
        const auto follow = std::ranges::count_if(line, follows_in_character);
        return fmt::format("line {}, column {}", 1 + std::ranges::count(before, '\n'),
                           1 + static_cast<std::ptrdiff_t>(line.size()) - follow);
    }

    Error wrong(const std::string& what) const {
        return {ErrorCode::format, fmt::format("{}: {}", place(), what)};
    }

    std::string_view text_;
    const Limits& limits_;
    std::size_t at_ = 0;
    std::size_t values_ = 0;
    std::size_t names_ = 1;
};

}  // namespace

Result<void> check(std::string_view text, const Limits& limits) {
    return Guard(text, limits).check();
}

}  // namespace solander::toml
