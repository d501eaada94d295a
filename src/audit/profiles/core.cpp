// SPDX-License-Identifier: Apache-2.0
#include "audit/profile.h"

namespace solander::audit {

extern const Profile core;
const Profile core{
    .info = {.name = "core",
             .version = "1",
             .title = "What holds of any record: contradictions, form, blanks",
             .source = "the rules' own levels"},
    .states_defaults = true,
};

}  // namespace solander::audit
