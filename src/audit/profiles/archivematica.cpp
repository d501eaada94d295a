// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "audit/profile.h"

namespace solander::audit {

namespace {

// It requires no field, and stops at a table that it cannot read. Acts may be any words there.
constexpr std::array<StatedLevel, 3> kLevels{{{"ACC006", AuditLevel::error, "grant-restriction"},
                                              {"CSV004", AuditLevel::error},
                                              {"REC005", AuditLevel::warning}}};

}  // namespace

extern const Profile archivematica;
const Profile archivematica{
    .info = {.name = "archivematica",
             .version = "1",
             .title = "What Archivematica imports of metadata.csv and rights.csv",
             .source = "artefactual/archivematica 05c0bc72"},
    .levels = kLevels,
};

}  // namespace solander::audit
