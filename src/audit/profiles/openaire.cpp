// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "audit/profile.h"

namespace solander::audit {

namespace {

constexpr std::array<Required, 6> kRequired{"title", "creator", "date|publication-date",
                                            "type",  "access",  "identifier"};

// One of four terms of access, two dates of an embargo, and funders with what they are known by.
constexpr std::array<StatedLevel, 9> kLevels{{{"REC003", AuditLevel::error},
                                              {"AGG003", AuditLevel::error},
                                              {"ACC001", AuditLevel::error},
                                              {"ACC002", AuditLevel::error},
                                              {"ACC004", AuditLevel::error},
                                              {"ACC005", AuditLevel::error},
                                              {"FND004", AuditLevel::warning},
                                              {"FND005", AuditLevel::error},
                                              {"FND008", AuditLevel::error}}};

}  // namespace

extern const Profile openaire;
const Profile openaire{
    .info = {.name = "openaire",
             .version = "1",
             .title = "What OpenAIRE takes from repositories: access terms, embargoes, funding",
             .source = "OpenAIRE Guidelines for Literature Repository Managers v4"},
    .levels = kLevels,
    .required = kRequired,
};

}  // namespace solander::audit
