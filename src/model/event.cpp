// SPDX-License-Identifier: Apache-2.0
#include "model/event.h"

#include <utility>

#include <fmt/format.h>

namespace solander::model {

namespace {

template <std::size_t... Types>
EventBody body_of(EventType type, std::index_sequence<Types...>) {
    EventBody body;
    static_cast<void>(
        ((static_cast<std::size_t>(type) == Types && (body.emplace<Types>(), true)) || ...));
    return body;
}

}  // namespace

EventBody empty_body(EventType type) {
    return body_of(type, std::make_index_sequence<std::variant_size_v<EventBody>>());
}

std::string_view premis_event_type(EventType type) {
    // A cancelled release is still a transfer, as an outcome says; who refuses, or confirms that
    // nothing was taken, decides on accepting responsibility, which PREMIS calls appraisal.
    static constexpr std::array<std::string_view, 10> kCodes{"ipc", "tra", "acc", "app", "tra",
                                                             "app", "mem", "fix", "mem", "rep"};
    return kCodes.at(static_cast<std::size_t>(type));
}

std::string event_file_name(const Event& event) {
    return fmt::format("{:04}-{}.xml", event.seq, name_of(event.type()));
}

}  // namespace solander::model
