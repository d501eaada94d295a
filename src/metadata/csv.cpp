// SPDX-License-Identifier: Apache-2.0
#include "metadata/csv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/try.h"
#include "base/utf8.h"
#include "metadata/csv_remarks.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

namespace {

/// After so many rows of the wrong length, the others are counted.
constexpr std::size_t kRaggedRowsNamed = 20;

struct Delimiter {
    char character;
    std::string_view name;
};
/// Where headings have two of them equally often, the earlier is taken.
constexpr std::array<Delimiter, 4> kDelimiters = {
    {{',', "a comma"}, {';', "a semicolon"}, {'\t', "a tab"}, {'|', "a bar"}}};

std::string_view name_of(char delimiter) {
    const auto* found = std::ranges::find(kDelimiters, delimiter, &Delimiter::character);
    return found == kDelimiters.end() ? "another character" : found->name;
}

std::string column_name(std::size_t column) {
    std::string name;
    for (; column > 0; column = (column - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + static_cast<char>((column - 1) % 26)));
    return name;
}

std::string place_of_cell(std::size_t row, std::size_t column) {
    return fmt::format("cell {}{}", column_name(column), row);
}

/// Also takes off line ends, which a quoted cell may have.
std::string_view trim_cell(std::string_view text) {
    for (;;) {
        const auto before = text.size();
        text = trim(text);
        while (text.starts_with('\n')) text.remove_prefix(1);
        while (text.ends_with('\n')) text.remove_suffix(1);
        if (text.size() == before) return text;
    }
}

struct Told {
    char delimiter = ',';
    bool tie = false;  ///< Another one would do as well.
};

/// The delimiter that the first line with words has most of outside quotes.
Told delimiter_of(std::string_view text) {
    std::array<std::size_t, kDelimiters.size()> counts{};
    bool quoted = false;
    bool has_words = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') {
            if (has_words) break;
            counts.fill(0);
            continue;
        }
        const auto* found = std::ranges::find(kDelimiters, c, &Delimiter::character);
        if (found != kDelimiters.end())
            ++counts.at(static_cast<std::size_t>(found - kDelimiters.begin()));
        else if (c != ' ')
            has_words = true;
    }
    const auto* const most = std::ranges::max_element(counts);
    return {kDelimiters.at(static_cast<std::size_t>(most - counts.begin())).character,
            *most > 0 && std::ranges::count(counts, *most) > 1};
}

/// Takes cells and rows off a text. What it finds on the way goes to the remarks.
class CsvScanner {
public:
    CsvScanner(std::string_view text, const CsvLimits& limits, CsvRemarks& remarks)
        : text_(text), limits_(limits), remarks_(remarks) {
        if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
        told_ = delimiter_of(text_);
    }

    const Told& told() const { return told_; }
    bool at_end() const { return at_ == text_.size(); }

    /// The row that begins here; at_end() must be false.
    Result<Row> next_row() {
        Row row;
        row.number = ++row_;
        do {
            if (row.cells.size() == limits_.columns)
                return limit(fmt::format("row {} has more than {} cells", row_, limits_.columns));
            if (++cells_ > limits_.cells)
                return limit(fmt::format("the table has more than {} cells", limits_.cells));
            Cell cell;
            cell.row = row_;
            cell.column = row.cells.size() + 1;
            cell.line = line_;
            read(cell);
            if (cell.text.size() > limits_.cell_bytes)
                return limit(
                    fmt::format("{} has more than {} bytes", cell.place(), limits_.cell_bytes));
            row.cells.push_back(std::move(cell));
        } while (take_delimiter());
        take_line_end();
        return row;
    }

private:
    static Error limit(std::string what) { return {ErrorCode::limit, std::move(what)}; }

    bool take_delimiter() {
        if (at_end() || text_[at_] != told_.delimiter) return false;
        ++at_;
        return true;
    }

    bool is_line_end(std::size_t at) const { return text_[at] == '\n' || text_[at] == '\r'; }

