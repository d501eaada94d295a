// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <solander/worklist.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "properties/memory_files.h"
#include "properties/standing_clock.h"
#include "properties/target.h"

namespace solander::fuzz {

namespace {

struct Column {
    std::string_view name;
    std::string WorklistRow::*member;
    bool is_persons = false;
};
constexpr std::array kColumns{
    Column{"record", &WorklistRow::record},
    Column{"file", &WorklistRow::file},
    Column{"field", &WorklistRow::field},
    Column{"value", &WorklistRow::value},
    Column{"proposed-value", &WorklistRow::proposed_value},
    Column{"decision", &WorklistRow::decision, true},
    Column{"decided-value", &WorklistRow::decided_value, true},
    Column{"decided-by", &WorklistRow::decided_by, true},
    Column{"date", &WorklistRow::date, true},
    Column{"how", &WorklistRow::how, true},
    Column{"finding", &WorklistRow::finding},
};

Result<std::vector<WorklistRow>> read(std::string_view bytes) {
    MemoryFiles files;
    files.add("worklist.csv", std::string(bytes));
    const StandingClock clock;
    return read_worklist("worklist.csv", {}, {.files = files, .clock = clock});
}

/// A cell as it has to be written to be read as this: an apostrophe may stand before any cell of an
/// audit, and before one of a person that would otherwise lose its own, or be a formula.
std::string guarded(const Column& column, const std::string& value) {
    static constexpr std::array<std::string_view, 9> kStarts{
        "=", "+", "-", "@", "'", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const auto begins = [&value](std::string_view start) { return value.starts_with(start); };
    const bool needs_guard = !column.is_persons || std::ranges::any_of(kStarts, begins);
    return needs_guard ? "'" + value : value;
}

std::string headings() {
    std::string text;
    for (const Column& column : kColumns) text += fmt::format("\"{}\",", column.name);
    text.back() = '\n';
    return text;
}

/// All cells in quotes, so that none is taken for two.
std::string written(const std::vector<WorklistRow>& rows) {
    std::string text = headings();
    for (const WorklistRow& row : rows) {
        for (const Column& column : kColumns) {
            text += '"';
            for (const char c : guarded(column, row.*column.member))
                text.append(c == '"' ? 2 : 1, c);
            text += "\",";
        }
        text.back() = '\n';
    }
    return text;
}

Broken check_error_of_list(const Error& error) {
    if (error.code() != ErrorCode::format && error.code() != ErrorCode::limit)
        return fmt::format("an error that no input can be the cause of: {}", error.message());
    if (error.message().empty()) return "it is refused without a word";
    if (base::printable_lines(error.message()) != error.message())
        return fmt::format("a terminal cannot show why it is refused: {}",
                           base::printable_lines(error.message()));
    return std::nullopt;
}

Broken check_rows(const std::vector<WorklistRow>& rows) {
    std::size_t last = 1;
    for (const WorklistRow& row : rows) {
        if (row.number <= last) return fmt::format("row {} comes twice", row.number);
        last = row.number;
        for (const Column& column : kColumns) {
            const std::string& value = row.*column.member;
            if (base::find_invalid_utf8(value) || value.find('\r') != std::string::npos)
                return fmt::format("row {} has a {} that no record can have", row.number,
                                   column.name);
        }
    }
    return std::nullopt;
}

Broken check_list(std::string_view input) {
    const auto rows = read(input);
    if (!rows) return check_error_of_list(rows.error());
    if (auto broken = check_rows(*rows)) return broken;
    const std::string text = written(*rows);
    const auto again = read(text);
    if (!again) return fmt::format("the list as written is none: {}", again.error().message());
    const auto is_same = [](const WorklistRow& one, const WorklistRow& other) {
        return std::ranges::all_of(kColumns, [&](const Column& column) {
            return one.*column.member == other.*column.member;
        });
    };
    if (!std::ranges::equal(*rows, *again, is_same))
        return fmt::format("the list as written says something else: {}",
                           base::printable_lines(text));
    return std::nullopt;
}

/// Headings are soon spoilt, and nothing is read without them: so they are also taken as given.
Broken check(std::string_view input) {
    if (auto broken = check_list(input)) return broken;
    return check_list(headings() + std::string(input));
}

}  // namespace

extern const Target worklist;
const Target worklist{.name = "worklist", .check = check};

}  // namespace solander::fuzz
