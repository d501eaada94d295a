// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <solander/worklist.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "metadata/decode.h"
#include "metadata/field.h"
#include "table/cell.h"
#include "table/decisions.h"
#include "table/field_kinds.h"
#include "table/grid.h"
#include "table/row.h"
#include "worklist/row_checks.h"

namespace solander {

namespace {

using Values = std::vector<table::Value>;

bool has(const Values& values, const table::Value& value) {
    return std::ranges::find(values, value) != values.end();
}

/// What a cell says, without absences and blanks.
Values said_in(std::string_view cell) {
    Values values = table::read_cell(cell);
    std::erase_if(values, [](const table::Value& value) {
        return value.state == State::absent || (value.state == State::blank && value.words.empty());
    });
    return values;
}

/// A table in which rows are found by their document, and columns by their heading.
class Sheet {
public:
    explicit Sheet(RecordTable table) : table_(std::move(table)) {
        const auto document = column(table::kDocument);
        for (std::size_t row = 0; document && row < table_.rows.size(); ++row) {
            const auto names = table::read_cell(table_.rows[row][*document]);
            if (!names.empty()) rows_.emplace(names.front().words, row);
        }
    }

    std::optional<std::size_t> row(const std::string& subject) const {
        const auto found = rows_.find(subject);
        if (found == rows_.end()) return std::nullopt;
        return found->second;
    }

    std::optional<std::size_t> column(std::string_view name) const {
        const auto found = std::ranges::find(table_.header, name);
        if (found == table_.header.end()) return std::nullopt;
        return static_cast<std::size_t>(found - table_.header.begin());
    }

    /// Empty where there is no such cell.
    std::string cell(const std::string& subject, std::string_view name) const {
        const auto y = row(subject);
        const auto x = column(name);
        return y && x ? table_.rows[*y][*x] : std::string();
    }

    /// The same, to be changed. What the table does not have yet is as in `other`: a cell that says
    /// less than the record would be taken for one that was emptied.
    std::string& cell(const std::string& subject, const std::string& name, const Sheet& other) {
        if (!column(name)) {
            table_.header.push_back(name);
            for (auto& cells : table_.rows) cells.emplace_back();
            for (const auto& [known, index] : rows_)
                table_.rows[index].back() = other.cell(known, name);
        }
        if (!row(subject)) {
            std::vector<std::string> cells;
            for (const auto& heading : table_.header) cells.push_back(other.cell(subject, heading));
            rows_.emplace(subject, table_.rows.size());
            table_.rows.push_back(std::move(cells));
        }
        return table_.rows[*row(subject)][*column(name)];
    }

    RecordTable take() { return std::move(table_); }

private:
    RecordTable table_;
    std::map<std::string, std::size_t> rows_;
};

/// Puts decisions into a table.
class Decider {
public:
    Decider(Sheet& sheet, const Sheet& as_read) : sheet_(sheet), as_read_(as_read) {}

    void take(const std::string& subject, const WorklistDecision& decision) {
        if (decision.kind != WorklistDecision::Kind::keep) put(subject, decision);
        const bool is_of_rights = worklist::is_of_rights(decision.field);
        note(subject, is_of_rights ? table::kRightsDetermination : table::kDecision,
             {is_of_rights ? std::string() : decision.field, decision.date, decision.by,
              decision.how});
    }

private:
    void put(const std::string& subject, const WorklistDecision& decision) {
        const auto field = metadata::field_of_name(decision.field);
        std::string& cell = sheet_.cell(subject, decision.field, as_read_);
        Values values = table::read_cell(decision.cell);
        const Values own = said_in(as_read_.cell(subject, decision.field));
        Values lost;
        for (table::Value& before : said_in(cell)) {
            if (has(values, before)) continue;
            if (field && table::takes_several(*field))
                values.push_back(std::move(before));
            else if (!has(own, before))
                lost.push_back(std::move(before));
        }
        cell = table::write_cell(values);
        // What a record says stays behind the cell. What only the table said would be gone.
        for (const table::Value& before : lost)
            note(subject, table::kDecision,
                 {decision.field, decision.date, decision.by,
                  fmt::format("in place of '{}'", table::write_value(before))});
    }