    /// The size of the line end at `at`; 0 if there is none.
    std::size_t line_end_size(std::size_t at) const {
        if (at == text_.size() || !is_line_end(at)) return 0;
        return text_.substr(at, 2) == "\r\n" ? 2 : 1;
    }

    void take_line_end() {
        const auto end = text_.substr(at_, line_end_size(at_));
        if (end.empty()) return;
        if (line_end_.empty()) line_end_ = end;
        if (end != line_end_)
            remarks_.add("table.line-ends", 0, fmt::format("line {}", line_),
                         "ends its line otherwise than the first does", "lines");
        at_ += end.size();
        ++line_;
    }

    void read(Cell& cell) {
        const auto start = at_;
        std::string unquoted;
        std::string_view value;
        if (!at_end() && text_[at_] == '"' && take_quoted(cell, unquoted)) {
            value = unquoted;
        } else {
            skip_to_cell_end();
            value = text_.substr(start, at_ - start);
            if (value.find('"') != value.npos)
                remarks_.add("table.stray-quote", cell.column, cell.place(),
                             "has a quotation mark that neither opens nor closes it: it is kept as "
                             "part of the words");
        }
        const auto words = trim_cell(value);
        remark_on(cell, value, words);
        cell.text = words;
    }

    void remark_on(const Cell& cell, std::string_view value, std::string_view words) {
        if (words.empty() && !value.empty())
            remarks_.add("table.blank-cell", cell.column, cell.place(),
                         "has white space and nothing else: it counts as blank");
        else if (words.size() != value.size())
            remarks_.add("table.outer-blanks", cell.column, cell.place(),
                         "has white space around its words, which is not taken for part of them");
        if (value.find('\0') != value.npos)
            remarks_.add("table.nul", cell.column, cell.place(), "has a NUL among its words");
    }

    void skip_to_cell_end() {
        while (!at_end() && text_[at_] != told_.delimiter && !is_line_end(at_)) ++at_;
    }

    /// Reads a quoted cell into `value`. False, with at_ where the quotes close, if more words
    /// follow them: then the quotes are part of the words.
    bool take_quoted(const Cell& cell, std::string& value) {
        ++at_;
        for (;;) {
            const auto quote = std::min(text_.find('"', at_), text_.size());
            count_lines(at_, quote);
            value += text_.substr(at_, quote - at_);
            at_ = std::min(quote + 1, text_.size());
            if (quote == text_.size()) {
                remarks_.add("table.unclosed-quote", 0, cell.place(),
                             fmt::format("opens a quotation on line {} that nothing closes: all to "
                                         "the end of the text is taken for its words",
                                         cell.line));
                return true;
            }
            if (at_end() || text_[at_] != '"') break;
            value += '"';
            ++at_;
        }
        const auto closed = at_;
        skip_to_cell_end();
        const auto rest = text_.substr(closed, at_ - closed);
        value += rest;  // White space, or the caller takes all of it as it stands.
        return trim(rest).empty();
    }

    void count_lines(std::size_t from, std::size_t to) {
        while (from < to) {
            const auto size = line_end_size(from);
            if (size > 0) ++line_;
            from += std::max<std::size_t>(size, 1);
        }
    }

    std::string_view text_;
    const CsvLimits& limits_;
    CsvRemarks& remarks_;
    Told told_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t row_ = 0;
    std::size_t cells_ = 0;
    std::string_view line_end_;
};

bool is_blank(const Row& row) {
    return std::ranges::all_of(row.cells, [](const Cell& cell) { return cell.text.empty(); });
}

/// The first row with words; nothing at the end of the text.
Result<std::optional<Row>> next_words(CsvScanner& scanner, CsvRemarks& remarks) {
    while (!scanner.at_end()) {
        auto row = scanner.next_row();
        if (!row) return std::move(row).error();
        if (!is_blank(*row)) return std::optional<Row>(*std::move(row));
        const bool is_empty_line = row->cells.size() == 1;
        if (!is_empty_line)
            remarks.add("table.blank-row", 0, place_of_cell(row->number, 1),
                        "begins a row without any words, which is passed over", "rows");
    }
    return std::optional<Row>();
}

