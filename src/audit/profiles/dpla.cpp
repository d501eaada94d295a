// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "audit/profile.h"

namespace solander::audit {

namespace {

// What its hubs add themselves (data provider, address of the page, id) is no part of the record.
constexpr std::array<Required, 1> kRequired{"title"};

constexpr std::array<StatedLevel, 6> kLevels{{{"REC003", AuditLevel::error},
                                              {"RGT001", AuditLevel::error},
                                              {"RGT002", AuditLevel::note},
                                              {"RGT003", AuditLevel::error},
                                              {"RGT004", AuditLevel::error},
                                              {"AGG001", AuditLevel::error}}};

}  // namespace

extern const Profile dpla;
const Profile dpla{
    .info = {.name = "dpla",
             .version = "1",
             .title = "What the Digital Public Library of America takes from its hubs",
             .source = "dpla/ingestion3 1d1dbae5"},
    .levels = kLevels,
    .required = kRequired,
};

}  // namespace solander::audit
