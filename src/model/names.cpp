// SPDX-License-Identifier: Apache-2.0
#include "model/names.h"

namespace solander {

std::string_view file_role_name(FileRole role) {
    return model::name_of(role);
}

std::string_view holding_state_name(HoldingState state) {
    return model::name_of(state);
}

}  // namespace solander