    void note(const std::string& subject, std::string_view column,
              const table::Decision& decision) {
        std::string& cell = sheet_.cell(subject, std::string(column), as_read_);
        Values values = said_in(cell);
        const table::Value value = table::write_decision(decision);
        if (!has(values, value)) values.push_back(value);
        cell = table::write_cell(values);
    }

    Sheet& sheet_;
    const Sheet& as_read_;
};

Result<RecordTable> read_table(const std::filesystem::path& path,
                               std::optional<TextEncoding> encoding,
                               const Environment& environment) {
    const std::string shown = base::printable(path.string());
    const auto bytes = base::read_all(environment.files, path, base::Limits{}.record_bytes);
    if (!bytes) return bytes.error().in(shown);
    const auto decoded = metadata::decode_text(base::as_text(*bytes), encoding);
    if (!decoded) return decoded.error().in(shown);
    const auto grid =
        table::read_grid(decoded->text, table::format_of_name(path.filename().string()));
    if (!grid) return grid.error().in(shown);
    RecordTable table;
    for (const table::GridRow& row : grid->rows) {
        std::vector<std::string> cells;
        cells.reserve(row.size());
        for (const table::GridCell& cell : row) cells.push_back(cell.text);
        if (table.header.empty())
            table.header = std::move(cells);
        else
            table.rows.push_back(std::move(cells));
    }
    return table;
}

/// What describe() calls a file that lies below one of its inputs.
std::string subject_of(const std::filesystem::path& file,
                       const std::vector<std::filesystem::path>& inputs) {
    for (const std::filesystem::path& input : inputs) {
        auto above = input.lexically_normal();
        if (!above.has_filename()) above = above.parent_path();
        const auto below = file.lexically_normal().lexically_relative(above);
        if (!below.empty() && *below.begin() != ".." && below != ".")
            return (above.filename() / below).generic_string();
    }
    return {};
}

/// The worklist is no document, wherever it lies.
void leave_out(RecordTable& table, const std::string& subject) {
    std::erase_if(table.rows, [&subject](const std::vector<std::string>& row) {
        return row.front() == table::write_cell({{State::stated, subject}});
    });
}

/// Leaves out the columns of fields in which no row says anything.
RecordTable without_silent_columns(RecordTable table) {
    static constexpr std::size_t kLeading = 4;
    for (std::size_t column = table.header.size(); column-- > kLeading;) {
        const bool is_silent = std::ranges::all_of(table.rows, [column](const auto& row) {
            return row[column].empty() || row[column] == "[absent]";
        });
        if (!is_silent) continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        table.header.erase(table.header.begin() + at);
        for (auto& row : table.rows) row.erase(row.begin() + at);
    }
    return table;
}

}  // namespace

Result<RecordTable> decide_in_table(const WorklistTableRequest& request,
                                    const Environment& environment) {
    RecordTable described;
    if (!request.inputs.empty()) {
        DescribeRequest all{.inputs = request.inputs};
        // Files are named as the audit, which packs nothing, has named them.
        all.rename_safe = true;
        all.all_fields = true;
        all.encoding = request.encoding;
        SOLANDER_TRY_ASSIGN(Description description, describe(all, environment));
        described = std::move(description.table);
        leave_out(described, subject_of(request.worklist, request.inputs));
    }
    const Sheet as_read(described);
    const bool is_edited = !request.table.empty();
    RecordTable base = std::move(described);
    if (is_edited) {
        SOLANDER_TRY_ASSIGN(base, read_table(request.table, request.encoding, environment));
    }
    Sheet sheet(std::move(base));
    Decider decider(sheet, as_read);
    for (const WorklistDecision& decision : request.decisions) {
        const std::string& subject = request.subjects[decision.record];
        if (!sheet.row(subject) && !as_read.row(subject))
            return Error(ErrorCode::usage,
                         fmt::format("no table can have a row for '{}'", base::printable(subject)));
        decider.take(subject, decision);
    }
    return is_edited ? sheet.take() : without_silent_columns(sheet.take());
}

}  // namespace solander
