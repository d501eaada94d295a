// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "audit/profile.h"

namespace solander::audit {

namespace {

// The single-level minimum. Its identity statement and the conditions of access are obligatory.
constexpr std::array<Required, 9> kRequired{"identifier",  "original-archive", "title",
                                            "date",        "extent",           "creator",
                                            "description", "access",           "language"};

constexpr std::array<StatedLevel, 1> kLevels{{{"REC003", AuditLevel::error}}};

}  // namespace

extern const Profile dacs;
const Profile dacs{
    .info = {.name = "dacs",
             .version = "1",
             .title = "Describing Archives: A Content Standard, single-level minimum",
             .source = "DACS 2022, chapter 1 and elements 2.1 to 6.1"},
    .levels = kLevels,
    .required = kRequired,
};

}  // namespace solander::audit
