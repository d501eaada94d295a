// SPDX-License-Identifier: Apache-2.0
#include "custody/folder.h"
#include "properties/statement_trip.h"
#include "properties/target.h"

namespace solander::fuzz {

namespace {

Broken check(std::string_view input) {
    static const StatementKind<model::Event> kKind{"custody-1.xsd", format::read_event,
                                                   format::write_event};
    const auto event = format::read_event(base::as_bytes(input), base::Limits{});
    if (!event) return check_refusal(event.error());
    const auto name = custody::parse_file_name(model::event_file_name(*event));
    if (!name || name->seq != event->seq || !name->label.empty())
        return fmt::format("no file can have the event's name: {}",
                           base::printable(model::event_file_name(*event)));
    return check_statement(kKind, input, *event);
}

}  // namespace

extern const Target event;
const Target event{.name = "event", .check = check, .is_xml = true};

}  // namespace solander::fuzz