/// Compares rows with the headings.
class RowCheck {
public:
    RowCheck(const Row& head, CsvRemarks& remarks) : head_(head), remarks_(remarks) {}

    void check(const Row& row) {
        const auto columns = head_.cells.size();
        if (row.cells.size() != columns) {
            const bool is_long = row.cells.size() > columns;
            remarks_.add(
                "table.ragged-row", std::min(++ragged_, kRaggedRowsNamed),
                place_of_cell(row.number, is_long ? columns + 1 : 1),
                fmt::format("row {} has {} cells under {} headings: it is too {}, or cells "
                            "in it have moved",
                            row.number, row.cells.size(), columns, is_long ? "long" : "short"),
                "rows of another length", is_long ? "long" : "short");
        }
        for (const Cell& cell : row.cells)
            if (cell.column <= columns && !cell.text.empty() &&
                head_.cells[cell.column - 1].text.empty())
                remarks_.add("table.blank-header", cell.column,
                             place_of_cell(head_.number, cell.column),
                             "is a blank heading, and there are words under it");
    }

private:
    const Row& head_;
    CsvRemarks& remarks_;
    std::size_t ragged_ = 0;
};

Result<Row> read_head(CsvScanner& scanner, CsvRemarks& remarks) {
    SOLANDER_TRY_ASSIGN(auto head, next_words(scanner, remarks));
    if (!head) return Error(ErrorCode::format, "has no row with words in it");
    const Told& told = scanner.told();
    if (told.delimiter != ',' || told.tie)
        remarks.add(
            "table.delimiter", 0, place_of_cell(head->number, 1),
            fmt::format("begins headings that have {} between them{}, which is taken for "
                        "the delimiter of the whole table",
                        name_of(told.delimiter), told.tie ? " and another delimiter as often" : ""),
            "tables", std::string(1, told.delimiter));
    return *std::move(head);
}

}  // namespace

std::string Cell::place() const {
    return place_of_cell(row, column);
}

std::string Table::heading(std::size_t column) const {
    if (column == 0 || column > head.cells.size()) return {};
    return on_one_line(head.cells[column - 1].text);
}

Result<Table> read_csv(std::string_view text, const CsvLimits& limits) {
    CsvRemarks remarks;
    CsvScanner scanner(text, limits, remarks);
    Table table;
    table.delimiter = scanner.told().delimiter;
    SOLANDER_TRY_ASSIGN(table.head, read_head(scanner, remarks));
    RowCheck rows(table.head, remarks);
    for (;;) {
        SOLANDER_TRY_ASSIGN(auto row, next_words(scanner, remarks));
        if (!row) break;
        rows.check(*row);
        table.rows.push_back(*std::move(row));
    }
    table.remarks = remarks.take();
    return table;
}

std::vector<std::string> csv_headings(std::string_view text) {
    CsvRemarks remarks;
    const CsvLimits limits;
    CsvScanner scanner(text, limits, remarks);
    auto head = read_head(scanner, remarks);
    std::vector<std::string> headings;
    if (!head) return headings;
    headings.reserve(head->cells.size());
    for (Cell& cell : head->cells) headings.push_back(std::move(cell.text));
    return headings;
}

std::vector<Remark> repeated_headings(const Table& table) {
    std::set<std::string> seen;
    std::vector<Remark> remarks;
    for (const Cell& cell : table.head.cells)
        if (!cell.text.empty() && !seen.insert(base::fold_case(cell.text)).second)
            remarks.push_back({"table.repeated-header", cell.place(),
                               "is a heading that an earlier column has, too"});
    return remarks;
}

}  // namespace solander::metadata
