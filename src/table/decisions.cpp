// SPDX-License-Identifier: Apache-2.0
#include "table/decisions.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/edtf.h"
#include "metadata/field.h"
#include "metadata/text_lines.h"
#include "table/field_values.h"
#include "table/rights_blocks.h"

namespace solander::table {

namespace {

/// Of notes: what they are called, in front of the field.
constexpr std::string_view kNoteType = "decision ";

/// Takes what stands in front of `mark` off `text`; nothing if the mark is not there.
std::optional<std::string> take_until(std::string_view& text, std::string_view mark) {
    const auto end = text.find(mark);
    if (end == std::string_view::npos) return std::nullopt;
    std::string part(metadata::trim(text.substr(0, end)));
    text.remove_prefix(end + mark.size());
    return part;
}

/// The same for a name, in which a colon stands twice.
std::optional<std::string> take_name(std::string_view& text) {
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ':') {
            name += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == ':') {
            name += text[i++];
        } else {
            text.remove_prefix(i + 1);
            return std::string(metadata::trim(name));
        }
    }
    return std::nullopt;
}

/// A name as take_name() reads it.
std::string written_name(std::string_view name) {
    std::string written;
    for (const char c : name) {
        if (c == ':') written += c;
        written += c;
    }
    return written;
}

/// The words behind the field.
std::string words_of(std::string_view date, std::string_view by, std::string_view how) {
    return fmt::format("{}, {}: {}", date, written_name(by), how);
}

bool is_line(std::string_view text) {
    return !text.empty() && text.find_first_of("\r\n") == std::string_view::npos;
}

std::vector<Value> column_values(const Document& document, std::string_view column) {
    std::vector<Value> values;
    if (column == kRightsDetermination) {
        for (const Rights& rights : document.rights)
            for (const Determination& each : rights.determinations)
                values.push_back({State::stated, words_of(each.date, each.by, each.words)});
        return values;
    }
    for (const Note& note : document.notes)
        if (note.type.starts_with(kNoteType))
            values.push_back(
                {State::stated,
                 fmt::format("{}: {}", note.type.substr(kNoteType.size()), note.words)});
    return values;
}

/// Where a determination goes.
Rights& rights_of(Document& document, std::string_view origin) {
    if (Rights* own = block_of(document, origin)) return *own;
    for (Rights& rights : document.rights)
        if (rights.covers != RightsCovers::metadata && has_answer(rights)) return rights;
    Rights fresh;
    fresh.scope = RightsScope::item;
    return *document.rights.insert(document.rights.begin(), std::move(fresh));
}

}  // namespace

bool is_decision_column(std::string_view column) {
    return column == kRightsDetermination || column == kDecision;
}

Value write_decision(const Decision& decision) {
    std::string words = words_of(decision.date, decision.by, decision.how);
    if (!decision.field.empty()) words = fmt::format("{}: {}", decision.field, words);
    return {State::stated, std::move(words)};
}

std::optional<Decision> read_decision(std::string_view column, const Value& value) {
    if (value.state != State::stated) return std::nullopt;
    std::string_view rest = value.words;
    Decision decision;
    if (column == kDecision) {
        const auto field = take_until(rest, ": ");
        if (!field || !is_line(*field)) return std::nullopt;
        decision.field = *field;
    }
    const auto date = take_until(rest, ", ");
    if (!date) return std::nullopt;
    decision.date = date->starts_with(kEdtf) ? date->substr(kEdtf.size()) : *date;
    const auto by = take_name(rest);
    if (!by) return std::nullopt;
    decision.by = *by;
    decision.how = metadata::trim(rest);
    if (!base::is_edtf(decision.date) || !is_line(decision.by) || decision.how.empty())
        return std::nullopt;
    return decision;
}

std::string decisions_cell(const Document& document, std::string_view column) {
    const auto values = column_values(document, column);
    return values.empty() ? write_cell({Value{State::absent, {}}}) : write_cell(values);
}

void add_decisions(Document& document, const std::vector<Decision>& decisions, const Place& place) {
    for (const Decision& decision : decisions) {
        const auto column = decision.field.empty() ? kRightsDetermination : kDecision;
        const auto known = column_values(document, column);
        if (std::ranges::find(known, write_decision(decision)) != known.end()) continue;
        if (decision.field.empty())
            rights_of(document, place.origin)
                .determinations.push_back({decision.by, decision.date, decision.how});
        else
            metadata::put_note(document, fmt::format("{}{}", kNoteType, decision.field),
                               {words_of(decision.date, decision.by, decision.how), place});
    }
}

}  // namespace solander::table
