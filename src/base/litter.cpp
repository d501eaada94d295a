// SPDX-License-Identifier: Apache-2.0
#include "base/litter.h"

namespace solander::base {

std::string litter_hint(std::string_view path) {
    const auto name = path.substr(path.find_last_of('/') + 1);
    const bool is_litter = name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" ||
                           name.starts_with("._");
    return is_litter ? ": litter of a file manager, which can be deleted" : "";
}

}  // namespace solander::base
