// SPDX-License-Identifier: Apache-2.0
#include "table/overlay.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/edtf.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "metadata/text_lines.h"
#include "table/damage.h"
#include "table/decisions.h"
#include "table/field_values.h"

namespace solander::table {

namespace {

using metadata::Field;

constexpr std::array kLeading = {kDocument, kFiles, kRole, kOrder};

Error unknown_column(const GridCell& cell) {
    std::vector<std::string_view> names(kLeading.begin(), kLeading.end());
    for (const Field field : columns()) names.push_back(metadata::field_name(field));
    names.insert(names.end(), {kRightsDetermination, kDecision});
    return {ErrorCode::format,
            fmt::format("{}: there is no column '{}'; {}`solander describe --all-fields` writes a "
                        "table with all of them",
                        cell.at, base::printable(cell.text), base::did_you_mean(cell.text, names))};
}

/// A cell that says nothing was not emptied if it said nothing before.
bool said_something(std::string_view cell) {
    static const std::string kAbsent = write_cell({Value{State::absent, {}}});
    static const std::string kBlank = write_cell({Value{State::blank, {}}});
    return !cell.empty() && cell != kAbsent && cell != kBlank;
}

/// Line ends of a cell, which spreadsheets and editors write in their own way.
std::string with_line_feeds(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            result += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            result += '\n';
        }
    }
    return result;
}

std::optional<Finding> find_fault(Field field, const Value& value) {
    const std::string shown = base::printable(value.words);
    if (field == Field::funder && value.state != State::stated && value.state != State::inferred)
        return Finding{"records.funder-state",
                       {},
                       "a funder is a name: that there is none, or none known, is said in the "
                       "column 'funding-credit'"};
    const bool wants_words =
        value.state == State::stated_unknown || value.state == State::stated_none;
    if (wants_words && value.words.empty())
        return Finding{"records.state-without-words",
                       {},
                       "a state of this kind has to say what is known, as in [unknown: lost in "
                       "1944]"};
    if (value.state != State::stated && value.state != State::inferred) return std::nullopt;
    if (is_date_field(field) && value.words.starts_with(kEdtf) &&
        !base::is_edtf(std::string_view(value.words).substr(kEdtf.size())))
        return Finding{
            "records.date-edtf",
            {},
            fmt::format("'{}' says that it is EDTF and is none, such as EDTF 1963-11-25, "
                        "EDTF 1963-11, EDTF 196X or EDTF 1914/1918; words do without "
                        "the four letters",
                        shown)};
    if (field == Field::rights_uri && value.words.find("://") == std::string::npos)
        return Finding{"records.rights-uri",
                       {},
                       fmt::format("'{}' is no URI, such as "
                                   "http://rightsstatements.org/vocab/InC/1.0/; words go to the "
                                   "column 'rights'",
                                   shown)};
    return std::nullopt;
}

/// The decisions in a cell; a finding, if one of them cannot be read.
tl::expected<std::vector<Decision>, Finding> decisions_in(std::string_view column,
                                                          const GridCell& cell) {
    std::vector<Decision> decisions;
    for (const Value& value : read_cell(cell.text)) {
        auto decision = read_decision(column, value);
        if (!decision)
            return tl::unexpected(Finding{
                "records.decision", cell.at,
                fmt::format("'{}' does not tell who decided, when and how, as in {}2026-11-20, J. "
                            "Novak: search in the register of deaths",
                            base::printable(value.words), column == kDecision ? "source: " : "")});
        decisions.push_back(*std::move(decision));
    }
    return decisions;
}

void apply_decisions(const std::string& column, const GridCell& found, std::string_view origin,
                     Document& document, Applied& applied) {
    const GridCell cell{with_line_feeds(found.text), found.at};
    const auto before = decisions_cell(document, column);
    const auto text = metadata::trim(cell.text);
    if (text.empty() || text == write_cell({Value{State::absent, {}}}) || text == before) return;
    const auto decisions = decisions_in(column, cell);
    if (!decisions) {
        applied.findings.push_back(decisions.error());
        return;
    }
    Place place;
    place.origin = origin;
    place.at = cell.at;
    place.label = column;
    add_decisions(document, *decisions, place);
    applied.changed = true;
}

}  // namespace

