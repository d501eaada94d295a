// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include <solander/worklist.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "base/read_file.h"
#include "base/try.h"
#include "metadata/csv.h"
#include "metadata/decode.h"
#include "metadata/text_lines.h"
#include "worklist/guard.h"

namespace solander {

namespace {

struct Column {
    std::string_view name;
    std::string WorklistRow::*member;
    bool is_needed = true;
    bool is_persons = false;  ///< Filled in by a person.
};

constexpr std::array kColumns = {
    Column{"record", &WorklistRow::record},
    Column{"file", &WorklistRow::file, false},
    Column{"field", &WorklistRow::field},
    Column{"value", &WorklistRow::value, false},
    Column{"proposed-value", &WorklistRow::proposed_value},
    Column{"decision", &WorklistRow::decision, true, true},
    Column{"decided-value", &WorklistRow::decided_value, true, true},
    Column{"decided-by", &WorklistRow::decided_by, true, true},
    Column{"date", &WorklistRow::date, true, true},
    Column{"how", &WorklistRow::how, true, true},
    Column{"finding", &WorklistRow::finding},
};

/// Of each of kColumns, its place among the headings; none: it is not there.
using Places = std::array<std::optional<std::size_t>, kColumns.size()>;

Result<Places> find_columns(const metadata::Table& table) {
    Places places;
    std::vector<std::string_view> headings;
    for (const metadata::Cell& cell : table.head.cells)
        headings.push_back(metadata::trim(cell.text));
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        const Column& column = kColumns.at(i);
        const auto count = std::ranges::count(headings, column.name);
        if (count > 1)
            return Error(ErrorCode::format,
                         fmt::format("the column '{}' is there twice", column.name));
        if (count == 1) {
            places.at(i) = static_cast<std::size_t>(std::ranges::find(headings, column.name) -
                                                    headings.begin());
        } else if (column.is_needed) {
            return Error(ErrorCode::format,
                         fmt::format("there is no column '{}'; `solander audit -o csv=FILE` writes "
                                     "a worklist with all of them",
                                     column.name));
        }
    }
    return places;
}

/// What leaves it open which cell a value belongs to.
bool is_torn(const metadata::Remark& remark) {
    static constexpr std::array<std::string_view, 4> kCodes = {
        "table.ragged-row", "table.unclosed-quote", "table.stray-quote", "table.nul"};
    return std::ranges::find(kCodes, remark.code) != kCodes.end();
}

Result<void> check_form(const metadata::Table& table) {
    std::string faults;
    for (const metadata::Remark& remark : table.remarks)
        if (is_torn(remark))
            faults += fmt::format("\n  {}: {} ({})", base::printable(remark.at),
                                  base::printable(remark.words), remark.code);
    if (faults.empty()) return {};
    return Error(ErrorCode::format,
                 "the worklist cannot be taken as it is; nothing was written:" + std::move(faults));
}

std::string with_line_feeds(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            result += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            result += '\n';
    }
    return result;
}

WorklistRow row_of(const metadata::Row& read, const Places& places) {
    WorklistRow row;
    row.number = read.number;
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        const Column& column = kColumns.at(i);
        if (!places.at(i) || *places.at(i) >= read.cells.size()) continue;
        const std::string text = with_line_feeds(metadata::trim(read.cells[*places.at(i)].text));
        row.*column.member = column.is_persons ? worklist::without_persons_guard(text)
                                               : worklist::without_guard(text);
    }
    return row;
}

}  // namespace

Result<std::vector<WorklistRow>> read_worklist(const std::filesystem::path& path,
                                               std::optional<TextEncoding> encoding,
                                               const Environment& environment) {
    const std::string shown = base::printable(path.string());
    const auto bytes = base::read_all(environment.files, path, base::Limits{}.record_bytes);
    if (!bytes) return bytes.error();
    const auto decoded = metadata::decode_text(base::as_text(*bytes), encoding);
    if (!decoded) return decoded.error().in(shown);
    const auto table = metadata::read_csv(decoded->text);
    if (!table) return table.error().in(shown);
    const auto places = find_columns(*table);
    if (!places) return places.error().in(shown);
    if (const auto whole = check_form(*table); !whole) return whole.error().in(shown);
    std::vector<WorklistRow> rows;
    rows.reserve(table->rows.size());
    for (const metadata::Row& row : table->rows) rows.push_back(row_of(row, *places));
    return rows;
}

}  // namespace solander
