// SPDX-License-Identifier: Apache-2.0
#include "audit/profile.h"

namespace solander::audit {

extern const Profile strict;
const Profile strict{
    .info = {.name = "strict",
             .version = "1",
             .title = "With any other: what would be a warning is an error",
             .source = "the rules' own levels"},
    .raises_warnings = true,
};

}  // namespace solander::audit
