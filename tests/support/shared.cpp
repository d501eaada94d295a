// SPDX-License-Identifier: Apache-2.0
#include "support/shared.h"

namespace solander::test {

std::filesystem::path source_root() {
    return SOLANDER_SOURCE_DIR;
}

std::filesystem::path shared_root() {
    return source_root().parent_path() / "shared";
}

}  // namespace solander::test
