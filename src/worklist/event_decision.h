// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <solander/custody.h>
#include <solander/handover.h>

namespace solander::worklist {

inline constexpr std::string_view kDeterminationEvent = "rights-determination";

/// What such an event says.
RightsDecision decision_in(const EventReport& event);

}  // namespace solander::worklist
