// SPDX-License-Identifier: Apache-2.0
#include "worklist/event_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "table/field_kinds.h"
#include "table/field_values.h"

namespace solander::worklist {

namespace {

using metadata::Field;

constexpr std::string_view kStays = " stays as it is";

std::string words_of(const table::Value& value) {
    return value.state == State::stated ? value.words : table::write_value(value);
}

bool is_absence(const table::Value& value) {
    return value.state == State::stated_unknown || value.state == State::stated_none;
}

/// The values that words say in the form of a cell: `[unknown: lost in 1944]`.
std::vector<table::Value> absences_in(std::string_view words) {
    auto values = table::read_cell(words);
    if (!std::ranges::all_of(values, is_absence)) values.clear();
    return values;
}

}  // namespace

std::string event_words(const WorklistDecision& decision) {
    if (decision.kind == WorklistDecision::Kind::keep)
        return decision.value.empty()
                   ? fmt::format("{}{}", decision.field, kStays)
                   : fmt::format("{}{}: {}", decision.field, kStays, decision.value);
    std::string words;
    for (const table::Value& value : table::read_cell(decision.cell))
        words += (words.empty() ? "" : "; ") + words_of(value);
    return decision.field == "rights" ? words : fmt::format("{}: {}", decision.field, words);
}

std::optional<EventValue> value_in_event(std::string_view words) {
    EventValue said;
    said.is_plain = true;
    for (const Field field : table::columns()) {
        const std::string_view name = metadata::field_name(field);
        if (!table::is_grouped(field) || field == Field::funder || !words.starts_with(name))
            continue;
        const std::string_view rest = words.substr(name.size());
        if (rest.starts_with(kStays)) return std::nullopt;
        if (!rest.starts_with(": ")) continue;
        said.field = field;
        said.is_plain = false;
        words = rest.substr(2);
        break;
    }
    said.values = absences_in(words);
    if (!said.values.empty()) {
        said.is_plain = false;
        return said;
    }
    // A URI has a place of its own in the event.
    if (words.empty() || said.field == Field::rights_uri) return std::nullopt;
    said.values = {{State::stated, std::string(words)}};
    return said;
}

}  // namespace solander::worklist
