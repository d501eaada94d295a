// SPDX-License-Identifier: Apache-2.0
#include "toml/tree.h"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/escape.h"
#include "base/try.h"
#include "toml/ascii.h"

namespace solander::toml {

namespace {

// The library has the name of this module.
namespace lib = ::toml;

Position position_of(const lib::source_position& at) {
    return {at.line, at.column};
}

Region region_of(const lib::source_region& region) {
    return {position_of(region.begin), position_of(region.end)};
}

Kind kind_of(const lib::node& node) {
    if (node.is_string()) return Kind::text;
    if (node.is_array()) return Kind::array;
    if (node.is_table()) return Kind::table;
    if (node.is_boolean()) return Kind::boolean;
    return node.is_number() ? Kind::number : Kind::date;
}

/// As deep as the library and check() let tables and arrays stand in each other.
Node node_of(const lib::node& node) {  // NOLINT(misc-no-recursion): of bounded depth
    Node made;
    made.kind = kind_of(node);
    made.region = region_of(node.source());
    if (const auto* words = node.as_string()) made.words = from_ascii(words->get());
    if (const auto* array = node.as_array()) {
        made.items.reserve(array->size());
        for (const lib::node& item : *array) made.items.push_back(node_of(item));
    }
    if (const auto* table = node.as_table()) {
        made.entries.reserve(table->size());
        for (const auto& [key, value] : *table)
            made.entries.push_back(
                {from_ascii(key.str()), region_of(key.source()), node_of(value)});
        // The library sorts them by name.
        std::ranges::sort(made.entries, [](const Entry& a, const Entry& b) {
            const Position& left = a.region.begin;
            const Position& right = b.region.begin;
            return left.line != right.line ? left.line < right.line : left.column < right.column;
        });
    }
    return made;
}

}  // namespace

std::string_view kind_name(Kind kind) {
    switch (kind) {
        case Kind::text:
            return "a text";
        case Kind::table:
            return "a table";
        case Kind::array:
            return "an array";
        case Kind::boolean:
            return "true or false";
        case Kind::number:
            return "a number";
        case Kind::date:
            return "a date or a time";
    }
    return {};
}

Tree::Tree(std::string ascii) : ascii_(std::move(ascii)), lines_{0} {
    for (auto end = ascii_.find('\n'); end != std::string::npos; end = ascii_.find('\n', end + 1))
        lines_.push_back(end + 1);
}

Result<Tree> Tree::parse(std::string_view text, const Advice& advice, const Limits& limits) {
    static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    SOLANDER_TRY(check(text, limits));
    Tree tree(to_ascii(text));
    const auto parsed = lib::parse(std::string_view(tree.ascii_));
    if (!parsed) {
        // The library's sentence on what is wrong, without its own lead.
        const lib::parse_error& error = parsed.error();
        std::string_view what = error.description();
        static constexpr std::string_view kLead = "Error while parsing ";
        if (what.starts_with(kLead)) what.remove_prefix(kLead.size());
        const std::string_view plain = tree.plain(what, position_of(error.source().begin));
        if (!plain.empty())
            return Error(ErrorCode::format,
                         fmt::format("{}: {}; {}", tree.place(position_of(error.source().begin)),
                                     plain, advice.of_others));
        const bool is_repeated = what.find("cannot redefine") != std::string_view::npos;
        return Error(ErrorCode::format,
                     fmt::format("{}: the text is not well-formed TOML: {}; {}",
                                 tree.place(position_of(error.source().begin)),
                                 base::printable(from_ascii(what)),
                                 is_repeated ? advice.of_repeated : advice.of_others));
    }
    tree.root_ = node_of(parsed.table());
    return tree;
}

std::size_t Tree::offset(const Position& at) const {
    const std::size_t line = std::min<std::size_t>(std::max(at.line, 1U), lines_.size());
    return std::min(lines_[line - 1] + std::max(at.column, 1U) - 1, ascii_.size());
}

std::string_view Tree::plain(std::string_view what, const Position& at) const {
    const bool is_text = what.starts_with("string:") || what.starts_with("literal string:");
    const std::size_t place = offset(at);
    const bool is_line_end =
        place >= ascii_.size() || ascii_[place] == '\n' || ascii_[place] == '\r';
    const bool is_end = what.find("end-of-file") != std::string_view::npos;
    const bool is_control = what.find("control characters") != std::string_view::npos;
    if (is_text && is_end) return "a text in quotation marks is not closed";
    if (is_text && is_control && is_line_end)
        return "a text in quotation marks is not closed on its line";
    if (what.starts_with("array:") && is_end) return "a list is not closed by ]";
    if (what.find("could not determine value type") != std::string_view::npos)
        return "a text stands without quotation marks";
    return {};
}

std::string Tree::written(const Region& region) const {
    const auto begin = offset(region.begin);
    return from_ascii(
        std::string_view(ascii_).substr(begin, std::max(begin, offset(region.end)) - begin));
}

std::string Tree::place(const Position& at) const {
    const auto begin = offset({at.line, 1});
    const auto before = from_ascii(std::string_view(ascii_).substr(begin, offset(at) - begin));
    const auto follows = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    const auto characters =
        before.size() - static_cast<std::size_t>(std::ranges::count_if(before, follows));
    return fmt::format("line {}, column {}", at.line, characters + 1);
}

}  // namespace solander::toml
