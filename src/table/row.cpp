// SPDX-License-Identifier: Apache-2.0
#include "table/row.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "base/try.h"
#include "metadata/field.h"
#include "table/cell.h"
#include "table/decisions.h"
#include "table/field_values.h"

namespace solander::table {

namespace {

constexpr std::array kRoles = {FileRole::original,    FileRole::scan,    FileRole::transcript,
                               FileRole::translation, FileRole::capture, FileRole::metadata,
                               FileRole::supporting,  FileRole::unstated};

/// Stands for no order in a list of them; `-` would look like a formula.
constexpr std::string_view kNoOrder = "_";
constexpr std::uint64_t kMostFiles = 1'000'000'000;

Result<FileRole> read_role(std::string_view name) {
    std::array<std::string_view, kRoles.size()> names;
    std::ranges::transform(kRoles, names.begin(), file_role_name);
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) return kRoles.at(static_cast<std::size_t>(found - names.begin()));
    return Error(
        ErrorCode::format,
        fmt::format("column 'role': there is no role '{}'; {}roles are {}", base::printable(name),
                    base::did_you_mean(name, names), fmt::join(names, ", ")));
}

Error wrong_count(std::string_view column, std::size_t count, std::size_t files) {
    return {ErrorCode::format,
            fmt::format("column '{}' has {} values for {} files", column, count, files)};
}

std::vector<std::string> read_list(std::string_view cell) {
    std::vector<std::string> list;
    for (Value& value : read_cell(cell)) list.push_back(std::move(value.words));
    return list;
}

std::string write_list(const std::vector<std::string>& words) {
    std::vector<Value> values;
    values.reserve(words.size());
    for (const std::string& word : words) values.push_back({State::stated, word});
    return write_cell(values);
}

bool is_record(FileRole role) {
    return role == FileRole::capture || role == FileRole::metadata;
}

/// A column of the table, and which cell of a row it shows.
struct Shown {
    std::string_view name;
    std::size_t field = 0;
    std::string Row::*decision = nullptr;  ///< In the field's stead.

    const std::string& cell(const Row& row) const {
        return decision == nullptr ? row.cells[field] : row.*decision;
    }
};

bool says_nothing(const std::vector<Row>& rows, const Shown& shown) {
    static const std::string kAbsent = write_value({State::absent, {}});
    return std::ranges::all_of(rows, [&](const Row& row) { return shown.cell(row) == kAbsent; });
}

}  // namespace

RecordTable table_of(const std::vector<Row>& rows, bool all_fields) {
    RecordTable table;
    table.header = {std::string(kDocument), std::string(kFiles), std::string(kRole),
                    std::string(kOrder)};
    std::vector<Shown> shown;
    for (std::size_t i = 0; i < columns().size(); ++i)
        shown.push_back({metadata::field_name(columns()[i]), i});
    shown.push_back({kRightsDetermination, 0, &Row::rights_determination});
    shown.push_back({kDecision, 0, &Row::decision});
    if (!all_fields)
        std::erase_if(shown, [&rows](const Shown& each) { return says_nothing(rows, each); });
    for (const Shown& each : shown) table.header.emplace_back(each.name);
    for (const Row& row : rows) {
        FileCells files = write_files(row.files);
        std::vector<std::string> cells = {write_list({row.document}), std::move(files.files),
                                          std::move(files.role), std::move(files.order)};
        for (const Shown& each : shown) cells.push_back(each.cell(row));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

FileCells write_files(const std::vector<RowFile>& files) {
    std::vector<std::string> paths;
    std::vector<std::string> roles;
    std::vector<std::string> orders;
    for (const RowFile& file : files) {
        paths.push_back(file.path);
        roles.emplace_back(file_role_name(file.role));
        orders.push_back(file.order ? std::to_string(*file.order) : std::string(kNoOrder));
    }
    // What a record was read from stands apart: files that are added must not take its role.
    const bool for_each = files.size() > 1 && is_record(files.front().role);
    if (!for_each &&
        std::ranges::all_of(roles, [&](const auto& role) { return role == roles.front(); }))
        roles.resize(std::min<std::size_t>(roles.size(), 1));
    if (roles.size() == 1 && roles.front() == file_role_name(FileRole::unstated)) roles.clear();
    if (std::ranges::all_of(orders, [](const auto& order) { return order == kNoOrder; }))
        orders.clear();
    return {write_list(paths), write_list(roles), write_list(orders)};
}

Result<std::vector<FileRole>> read_roles(std::string_view cell, std::size_t files) {
    const auto names = read_list(cell);
    if (names.empty()) return std::vector(files, FileRole::unstated);
    std::vector<FileRole> roles;
    roles.reserve(files);
    for (const auto& name : names) {
        SOLANDER_TRY_ASSIGN(const auto role, read_role(name));
        roles.push_back(role);
    }
    if (roles.size() == 1 && files > 1) {
        if (is_record(roles.front()))
            return Error(ErrorCode::format,
                         fmt::format("column 'role': '{}' is the role of one file, and there are "
                                     "{}: give each its own, as in capture|scan",
                                     names.front(), files));
        roles.resize(files, roles.front());
    }
    if (roles.size() != files) return wrong_count(kRole, roles.size(), files);
    return roles;
}

Result<std::vector<RowFile>> read_files(const FileCells& cells) {
    auto paths = read_list(cells.files);
    SOLANDER_TRY_ASSIGN(const auto roles, read_roles(cells.role, paths.size()));
    const auto orders = read_list(cells.order);
    if (!orders.empty() && orders.size() != paths.size())
        return wrong_count(kOrder, orders.size(), paths.size());
    std::vector<RowFile> files;
    files.reserve(paths.size());
    std::uint64_t counted = 0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        RowFile file{std::move(paths[i]), roles[i], {}};
        if (orders.empty()) {
            if (paths.size() > 1 && !is_record(file.role)) file.order = ++counted;
        } else if (orders[i] != kNoOrder) {
            file.order = base::parse_decimal(orders[i]);
            if (!file.order || *file.order == 0 || *file.order > kMostFiles)
                return Error(ErrorCode::format,
                             fmt::format("column 'order': '{}' is no number of a file from 1 on",
                                         base::printable(orders[i])));
        }
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace solander::table
