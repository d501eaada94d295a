// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "table/row.h"
#include "table/toml_table.h"
#include "toml/tree.h"

namespace solander::table {

namespace {

std::string lines(const toml::Region& region) {
    const auto first = region.begin.line;
    const auto last = std::max(first, region.end.line);
    return first == last ? fmt::format("line {}", first) : fmt::format("lines {}-{}", first, last);
}

/// The tables `[[document]]`, if there is nothing else.
Result<std::vector<const toml::Node*>> documents_of(const toml::Tree& tree) {
    std::vector<const toml::Node*> documents;
    for (const toml::Entry& entry : tree.root().entries) {
        if (entry.key != kDocument)
            return Error(ErrorCode::format,
                         fmt::format("{}: '{}' is outside of any document; each begins with a line "
                                     "[[document]]",
                                     tree.place(entry.region.begin), base::printable(entry.key)));
        if (entry.value.kind != toml::Kind::array)
            return Error(ErrorCode::format, fmt::format("{}: a document begins with a line "
                                                        "[[document]], in two pairs of brackets",
                                                        tree.place(entry.region.begin)));
        for (const toml::Node& item : entry.value.items) {
            if (item.kind != toml::Kind::table)
                return Error(ErrorCode::format,
                             fmt::format("{}: {} is no document", tree.place(item.region.begin),
                                         toml::kind_name(item.kind)));
            documents.push_back(&item);
        }
    }
    if (documents.empty())
        return Error(ErrorCode::format, "no TOML with a table [[document]] for each document");
    return documents;
}

class TomlGrid {
public:
    explicit TomlGrid(const toml::Tree& tree) : tree_(tree) {}

    Result<Grid> read(const std::vector<const toml::Node*>& documents) {
        GridRow header;
        for (const toml::Node* document : documents)
            for (const toml::Entry& entry : document->entries)
                SOLANDER_TRY(add_column(header, entry.key, lines(entry.region)));
        SOLANDER_TRY(check_cells(documents.size(), header.size()));
        grid_.rows.push_back(std::move(header));
        for (const toml::Node* document : documents) {
            add_row(*document);
            if (grid_.findings.size() >= kMostFindings)
                return Error(ErrorCode::format,
                             fmt::format("line {}: {} values up to here are no text; put each in "
                                         "quotation marks",
                                         document->region.begin.line, grid_.findings.size()));
        }
        return std::move(grid_);
    }

private:
    void add_row(const toml::Node& document) {
        std::unordered_map<std::string_view, const toml::Node*> values;
        for (const toml::Entry& entry : document.entries) values[entry.key] = &entry.value;
        GridRow row;
        for (const GridCell& column : grid_.rows.front()) {
            const auto value = values.find(column.text);
            row.push_back(value == values.end()
                              ? GridCell{{}, fmt::format("line {}", document.region.begin.line)}
                              : cell_of(column.text, *value->second));
        }
        grid_.rows.push_back(std::move(row));
    }

    GridCell cell_of(const std::string& name, const toml::Node& value) {
        if (value.is_text()) return {value.words, lines(value.region)};
        std::string written = tree_.written(value.region);
        grid_.findings.push_back(
            {"table.not-text", tree_.place(value.region.begin), advice(name, value, written)});
        return {std::move(written), lines(value.region)};
    }

    static std::string advice(const std::string& name, const toml::Node& value,
                              std::string_view written) {
        const std::string shown = base::printable(name);
        if (value.kind == toml::Kind::table)
            return fmt::format("'{}' is a table; a document has nothing but texts", shown);
        if (value.kind == toml::Kind::array)
            return fmt::format(
                "'{}' is an array; write one text, with | between the values: "
                "{} = \"one|two\"",
                shown, shown);
        return fmt::format("'{}' is {}; put it in quotation marks: {} = \"{}\"", shown,
                           toml::kind_name(value.kind), shown, base::printable(written));
    }

    static constexpr std::size_t kMostFindings = 100;

    const toml::Tree& tree_;
    Grid grid_;
};

}  // namespace

Result<Grid> read_toml(std::string_view text) {
    static constexpr toml::Advice kAdvice{
        .of_repeated = "a document has each name once",
        .of_others =
            "every value stands in quotation marks, and has a \\ before each \" and \\ "
            "that is part of the words"};
    SOLANDER_TRY_ASSIGN(const auto tree, toml::Tree::parse(text, kAdvice));
    SOLANDER_TRY_ASSIGN(const auto documents, documents_of(tree));
    return TomlGrid(tree).read(documents);
}

}  // namespace solander::table
