// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "audit/profile.h"

namespace solander::audit {

namespace {

// The six that are essential for exchange. The sixth, the level, every record has.
constexpr std::array<Required, 5> kRequired{"identifier", "title", "creator", "date", "extent"};

constexpr std::array<StatedLevel, 3> kLevels{{{"REC003", AuditLevel::error},
                                              {"ACC008", AuditLevel::warning},
                                              {"SRC004", AuditLevel::warning}}};

}  // namespace

extern const Profile isadg;
const Profile isadg{
    .info = {.name = "isadg",
             .version = "1",
             .title = "General International Standard Archival Description, essential elements",
             .source = "ISAD(G), 2nd edition, I.12 and 3.1 to 3.5"},
    .levels = kLevels,
    .required = kRequired,
};

}  // namespace solander::audit