std::optional<Finding> find_fault(Field field, const std::string& before, const GridCell& cell,
                                  const std::vector<Value>& values) {
    const std::string shown = base::printable(before);
    if (values.empty())
        return Finding{"records.emptied", cell.at,
                       fmt::format("the {} '{}' was emptied: write [blank] if the source has a "
                                   "label without a value, [absent] if it has not even that, or "
                                   "put the words back",
                                   metadata::field_name(field), shown)};
    if (auto damage = find_damage(field, before, cell.text))
        return Finding{std::string(damage->code), cell.at, std::move(damage->words)};
    const auto is_absent = [](const Value& value) { return value.state == State::absent; };
    if (values.size() > 1 && std::ranges::any_of(values, is_absent))
        return Finding{"records.absent-and-more", cell.at,
                       fmt::format("'{}' says that there is nothing, and then what there is",
                                   base::printable(cell.text))};
    for (const Value& value : values)
        if (auto fault = find_fault(field, value)) {
            fault->at = cell.at;
            return fault;
        }
    return std::nullopt;
}

Result<Columns> Columns::read(const GridRow& header) {
    Columns columns;
    for (const GridCell& cell : header) {
        const auto field = metadata::field_of_name(cell.text);
        const bool is_other = std::ranges::find(kLeading, cell.text) != kLeading.end() ||
                              is_decision_column(cell.text);
        if (!field && !is_other) return unknown_column(cell);
        if (std::ranges::find(columns.names_, cell.text) != columns.names_.end())
            return Error(ErrorCode::format,
                         fmt::format("{}: the column '{}' is there twice", cell.at, cell.text));
        columns.names_.push_back(cell.text);
        columns.fields_.push_back(field);
    }
    if (std::ranges::find(columns.names_, kDocument) == columns.names_.end())
        return Error(ErrorCode::format,
                     "there is no column 'document', which tells one row from another");
    return columns;
}

std::string_view Columns::text(const GridRow& row, std::string_view column) const {
    const auto found = std::ranges::find(names_, column);
    if (found == names_.end()) return {};
    return row[static_cast<std::size_t>(found - names_.begin())].text;
}

std::string Columns::at(const GridRow& row, std::string_view column) const {
    const auto found = std::ranges::find(names_, column);
    if (found == names_.end()) return row.front().at;
    return row[static_cast<std::size_t>(found - names_.begin())].at;
}

Applied apply_cells(const Columns& columns, const GridRow& row, std::string_view origin,
                    Document& document) {
    // Before anything is changed: a funder, say, shows where its credit is.
    std::vector<std::string> before;
    before.reserve(columns.size());
    for (const auto& field : columns.fields())
        before.push_back(field ? cell_of(document, *field) : std::string());
    Applied applied;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& field = columns.fields()[i];
        if (!field) continue;
        const GridCell cell{with_line_feeds(row[i].text), row[i].at};
        if (metadata::trim(cell.text) == metadata::trim(before[i])) continue;
        const auto values = read_cell(cell.text);
        if (values.empty() && !said_something(before[i])) continue;
        if (auto fault = find_fault(*field, before[i], cell, values)) {
            applied.findings.push_back(*std::move(fault));
            continue;
        }
        Place place;
        place.origin = origin;
        place.at = cell.at;
        place.label = columns.names()[i];
        set_field(document, *field, values, place);
        applied.changed = true;
    }
    // When it is known what the row states of rights.
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (is_decision_column(columns.names()[i]))
            apply_decisions(columns.names()[i], row[i], origin, document, applied);
    return applied;
}

}  // namespace solander::table
