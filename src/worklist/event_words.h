// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/worklist.h>

#include "metadata/field.h"
#include "table/cell.h"

namespace solander::worklist {

/// What the event of a decision says was decided.
std::string event_words(const WorklistDecision& decision);

/// What a field of rights is to say, by the words of an event.
struct EventValue {
    metadata::Field field = metadata::Field::rights;
    std::vector<table::Value> values = {};
    bool is_plain = false;  ///< Words that name no field and no state.
};

/// Reads what event_words() wrote, or somebody who recorded a decision by hand. Nothing, where the
/// record stays as it is, and where the words say no value of a field that tables have.
std::optional<EventValue> value_in_event(std::string_view words);

}  // namespace solander::worklist
