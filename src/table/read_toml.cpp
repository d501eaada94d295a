// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/escape.h"
#include "base/try.h"
#include "table/row.h"
#include "table/toml_guard.h"
#include "table/toml_table.h"

namespace solander::table {

namespace {

std::string position(const toml::source_position& at) {
    return fmt::format("line {}, column {}", at.line, at.column);
}

std::string lines(const toml::source_region& region) {
    const auto first = region.begin.line;
    const auto last = std::max(first, region.end.line);
    return first == last ? fmt::format("line {}", first) : fmt::format("lines {}-{}", first, last);
}

/// The library's sentence on what is wrong, without its own lead, and how words are written.
Error not_toml(const toml::parse_error& error) {
    std::string_view what = error.description();
    static constexpr std::string_view kLead = "Error while parsing ";
    if (what.starts_with(kLead)) what.remove_prefix(kLead.size());
    const bool is_repeated = what.find("cannot redefine") != std::string_view::npos;
    const std::string_view advice =
        is_repeated ? "; a document has each name once"
                    : "; every value stands in quotation marks, and has a \\ before each \" and \\ "
                      "that is part of the words";
    return {ErrorCode::format,
            fmt::format("{}: the text is not well-formed TOML: {}{}",
                        position(error.source().begin), base::printable(what), advice)};
}

/// Finds what stands in a region of a text; columns count characters, not bytes.
class Regions {
public:
    explicit Regions(std::string_view text) : text_(text) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') starts_.push_back(i + 1);
    }

    std::string_view in(const toml::source_region& region) const {
        const auto begin = offset(region.begin);
        return text_.substr(begin, std::max(begin, offset(region.end)) - begin);
    }

private:
    std::size_t offset(const toml::source_position& at) const {
        if (at.line == 0 || at.line > starts_.size()) return text_.size();
        std::size_t i = starts_[at.line - 1];
        for (auto column = at.column; column > 1 && i < text_.size(); --column) do
                ++i;
            while (i < text_.size() && (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U);
        return i;
    }

    std::string_view text_;
    std::vector<std::size_t> starts_{0};
};

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
Result<std::vector<const toml::table*>> documents_of(const toml::table& root) {
    std::vector<const toml::table*> documents;
    for (const Entry& entry : entries_of(root)) {
        if (entry.key->str() != kDocument)
            return Error(ErrorCode::format,
                         fmt::format("{}: '{}' is outside of any document; each begins with a line "
                                     "[[document]]",
                                     position(entry.key->source().begin),
                                     base::printable(entry.key->str())));
        const toml::array* array = entry.value->as_array();
        if (array == nullptr)
            return Error(ErrorCode::format, fmt::format("{}: a document begins with a line "
                                                        "[[document]], in two pairs of brackets",
                                                        position(entry.key->source().begin)));
        for (const toml::node& element : *array) {
            documents.push_back(element.as_table());
            if (documents.back() == nullptr)
                return Error(ErrorCode::format,
                             fmt::format("{}: {} is no document", position(element.source().begin),
                                         element.is_string() ? "a text" : kind_of(element)));
        }
    }
    if (documents.empty())
        return Error(ErrorCode::format, "no TOML with a table [[document]] for each document");
    return documents;
}

class TomlGrid {
public:
    explicit TomlGrid(std::string_view text) : text_(text) {}

    Result<Grid> read(const std::vector<const toml::table*>& documents) {
        GridRow header;
        for (const toml::table* document : documents)
            for (const Entry& entry : entries_of(*document))
                SOLANDER_TRY(add_column(header, entry.key->str(), lines(entry.key->source())));
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
            const toml::node* value = document.get(column.text);
            row.push_back(value == nullptr
                              ? GridCell{{}, fmt::format("line {}", document.source().begin.line)}
                              : cell_of(column.text, *value));
        }
        grid_.rows.push_back(std::move(row));
    }

    GridCell cell_of(const std::string& name, const toml::node& value) {
        const auto& source = value.source();
        if (const auto* words = value.as_string()) return {words->get(), lines(source)};
        if (!regions_) regions_.emplace(text_);
        std::string written(regions_->in(source));
        grid_.findings.push_back(
            {"table.not-text", position(source.begin), advice(name, value, written)});
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

    std::string_view text_;
    std::optional<Regions> regions_;  ///< Once they are needed.
    Grid grid_;
};

}  // namespace

Result<Grid> read_toml(std::string_view text) {
    SOLANDER_TRY(check_toml(text));
    const auto parsed = toml::parse(text);
    if (!parsed) return not_toml(parsed.error());
    SOLANDER_TRY_ASSIGN(const auto documents, documents_of(parsed.table()));
    return TomlGrid(text).read(documents);
}

}  // namespace solander::table
