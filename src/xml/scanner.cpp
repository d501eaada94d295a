// SPDX-License-Identifier: Apache-2.0
#include "xml/scanner.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "xml/character.h"

// The profile, from the root down:
//
//   document  = declaration LF white* element white*
//   white     = space | tab | LF
//   element   = "<" name attribute* "/>"
//             | "<" name attribute* ">" (element | text | reference)* "</" name ">"
//   attribute = space name '="' (value | reference)* '"'
//   name      = [A-Za-z_] [A-Za-z0-9_.-]*
//   text      = a character of the profile but < & >
//   value     = a character of the profile but < & > " tab LF
//   reference = "&amp;" | "&lt;" | "&gt;" | "&quot;" | "&apos;" | "&#9;" | "&#10;"
//
// Since < and > are never content, a tag is what stands between them: Document relies on that.

namespace solander::xml {

namespace {

using Kind = ScanProblem::Kind;

constexpr std::array<std::string_view, 7> kReferences{"&amp;",  "&lt;", "&gt;", "&quot;",
                                                      "&apos;", "&#9;", "&#10;"};

struct Forbidden {
    std::string_view opening;
    Kind kind;
    std::string_view message;
};
constexpr std::array<Forbidden, 4> kForbidden{{
    {"<!DOCTYPE", Kind::doctype, "a document type declaration is not allowed"},
    {"<![CDATA[", Kind::cdata, "a CDATA section is not allowed"},
    {"<!--", Kind::comment, "a comment is not allowed"},
    {"<?", Kind::processing_instruction, "a processing instruction is not allowed"},
}};

using Traits = std::uint8_t;
constexpr Traits kStopsText = 1;   // may not simply be passed over in text
constexpr Traits kStopsValue = 2;  // nor in the value of an attribute
constexpr Traits kBeginsName = 4;
constexpr Traits kInName = 8;
constexpr Traits kOutsideRoot = 16;

constexpr Traits traits_of(unsigned byte) {
    const auto is = [byte](std::string_view set) {
        return byte < 0x80 && set.find(static_cast<char>(byte)) != std::string_view::npos;
    };
    const bool letter = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    unsigned traits = 0;
    if (byte >= 0x80 || !is_character(byte) || is("<&>")) traits |= kStopsText | kStopsValue;
    if (is("\"\t\n")) traits |= kStopsValue;
    if (letter || byte == '_') traits |= kBeginsName | kInName;
    if ((byte >= '0' && byte <= '9') || byte == '-' || byte == '.') traits |= kInName;
    if (is(" \t\n")) traits |= kOutsideRoot;
    return static_cast<Traits>(traits);
}

constexpr auto kTraits = [] {
    std::array<Traits, 256> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte) table[byte] = traits_of(byte);
    return table;
}();

bool has(char byte, Traits traits) {
    return (kTraits[static_cast<unsigned char>(byte)] & traits) != 0;
}

bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

/// The steps return whether the scan may go on; if not, `problem_` is set.
class Scanner {
public:
    Scanner(std::string_view text, std::size_t max_depth) : text_(text), max_depth_(max_depth) {}

    std::optional<ScanProblem> run() && {
        if (declaration() && content()) return std::nullopt;
        return std::move(problem_);
    }

private:
    bool declaration();
    bool content();
    bool outside_root();
    bool text();
    bool markup();
    bool start_tag();
    bool end_tag();
    bool attribute();
    bool value();
    bool special_character();
    bool characters_beyond_ascii();
    bool reference();
    std::optional<std::string_view> name();

    bool at_end() const { return position_ == text_.size(); }
    /// The next byte; at the end NUL, which no step accepts.
    char next() const { return at_end() ? '\0' : text_[position_]; }
    std::string_view rest() const { return text_.substr(position_); }
    bool take(char expected);
    bool take(std::string_view expected);
    void skip_until(Traits traits);
    void skip_while(Traits traits);

    std::string misplaced(std::string_view end_tag) const;
    bool fail(Kind kind, std::string message) {
        return fail_at(position_, kind, std::move(message));
    }
    bool fail_at(std::size_t offset, Kind kind, std::string message);

