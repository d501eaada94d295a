// SPDX-License-Identifier: Apache-2.0
#include "xml/writer.h"

#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "xml/character.h"
#include "xml/scanner.h"

namespace solander::xml {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kEscapedInText = "&<>";
constexpr std::string_view kEscapedInValue = "&<>\"\t\n";

std::string_view reference_to(char character) {
    switch (character) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\t':
            return "&#9;";
        case '\n':
            return "&#10;";
        default:
            std::abort();
    }
}

void append_escaped(std::string& out, std::string_view text, std::string_view escaped) {
    while (true) {
        const auto plain = text.substr(0, text.find_first_of(escaped));
        out += plain;
        if (plain.size() == text.size()) return;
        out += reference_to(text[plain.size()]);
        text.remove_prefix(plain.size() + 1);
    }
}

void require(bool kept) {
    if (!kept) std::abort();
}

}  // namespace

Writer::Writer(std::string& out) : out_(out) {
    out_ += kDeclaration;
}

Writer& Writer::start(std::string_view name) {
    if (open_.empty())
        require(!std::exchange(root_seen_, true));
    else
        begin_content(Content::children);
    begin_line();
    out_ += '<';
    out_ += name;
    open_.push_back({std::string(name), Content::none});
    return *this;
}

Writer& Writer::attribute(std::string_view name, std::string_view value) {
    require(!open_.empty() && open_.back().content == Content::none);
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_escaped(out_, value, kEscapedInValue);
    out_ += '"';
    return *this;
}

Writer& Writer::text(std::string_view words) {
    require(!open_.empty());
    if (words.empty()) return *this;
    begin_content(Content::words);
    append_escaped(out_, words, kEscapedInText);
    return *this;
}

Writer& Writer::text_by_references(std::string_view words) {
    require(!open_.empty());
    if (words.empty()) return *this;
    begin_content(Content::words);
    while (!words.empty()) {
        const auto point = base::first_code_point(words);
        require(point.has_value());
        // `##[error]`, wherever it stands in a line, is a command to some CI systems.
        if (base::is_printable(point->value) && !words.starts_with("##"))
            append_escaped(out_, words.substr(0, point->bytes), kEscapedInText);
        else
            fmt::format_to(std::back_inserter(out_), "&#{};",
                           static_cast<std::uint32_t>(point->value));
        words.remove_prefix(point->bytes);
    }
    return *this;
}

Writer& Writer::end() {
    require(!open_.empty());
    const auto element = std::move(open_.back());
    open_.pop_back();
    if (element.content == Content::none) {
        out_ += "/>";
    } else {
        if (element.content == Content::children) begin_line();
        out_ += "</";
        out_ += element.name;
        out_ += '>';
    }
    if (open_.empty()) out_ += '\n';
    return *this;
}

/// Closes the start tag of the innermost element, if that is yet to be done.
void Writer::begin_content(Content content) {
    auto& present = open_.back().content;
    require(present == Content::none || present == content);
    if (std::exchange(present, content) == Content::none) out_ += '>';
}

void Writer::begin_line() {
    out_ += '\n';
    out_.append(2 * open_.size(), ' ');
}

std::string storable(std::string_view text, bool* replaced) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto found = base::first_code_point(text);
        const bool carriage_return = text.starts_with('\r');
        const bool fits = found && (is_character(found->value) || carriage_return);
        if (!fits && replaced != nullptr) *replaced = true;
        if (carriage_return)
            out += '\n';
        else if (fits)
            out += text.substr(0, found->bytes);
        else
            base::append_utf8(out, kReplacement);
        text.remove_prefix(text.starts_with("\r\n") ? 2 : found ? found->bytes : 1);
    }
    return out;
}

}  // namespace solander::xml
