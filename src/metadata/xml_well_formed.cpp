// SPDX-License-Identifier: Apache-2.0
#include "metadata/xml_well_formed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "base/utf8.h"
#include "metadata/text_lines.h"
#include "metadata/xml_name.h"

namespace solander::metadata {

namespace {

constexpr std::string_view kWhite = " \t\r\n";

bool is_white(char c) {
    return kWhite.find(c) != kWhite.npos;
}

bool is_xml_character(std::uint32_t value) {
    if (value < 0x20) return value == '\t' || value == '\n' || value == '\r';
    return value <= 0xD7FF || (value >= 0xE000 && value <= 0xFFFD) ||
           (value >= 0x10000 && value <= 0x10FFFF);
}

/// The offset of the first character that XML 1.0 does not have.
std::optional<std::size_t> find_bad_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20 && !is_xml_character(byte)) return at;
        if (byte != 0xEF) continue;
        const auto wide = text.substr(at, 3);
        if (wide == "\xEF\xBF\xBE" || wide == "\xEF\xBF\xBF") return at;
    }
    return std::nullopt;
}

bool same_letters(std::string_view text, std::string_view lower_case) {
    return std::ranges::equal(text, lower_case, [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

class Checker {
public:
    Checker(std::string_view text, const XmlLimits& limits) : text_(text), limits_(limits) {}

    Result<XmlCounts> run() {
        SOLANDER_TRY(bytes());
        take(kByteOrderMark);
        SOLANDER_TRY(declaration());
        while (position_ < text_.size()) {
            SOLANDER_TRY(text_[position_] == '<' ? markup() : text());
        }
        if (!open_.empty()) return fail(fmt::format("<{}> is never closed", open_.back()));
        if (counts_.elements == 0) return fail("there is no element");
        return counts_;
    }

private:
    std::string_view rest() const { return text_.substr(position_); }

    std::size_t line_at(std::size_t offset) const {
        return 1 + static_cast<std::size_t>(std::ranges::count(text_.substr(0, offset), '\n'));
    }

    Error fail_at(std::size_t offset, std::string_view message,
                  ErrorCode code = ErrorCode::format) const {
        return {code, fmt::format("line {}: {}", line_at(offset), base::printable(message))};
    }
    Error fail(std::string_view message, ErrorCode code = ErrorCode::format) const {
        return fail_at(position_, message, code);
    }

    bool take(std::string_view expected) {
        if (!rest().starts_with(expected)) return false;
        position_ += expected.size();
        return true;
    }

    bool skip_white() {
        const auto before = position_;
        while (position_ < text_.size() && is_white(text_[position_])) ++position_;
        return position_ != before;
    }

    Result<void> bytes() const {
        if (const auto at = base::find_invalid_utf8(text_))
            return fail_at(*at, "the text is not UTF-8");
        if (const auto at = find_bad_character(text_))
            return fail_at(*at, "XML has no such character as the one that stands here");
        return {};
    }

    Result<std::string_view> name() {
        const auto begin = position_;
        if (begin == text_.size() || !begins_name(text_[begin]))
            return fail("a name must stand here");
        while (position_ < text_.size() && is_in_name(text_[position_])) ++position_;
        const auto found = text_.substr(begin, position_ - begin);
        if (found.size() > limits_.name_bytes)
            return fail(fmt::format("a name has more than {} bytes", limits_.name_bytes),
                        ErrorCode::limit);
        if (!is_qualified_name(found))
            return fail("a name has one prefix at most, and something after it");
        if (!has_name_characters(found)) return fail("a name has a character that no name has");
        return found;
    }

    /// Passes over everything up to `end` and `end` itself; what was between them.
    Result<std::string_view> until(std::string_view end, std::string_view what) {
        const auto begin = position_;
        const auto at = text_.find(end, begin);
        if (at == text_.npos) return fail(fmt::format("{} is never closed", what));
        position_ = at + end.size();
        return text_.substr(begin, at - begin);
    }

    Result<std::string_view> quoted() {
        const bool apostrophe = rest().starts_with('\'');
        if (!take("\"") && !take("'")) return fail("a value must stand here, in quotes");
        return until(apostrophe ? "'" : "\"", "a value in quotes");
    }

    Result<void> declaration() {
        if (rest().size() < 6 || !rest().starts_with("<?xml") || !is_white(rest()[5])) return {};
        position_ += 5;
        while (skip_white() && !rest().starts_with("?>")) {
            SOLANDER_TRY_ASSIGN(const auto key, name());
            skip_white();
            if (!take("=")) return fail("the XML declaration is malformed");
            skip_white();
            SOLANDER_TRY_ASSIGN(const auto value, quoted());
            if (key == "version" && value != "1.0") return fail("only version 1.0 of XML is read");
            if (key == "encoding") SOLANDER_TRY(encoding(value));
        }
        if (!take("?>")) return fail("the XML declaration is malformed");
        return {};
    }

    Result<void> encoding(std::string_view declared) const {
        static constexpr std::array<std::string_view, 4> kKnown = {"utf-8", "utf8", "us-ascii",
                                                                   "ascii"};
        if (std::ranges::any_of(kKnown, [&](auto known) { return same_letters(declared, known); }))
            return {};
        return fail("the XML declaration says another encoding than UTF-8, which the text has");
    }

    Result<void> text() {
        const auto begin = position_;
        position_ = std::min(text_.find('<', begin), text_.size());
        const auto words = text_.substr(begin, position_ - begin);
        if (open_.empty()) {
            const auto at = words.find_first_not_of(kWhite);
            if (at != words.npos) return fail_at(begin + at, "text stands outside of the root");
            return {};
        }
        if (const auto at = words.find("]]>"); at != words.npos)
            return fail_at(begin + at, "']]>' stands where no CDATA section is open");
        return references(begin, words);
    }

    Result<void> references(std::size_t begin, std::string_view words) const {
        for (auto at = words.find('&'); at != words.npos; at = words.find('&', at + 1)) {
            const auto end = words.find(';', at);
            const auto body =
                end == words.npos ? std::string_view() : words.substr(at + 1, end - at - 1);
            if (!is_reference(body))
                return fail_at(begin + at,
                               "'&' begins neither one of the five entities of XML nor a "
                               "reference to a character; no other entity is ever expanded");
        }
        return {};
    }

    static bool is_reference(std::string_view body) {
        static constexpr std::array<std::string_view, 5> kEntities = {"amp", "lt", "gt", "quot",
                                                                      "apos"};
        if (!body.starts_with('#')) return std::ranges::find(kEntities, body) != kEntities.end();
        body.remove_prefix(1);
        const bool hexadecimal = body.starts_with('x');
        if (hexadecimal) body.remove_prefix(1);
        std::uint32_t value = 0;
        const auto* end = body.data() + body.size();
        const auto read = std::from_chars(body.data(), end, value, hexadecimal ? 16 : 10);
        return read.ec == std::errc() && read.ptr == end && is_xml_character(value);
    }

    Result<void> markup() {
        if (take("<!--")) return comment();
        if (take("<![CDATA[")) return cdata();
        if (take("<!DOCTYPE")) return doctype();
        if (take("<?")) return processing_instruction();
        if (rest().starts_with("<!")) return fail("a declaration stands outside of a DOCTYPE");
        if (take("</")) return end_tag();
        return start_tag();
    }

    Result<void> comment() {
        SOLANDER_TRY(until("--", "a comment"));
        if (!take(">")) return fail("'--' stands inside a comment");
        return {};
    }

    Result<void> cdata() {
        if (open_.empty()) return fail("a CDATA section stands outside of the root");
        const auto words = until("]]>", "a CDATA section");
        if (!words) return words.error();
        return {};
    }

    Result<void> processing_instruction() {
        SOLANDER_TRY_ASSIGN(const auto target, name());
        if (same_letters(target, "xml"))
            return fail("an XML declaration stands elsewhere than at the start");
        if (!rest().starts_with("?>") && !skip_white())
            return fail("a processing instruction is malformed");
        SOLANDER_TRY(until("?>", "a processing instruction"));
        return {};
    }

    Result<void> doctype() {
        if (counts_.doctype_line || counts_.elements > 0)
            return fail("a DOCTYPE stands elsewhere than once before the root");
        counts_.doctype_line = line_at(position_);
        while (position_ < text_.size()) {
            skip_white();
            if (take(">")) return {};
            if (rest().starts_with('['))
                return fail(
                    "the DOCTYPE has an internal subset, which could declare entities; "
                    "such a text is not read");
            if (rest().starts_with('"') || rest().starts_with('\'')) {
                SOLANDER_TRY(quoted());
            } else {
                SOLANDER_TRY(name());
            }
        }
        return fail("the DOCTYPE is never closed");
    }

    Result<void> end_tag() {
        SOLANDER_TRY_ASSIGN(const auto found, name());
        if (open_.empty()) return fail(fmt::format("</{}> closes nothing", found));
        if (open_.back() != found)
            return fail(fmt::format("</{}> stands where <{}> must be closed", found, open_.back()));
        skip_white();
        if (!take(">")) return fail("an end tag holds a name and nothing else");
        open_.pop_back();
        return {};
    }

    Result<void> start_tag() {
        if (open_.empty() && counts_.elements > 0) return fail("there is a second root element");
        if (open_.size() == limits_.depth)
            return fail(fmt::format("elements are nested more than {} deep", limits_.depth),
                        ErrorCode::limit);
        if (++counts_.elements > limits_.elements)
            return fail(fmt::format("there are more than {} elements", limits_.elements),
                        ErrorCode::limit);
        take("<");
        SOLANDER_TRY_ASSIGN(const auto found, name());
        attributes_.clear();
        while (skip_white() && !rest().starts_with('/') && !rest().starts_with('>'))
            SOLANDER_TRY(attribute());
        const bool is_empty = take("/");
        if (!take(">")) return fail("white space and an attribute, '>' or '/>' must follow here");
        if (!is_empty) open_.push_back(found);
        return {};
    }

    Result<void> attribute() {
        SOLANDER_TRY_ASSIGN(const auto found, name());
        if (std::ranges::find(attributes_, found) != attributes_.end())
            return fail(fmt::format("an element has two attributes '{}'", found));
        if (attributes_.size() == limits_.attributes)
            return fail(fmt::format("an element has more than {} attributes", limits_.attributes),
                        ErrorCode::limit);
        attributes_.push_back(found);
        ++counts_.attributes;
        skip_white();
        if (!take("=")) return fail(fmt::format("the attribute '{}' has no value", found));
        skip_white();
        const auto begin = position_ + 1;
        SOLANDER_TRY_ASSIGN(const auto value, quoted());
        if (value.size() > limits_.value_bytes)
            return fail(fmt::format("the value of an attribute has more than {} bytes",
                                    limits_.value_bytes),
                        ErrorCode::limit);
        if (value.find('<') != value.npos)
            return fail_at(begin, "'<' stands in the value of an attribute");
        return references(begin, value);
    }

    std::string_view text_;
    const XmlLimits& limits_;
    std::size_t position_ = 0;
    XmlCounts counts_;
    std::vector<std::string_view> open_;
    std::vector<std::string_view> attributes_;  ///< Of the present start tag.
};

/// Passes over what may stand before the root, without checking it.
std::string_view from_root(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(kWhite), text.size()));
        const bool is_comment = text.starts_with("<!--");
        if (!is_comment && !text.starts_with("<?") && !text.starts_with("<!")) return text;
        // A DOCTYPE that declares things is passed over here, and refused by who then reads it.
        const bool declares = text.substr(0, text.find('>')).find('[') != text.npos;
        const std::string_view end = is_comment ? "-->" : declares ? "]>" : ">";
        const auto at = text.find(end, is_comment ? 4 : 0);
        if (at == text.npos) return {};
        text.remove_prefix(at + end.size());
    }
}

}  // namespace

