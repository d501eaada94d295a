// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/escape.h"
#include "base/try.h"
#include "table/row.h"
#include "table/toml_ascii.h"
#include "table/toml_guard.h"
#include "table/toml_table.h"

namespace solander::table {

namespace {

/// The text as the library has it: in ASCII, so that its columns are bytes.
class Source {
public:
    explicit Source(std::string_view ascii) : ascii_(ascii) {}

    /// What stands in a region.
    std::string in(const toml::source_region& region) const {
        const auto begin = offset(region.begin);
        return from_ascii(ascii_.substr(begin, std::max(begin, offset(region.end)) - begin));
    }

    /// `line 3, column 8`, where columns count characters.
    std::string position(const toml::source_position& at) const {
        const auto end = offset(at);
        const auto begin = offset({at.line, 1});
        const auto before = from_ascii(ascii_.substr(begin, end - begin));
        const auto follows = [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        };
        const auto characters =
            before.size() - static_cast<std::size_t>(std::ranges::count_if(before, follows));
        return fmt::format("line {}, column {}", at.line, characters + 1);
    }

private:
    std::size_t offset(const toml::source_position& at) const {
        std::size_t begin = 0;
        for (toml::source_index line = 1; line < at.line; ++line)
            begin = std::min(ascii_.find('\n', begin), ascii_.size() - 1) + 1;
        return std::min<std::size_t>(begin + at.column - 1, ascii_.size());
    }

    std::string_view ascii_;
};

std::string lines(const toml::source_region& region) {
    const auto first = region.begin.line;
    const auto last = std::max(first, region.end.line);
    return first == last ? fmt::format("line {}", first) : fmt::format("lines {}-{}", first, last);
}

/// The library's sentence on what is wrong, without its own lead, and how words are written.
Error not_toml(const Source& source, const toml::parse_error& error) {
    std::string_view what = error.description();
    static constexpr std::string_view kLead = "Error while parsing ";
    if (what.starts_with(kLead)) what.remove_prefix(kLead.size());
    const bool is_repeated = what.find("cannot redefine") != std::string_view::npos;
    const std::string_view advice =
        is_repeated ? "; a document has each name once"
                    : "; every value stands in quotation marks, and has a \\ before each \" and \\ "
                      "that is part of the words";
    return {ErrorCode::format, fmt::format("{}: the text is not well-formed TOML: {}{}",
                                           source.position(error.source().begin),
                                           base::printable(from_ascii(what)), advice)};
}

std::string_view kind_of(const toml::node& value) {
    if (value.is_array()) return "an array";
    if (value.is_table()) return "a table";
    if (value.is_boolean()) return "true or false";
    return value.is_number() ? "a number" : "a date or a time";
}

struct Entry {
    const toml::key* key = nullptr;
    const toml::node* value = nullptr;
};

/// In the order of the text; the library sorts them by name.
std::vector<Entry> entries_of(const toml::table& table) {
    std::vector<Entry> entries;
    for (const auto& [key, value] : table) entries.push_back({&key, &value});
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
        const auto& left = a.key->source().begin;
        const auto& right = b.key->source().begin;
        return left.line != right.line ? left.line < right.line : left.column < right.column;
    });
    return entries;
}

/// The tables `[[document]]`, if there is nothing else.
Result<std::vector<const toml::table*>> documents_of(const Source& source,
                                                     const toml::table& root) {
    std::vector<const toml::table*> documents;
    for (const Entry& entry : entries_of(root)) {
        if (entry.key->str() != kDocument)
            return Error(ErrorCode::format,
                         fmt::format("{}: '{}' is outside of any document; each begins with a line "
                                     "[[document]]",
                                     source.position(entry.key->source().begin),
                                     base::printable(from_ascii(entry.key->str()))));
        const toml::array* array = entry.value->as_array();
        if (array == nullptr)
            return Error(ErrorCode::format,
                         fmt::format("{}: a document begins with a line "
                                     "[[document]], in two pairs of brackets",
                                     source.position(entry.key->source().begin)));
        for (const toml::node& element : *array) {
            documents.push_back(element.as_table());
            if (documents.back() == nullptr)
                return Error(
                    ErrorCode::format,
                    fmt::format("{}: {} is no document", source.position(element.source().begin),
                                element.is_string() ? "a text" : kind_of(element)));
        }
    }
    if (documents.empty())
        return Error(ErrorCode::format, "no TOML with a table [[document]] for each document");
    return documents;
}

class TomlGrid {
public:
    explicit TomlGrid(const Source& source) : source_(source) {}

    Result<Grid> read(const std::vector<const toml::table*>& documents) {
        GridRow header;
        for (const toml::table* document : documents)
            for (const Entry& entry : entries_of(*document))
                SOLANDER_TRY(
                    add_column(header, from_ascii(entry.key->str()), lines(entry.key->source())));
        SOLANDER_TRY(check_cells(documents.size(), header.size()));
        grid_.rows.push_back(std::move(header));
        for (const toml::table* document : documents) {
            add_row(*document);
            if (grid_.findings.size() >= kMostFindings)
                return Error(ErrorCode::format,
                             fmt::format("line {}: {} values up to here are no text; put each in "
                                         "quotation marks",
                                         document->source().begin.line, grid_.findings.size()));
        }
        return std::move(grid_);
    }

private:
    void add_row(const toml::table& document) {
        GridRow row;
        for (const GridCell& column : grid_.rows.front()) {
            const toml::node* value = document.get(to_ascii(column.text));
            row.push_back(value == nullptr
                              ? GridCell{{}, fmt::format("line {}", document.source().begin.line)}
                              : cell_of(column.text, *value));
        }
        grid_.rows.push_back(std::move(row));
    }

    GridCell cell_of(const std::string& name, const toml::node& value) {
        const auto& source = value.source();
        if (const auto* words = value.as_string()) return {from_ascii(words->get()), lines(source)};
        std::string written = source_.in(source);
        grid_.findings.push_back(
            {"table.not-text", source_.position(source.begin), advice(name, value, written)});
        return {std::move(written), lines(source)};
    }

    static std::string advice(const std::string& name, const toml::node& value,
                              std::string_view written) {
        const std::string shown = base::printable(name);
        if (value.is_table())
            return fmt::format("'{}' is a table; a document has nothing but texts", shown);
        if (value.is_array())
            return fmt::format(
                "'{}' is an array; write one text, with | between the values: "
                "{} = \"one|two\"",
                shown, shown);
        return fmt::format("'{}' is {}; put it in quotation marks: {} = \"{}\"", shown,
                           kind_of(value), shown, base::printable(written));
    }

    static constexpr std::size_t kMostFindings = 100;

    const Source& source_;
    Grid grid_;
};

}  // namespace

Result<Grid> read_toml(std::string_view text) {
    static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    SOLANDER_TRY(check_toml(text));
    const std::string ascii = to_ascii(text);
    const Source source(ascii);
    const auto parsed = toml::parse(std::string_view(ascii));
    if (!parsed) return not_toml(source, parsed.error());
    SOLANDER_TRY_ASSIGN(const auto documents, documents_of(source, parsed.table()));
    return TomlGrid(source).read(documents);
}

}  // namespace solander::table
