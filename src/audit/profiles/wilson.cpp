// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "audit/profile.h"

namespace solander::audit {

namespace {

using Name = std::string_view;

constexpr std::array<Required, 2> kRequired{"title", "date"};

// Labels of these fields stand on every page; few documents have values for all of them.
constexpr std::array<StatedLevel, 6> kLevels{{{"REC002", AuditLevel::warning},
                                              {"REC002", AuditLevel::note, "subject"},
                                              {"REC002", AuditLevel::note, "subject-agent"},
                                              {"REC002", AuditLevel::note, "subject-place"},
                                              {"REC002", AuditLevel::note, "relation"},
                                              {"RGT009", AuditLevel::review}}};

constexpr std::array<Name, 5> kPublishers{
    "Wilson Center Digital Archive", "Woodrow Wilson Center Digital Archive",
    "History and Public Policy Program Digital Archive",
    "History and Public Policy Program Digital Archive, Woodrow Wilson Center",
    "Cold War International History Project"};

constexpr std::array<Name, 1> kHosts{"digitalarchive.wilsoncenter.org"};

}  // namespace

extern const Profile wilson;
const Profile wilson{
    .info = {.name = "wilson",
             .version = "1",
             .title = "Captures of the Wilson Center Digital Archive",
             .source = "its pages from 2012 to 2026"},
    .levels = kLevels,
    .required = kRequired,
    .publishers = kPublishers,
    .hosts = kHosts,
};

}  // namespace solander::audit