Result<XmlCounts> check_well_formed(std::string_view text, const XmlLimits& limits) {
    return Checker(text, limits).run();
}

std::string_view XmlRoot::attribute(std::string_view wanted) const {
    for (auto at = tag.find(wanted); at != tag.npos; at = tag.find(wanted, at + 1)) {
        auto after = tag.substr(at + wanted.size());
        if (at == 0 || !is_white(tag[at - 1])) continue;
        after.remove_prefix(std::min(after.find_first_not_of(kWhite), after.size()));
        if (!after.starts_with('=')) continue;
        after.remove_prefix(1);
        after.remove_prefix(std::min(after.find_first_not_of(kWhite), after.size()));
        if (after.empty()) return {};
        return after.substr(1, after.find(after.front(), 1) - 1);
    }
    return {};
}

std::string_view XmlRoot::space() const {
    return attribute(prefix.empty() ? "xmlns" : fmt::format("xmlns:{}", prefix));
}

bool XmlRoot::declares(std::string_view uri) const {
    for (auto at = tag.find(uri); at != tag.npos; at = tag.find(uri, at + 1)) {
        const auto end = at + uri.size();
        if (end >= tag.size() || (tag[end] != '"' && tag[end] != '\'')) continue;
        // Between the attribute before it and the value: `xmlns:dc="`.
        const auto before = tag.substr(0, at);
        if (before.empty() || before.back() != tag[end]) continue;
        if (before.substr(before.find_last_of(kWhite) + 1).starts_with("xmlns")) return true;
    }
    return false;
}

std::optional<XmlRoot> xml_root(std::string_view text) {
    const auto root = from_root(text);
    if (root.size() < 2 || root.front() != '<' || !begins_name(root[1])) return std::nullopt;
    XmlRoot found;
    found.tag = root.substr(0, root.find('>'));
    const auto end = std::ranges::find_if_not(found.tag.substr(1), is_in_name);
    const auto name = found.tag.substr(1, static_cast<std::size_t>(end - found.tag.begin()) - 1);
    const auto colon = name.find(':');
    found.prefix = colon == name.npos ? std::string_view() : name.substr(0, colon);
    found.name = colon == name.npos ? name : name.substr(colon + 1);
    return found;
}

}  // namespace solander::metadata
