// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "audit/profile.h"

namespace solander::audit {

namespace {

constexpr std::array<Required, 2> kRequired{"title|description", "subject|type|date|subject-place"};

constexpr std::array<StatedLevel, 6> kLevels{{{"REC003", AuditLevel::error},
                                              {"RGT002", AuditLevel::error},
                                              {"RGT003", AuditLevel::error},
                                              {"RGT004", AuditLevel::error},
                                              {"RGT005", AuditLevel::error},
                                              {"AGG001", AuditLevel::error}}};

}  // namespace

extern const Profile europeana;
const Profile europeana{
    .info = {.name = "europeana",
             .version = "1",
             .title = "What Europeana takes in EDM: exactly one rights URI, letter for letter",
             .source = "europeana/metis-schema a62d309"},
    .levels = kLevels,
    .required = kRequired,
};

}  // namespace solander::audit
