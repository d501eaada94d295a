// SPDX-License-Identifier: Apache-2.0
#include "table/cell.h"

#include <optional>

#include <fmt/format.h>

namespace solander::table {

namespace {

constexpr std::string_view kBlank = "[blank]";
constexpr std::string_view kAbsent = "[absent]";
constexpr std::string_view kUnknown = "[unknown: ";
constexpr std::string_view kNone = "[none: ";
constexpr std::string_view kInferred = "[inferred] ";
/// With words: a placeholder that stands where a value should.
constexpr std::string_view kBlankWith = "[blank: ";

constexpr char kGuard = '\'';
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

std::string_view trim(std::string_view text) {
    static constexpr std::string_view kSpaces = " \t\r\n";
    const auto first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::string escape(std::string_view words) {
    std::string escaped;
    for (const char c : words) {
        if (c == '|' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// The words of `[lead words]`; nothing if `text` is not that.
std::optional<std::string> within(std::string_view text, std::string_view lead) {
    if (!text.starts_with(lead) || !text.ends_with(']')) return std::nullopt;
    text.remove_prefix(lead.size());
    text.remove_suffix(1);
    return std::string(text);
}

/// A state, if the text is exactly the form of one.
std::optional<Value> read_state(std::string_view text) {
    if (text == kBlank) return Value{State::blank, {}};
    if (text == kAbsent) return Value{State::absent, {}};
    if (auto words = within(text, kBlankWith)) return Value{State::blank, *std::move(words)};
    if (auto words = within(text, kUnknown)) return Value{State::stated_unknown, *std::move(words)};
    if (auto words = within(text, kNone)) return Value{State::stated_none, *std::move(words)};
    if (text.starts_with(kInferred))
        return Value{State::inferred, std::string(text.substr(kInferred.size()))};
    return std::nullopt;
}

/// A state that is spelt out literally, with any number of further brackets in front.
bool reads_as_state(std::string_view text) {
    while (text.starts_with("[[")) text.remove_prefix(1);
    return read_state(text).has_value();
}

Value read_value(std::string_view text) {
    if (auto state = read_state(text)) return *std::move(state);
    if (text.starts_with("[[") && reads_as_state(text)) text.remove_prefix(1);
    return {State::stated, std::string(text)};
}

bool needs_guard(std::string_view cell) {
    while (cell.starts_with(kGuard)) cell.remove_prefix(1);
    return !cell.empty() && kFormulaStarts.find(cell.front()) != std::string_view::npos;
}

std::string with_state(const Value& value) {
    switch (value.state) {
        case State::stated:
            return reads_as_state(value.words) ? "[" + value.words : value.words;
        case State::blank:
            return value.words.empty() ? std::string(kBlank)
                                       : fmt::format("{}{}]", kBlankWith, value.words);
        case State::absent:
            return std::string(kAbsent);
        case State::stated_unknown:
            return fmt::format("{}{}]", kUnknown, value.words);
        case State::stated_none:
            return fmt::format("{}{}]", kNone, value.words);
        case State::inferred:
            return fmt::format("{}{}", kInferred, value.words);
    }
    return {};
}

}  // namespace

std::string write_value(const Value& value) {
    return escape(with_state(value));
}

std::string write_cell(const std::vector<Value>& values) {
    std::string cell;
    for (const Value& value : values) {
        if (!cell.empty()) cell += '|';
        cell += write_value(value);
    }
    return needs_guard(cell) ? kGuard + cell : cell;
}

std::vector<Value> read_cell(std::string_view cell) {
    if (cell.starts_with(kGuard) && needs_guard(cell)) cell.remove_prefix(1);
    std::vector<Value> values;
    std::string words;
    const auto finish = [&] {
        const auto text = trim(words);
        if (!text.empty()) values.push_back(read_value(text));
        words.clear();
    };
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool escaped =
            cell[i] == '\\' && i + 1 < cell.size() && (cell[i + 1] == '|' || cell[i + 1] == '\\');
        if (escaped) {
            words += cell[++i];
        } else if (cell[i] == '|') {
            finish();
        } else {
            words += cell[i];
        }
    }
    finish();
    return values;
}

}  // namespace solander::table
