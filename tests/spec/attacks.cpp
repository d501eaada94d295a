// SPDX-License-Identifier: Apache-2.0
#include "attacks.h"

namespace solander::test {

std::vector<Attack> attacks() {
    std::vector<Attack> all;
    for (const auto* some : {&attacks_on_packages(), &attacks_on_keys(), &attacks_on_custody()})
        all.insert(all.end(), some->begin(), some->end());
    return all;
}

}  // namespace solander::test
