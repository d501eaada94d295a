// SPDX-License-Identifier: Apache-2.0
#include "model/event.h"

#include <fmt/format.h>

namespace solander::model {

std::string event_file_name(const Event& event) {
    return fmt::format("{:04}-{}.xml", event.seq, name_of(event.type));
}

}  // namespace solander::model
