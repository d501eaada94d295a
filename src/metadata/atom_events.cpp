// SPDX-License-Identifier: Apache-2.0
#include "metadata/atom_events.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/edtf.h"
#include "base/utf8.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

namespace {

enum Part : std::size_t { types, actors, dates, starts, ends, histories };
constexpr std::array<std::string_view, 6> kHeadings = {"eventTypes",    "eventActors",
                                                       "eventDates",    "eventStartDates",
                                                       "eventEndDates", "eventActorHistories"};

/// Reading rule: docs/metadata.md, "Rules of AtoM".
constexpr std::string_view kDateFromEnds = "atom.date-from-ends";

/// The values of one row, by column; a column that the row does not have has none.
struct EventCells {
    std::array<const Cell*, kHeadings.size()> cells{};
    std::array<std::vector<std::string_view>, kHeadings.size()> values;

    /// Nothing where the cell has no such value.
    std::optional<std::string_view> value(Part part, std::size_t event) const {
        if (event >= values.at(part).size()) return std::nullopt;
        return values.at(part)[event];
    }
};

EventCells event_cells(const Table& table, const Row& row) {
    EventCells found;
    for (const Cell& cell : row.cells) {
        const std::string heading = table.heading(cell.column);
        const auto* part = std::ranges::find(kHeadings, std::string_view(heading));
        if (part == kHeadings.end()) continue;
        const auto index = static_cast<std::size_t>(part - kHeadings.begin());
        found.cells.at(index) = &cell;
        found.values.at(index) = split_values(cell.text);
    }
    return found;
}

bool is_date_said(std::optional<std::string_view> words) {
    return words && state_of(*words) == State::stated;
}

/// What two ends mean together; nothing if either is no date.
std::optional<std::string> edtf_from_ends(std::optional<std::string_view> start,
                                          std::optional<std::string_view> end) {
    auto first = start ? edtf_from_atom(*start) : std::nullopt;
    if (!first || !is_date_said(end)) return first;
    const auto last = edtf_from_atom(*end);
    if (!last) return std::nullopt;
    if (*first == *last) return first;
    auto interval = fmt::format("{}/{}", *first, *last);
    if (!base::is_edtf(interval)) return std::nullopt;
    return interval;
}

class Events {
public:
    Events(Document& document, const Table& table, const EventCells& cells,
           std::vector<Remark>& remarks)
        : document_(document), table_(table), cells_(cells), remarks_(remarks) {}

    void put(std::size_t event) {
        const auto type = on_one_line(cells_.value(types, event).value_or(std::string_view()));
        const std::string folded = base::fold_case(type);
        const bool is_creation = folded == "creation" || state_of(type) == State::blank;
        if (cells_.value(actors, event))
            metadata::put(document_, is_creation ? Field::creator : Field::contributor,
                          said(actors, event), is_creation ? "" : type);
        if (is_creation) {
            put_date(event, Field::date);
        } else if (folded == "publication") {
            put_date(event, Field::publication_date);
        } else {
            for (const Part part : {dates, starts, ends}) put_part_note(part, event, type);
        }
        put_part_note(histories, event, "");
    }

private:
    Said said(Part part, std::size_t event) const {
        Said result = said_in(table_, *cells_.cells.at(part), OriginKind::hand_over);
        result.words = *cells_.value(part, event);
        return result;
    }

    /// The words of a date are those under eventDates, else its start. What they mean is told by
    /// themselves, else by start and end, which are kept as they stand in any case.
    void put_date(std::size_t event, Field field) {
        const bool has_words = is_date_said(cells_.value(dates, event));
        const bool has_start = is_date_said(cells_.value(starts, event));
        put_part_note(ends, event, "");
        if (has_words || !has_start) put_part_note(starts, event, "");
        if (!has_words && has_start) put_part_note(dates, event, "");
        if (!has_start && !cells_.value(dates, event)) return;
        metadata::put(document_, field, said(has_words || !has_start ? dates : starts, event));
        DateStatement& date = document_.dates.back();
        if (date.edtf.empty() && date.state == State::stated) {
            date.edtf =
                edtf_from_ends(cells_.value(starts, event), cells_.value(ends, event)).value_or("");
            if (!date.edtf.empty()) date.place.rule = kDateFromEnds;
        }
        if (date.edtf.empty() && date.state == State::stated)
            remarks_.push_back({"record.date-as-words", date.place.at,
                                "is no date with one plain meaning, so it is kept as words"});
    }

    void put_part_note(Part part, std::size_t event, const std::string& type) {
        if (!cells_.value(part, event)) return;
        const auto name = kHeadings.at(part);
        put_note(document_, type.empty() ? std::string(name) : fmt::format("{}: {}", name, type),
                 said(part, event));
    }

    Document& document_;
    const Table& table_;
    const EventCells& cells_;
    std::vector<Remark>& remarks_;
};

}  // namespace

std::vector<std::string_view> split_values(std::string_view cell) {
    std::vector<std::string_view> values;
    for (;;) {
        const auto bar = std::min(cell.find('|'), cell.size());
        values.push_back(trim(cell.substr(0, bar)));
        if (bar == cell.size()) return values;
        cell.remove_prefix(bar + 1);
    }
}

std::optional<std::string> edtf_from_atom(std::string_view date) {
    while (date.ends_with("-00")) date.remove_suffix(3);
    if (!base::is_edtf(date)) return std::nullopt;
    return std::string(date);
}

bool is_event_column(std::string_view heading) {
    return std::ranges::find(kHeadings, heading) != kHeadings.end();
}

void put_events(Document& document, const Table& table, const Row& row,
                std::vector<Remark>& remarks) {
    const EventCells cells = event_cells(table, row);
    std::size_t count = 0;
    for (const auto& values : cells.values) count = std::max(count, values.size());
    for (const auto* cell : cells.cells) {
        if (cell == nullptr || cell->text.empty()) continue;
        if (split_values(cell->text).size() != count) {
            remarks.push_back({"atom.events-differ", cell->place(),
                               fmt::format("has another number of values than the {} events of "
                                           "its row: which is of which is uncertain",
                                           count)});
        }
    }
    Events events(document, table, cells, remarks);
    for (std::size_t event = 0; event < count; ++event) events.put(event);
}

}  // namespace solander::metadata