    std::string_view text_;
    std::size_t max_depth_;
    std::size_t position_ = 0;
    std::size_t elements_ = 0;
    bool root_seen_ = false;
    std::vector<std::string_view> open_;        // names of the elements around the position
    std::vector<std::string_view> attributes_;  // names in the present start tag
    std::optional<ScanProblem> problem_;
};

bool Scanner::fail_at(std::size_t offset, Kind kind, std::string message) {
    const auto before = text_.substr(0, offset);
    const auto line = before.substr(before.rfind('\n') + 1);
    const auto begins_character = [](char byte) { return (byte & 0xC0) != 0x80; };
    ScanProblem problem;
    problem.offset = offset;
    problem.line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    problem.column = 1 + static_cast<std::size_t>(std::ranges::count_if(line, begins_character));
    problem.kind = offset == text_.size() && kind != Kind::root ? Kind::unfinished : kind;
    problem.message = std::move(message);
    if (problem.kind == Kind::unfinished) problem.message.insert(0, "the text ends too early: ");
    problem_ = std::move(problem);
    return false;
}

bool Scanner::take(char expected) {
    if (at_end() || text_[position_] != expected) return false;
    ++position_;
    return true;
}

bool Scanner::take(std::string_view expected) {
    if (!rest().starts_with(expected)) return false;
    position_ += expected.size();
    return true;
}

void Scanner::skip_until(Traits traits) {
    while (!at_end() && !has(text_[position_], traits)) ++position_;
}

void Scanner::skip_while(Traits traits) {
    while (has(next(), traits)) ++position_;
}

bool Scanner::declaration() {
    if (take(kDeclaration) && take('\n')) return true;
    if (rest().starts_with("\r\n"))
        return fail_at(0, Kind::declaration,
                       "line endings were converted (CR LF): fetch the file again in binary form");
    const auto expected = std::string(kDeclaration) + " and a line feed";
    return fail_at(0, Kind::declaration, "the text must begin with exactly " + expected);
}

bool Scanner::content() {
    while (true) {
        if (!(open_.empty() ? outside_root() : text())) return false;
        if (at_end()) break;
        if (!markup()) return false;
    }
    if (!open_.empty())
        return fail(Kind::unfinished, "<" + std::string(open_.back()) + "> is not closed");
    return root_seen_ || fail(Kind::root, "there is no element");
}

bool Scanner::outside_root() {
    skip_while(kOutsideRoot);
    if (at_end() || next() == '<') return true;
    if (next() == '\r') return special_character();
    return fail(Kind::root, "only white space may stand outside the root element");
}

bool Scanner::text() {
    while (true) {
        skip_until(kStopsText);
        if (at_end() || next() == '<') return true;
        if (!special_character()) return false;
    }
}

bool Scanner::markup() {
    if (rest().starts_with("</")) return end_tag();
    for (const auto& forbidden : kForbidden)
        if (rest().starts_with(forbidden.opening))
            return fail(forbidden.kind, std::string(forbidden.message));
    return start_tag();
}

bool Scanner::start_tag() {
    const auto begin = position_;
    ++position_;
    const auto element = name();
    if (!element) return false;
    if (open_.empty() && root_seen_)
        return fail_at(begin, Kind::root, "there is a second root element");
    if (open_.size() >= max_depth_)
        return fail_at(begin, Kind::limit,
                       "elements are nested more than " + std::to_string(max_depth_) + " deep");
    if (++elements_ > kFreeElements + text_.size() / kBytesOfElement)
        return fail_at(begin, Kind::limit,
                       "there are more elements than " + std::to_string(kFreeElements) +
                           " and one for each " + std::to_string(kBytesOfElement) + " bytes");
    attributes_.clear();
    while (take(' '))
        if (!attribute()) return false;
    root_seen_ = true;
    const bool is_empty = take('/');
    if (!take('>'))
        return fail(Kind::tag, "in a tag one space and an attribute, '>' or '/>' must follow here");
    if (!is_empty) open_.push_back(*element);
    return true;
}

bool Scanner::end_tag() {
    const auto begin = position_;
    position_ += 2;
    const auto element = name();
    if (!element) return false;
    if (!take('>')) return fail(Kind::tag, "an end tag holds a name and nothing else");
    if (open_.empty() || open_.back() != *element)
        return fail_at(begin, Kind::nesting, misplaced(*element));
    open_.pop_back();
    return true;
}

std::string Scanner::misplaced(std::string_view end_tag) const {
    const auto tag = "</" + std::string(end_tag) + ">";
    if (open_.empty()) return tag + " closes nothing";
    return tag + " stands where <" + std::string(open_.back()) + "> must be closed";
}

bool Scanner::attribute() {
    const auto begin = position_;
    const auto found = name();
    if (!found) return false;
    if (*found == "xmlns" && !open_.empty())
        return fail_at(begin, Kind::name_space, "only the root element may declare the namespace");
    if (std::ranges::find(attributes_, *found) != attributes_.end())
        return fail_at(begin, Kind::duplicate_attribute,
                       "the element has two attributes '" + std::string(*found) + "'");
    if (attributes_.size() == kMaxAttributes)
        return fail_at(
            begin, Kind::limit,
            "an element has more than " + std::to_string(kMaxAttributes) + " attributes");
    attributes_.push_back(*found);
    if (!take('=') || !take('"')) return fail(Kind::tag, "an attribute is written name=\"value\"");
    return value();
}

bool Scanner::value() {
    while (true) {
        skip_until(kStopsValue);
        if (take('"')) return true;
        if (!special_character()) return false;
    }
}

std::optional<std::string_view> Scanner::name() {
    const auto begin = position_;
    if (!has(next(), kBeginsName)) {
        fail(Kind::tag, "a name must stand here");
        return std::nullopt;
    }
    skip_while(kInName);
    if (next() == ':') {
        fail(Kind::name_space, "names have no prefix");
        return std::nullopt;
    }
    const auto found = text_.substr(begin, position_ - begin);
    if (found.size() > kMaxNameBytes) {
        fail_at(begin, Kind::limit,
                "a name has more than " + std::to_string(kMaxNameBytes) + " bytes");
        return std::nullopt;
    }
    return found;
}

/// Passes over what stopped text() or value(), if it may stand there at all.
bool Scanner::special_character() {
    if (at_end()) return fail(Kind::unfinished, "the value of an attribute is not closed");
    if (!is_ascii(next())) return characters_beyond_ascii();
    switch (next()) {
        case '&':
            return reference();
        case '<':
            return fail(Kind::character, "'<' in the value of an attribute is written &lt;");
        case '>':
            return fail(Kind::character, "'>' outside tags is written &gt;");
        case '\t':
            return fail(Kind::character, "a tab in the value of an attribute is written &#9;");
        case '\n':
            return fail(Kind::character,
                        "a line feed in the value of an attribute is written &#10;");
        case '\r':
            return fail(Kind::character, "a carriage return is not allowed; lines end with LF");
        default:
            return fail(Kind::character, "a control character is not allowed");
    }
}

bool Scanner::characters_beyond_ascii() {
    while (!at_end() && !is_ascii(next())) {
        const auto found = base::first_code_point(rest());
        if (!found) return fail(Kind::encoding, "the text is not UTF-8");
        if (!is_character(found->value))
            return fail(Kind::character, "a control or non-character is not allowed");
        position_ += found->bytes;
    }
    return true;
}

bool Scanner::reference() {
    if (std::ranges::any_of(kReferences, [this](std::string_view known) { return take(known); }))
        return true;
    return fail(
        Kind::reference,
        "'&' must begin &amp; &lt; &gt; &quot; &apos; &#9; or &#10;, and no other reference");
}

}  // namespace

std::optional<ScanProblem> scan(base::BytesView bytes, const base::Limits& limits) {
    return Scanner(base::as_text(bytes), limits.xml_depth).run();
}

}  // namespace solander::xml
