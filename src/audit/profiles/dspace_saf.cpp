// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "audit/profile.h"

namespace solander::audit {

namespace {

// The import itself asks for no field; an item without a title cannot be found in DSpace.
constexpr std::array<Required, 1> kRequired{"title"};

constexpr std::array<StatedLevel, 2> kLevels{
    {{"REC003", AuditLevel::error}, {"CSV003", AuditLevel::error}}};

}  // namespace

extern const Profile dspace_saf;
const Profile dspace_saf{
    .info = {.name = "dspace-saf",
             .version = "1",
             .title = "What DSpace imports of items in its Simple Archive Format",
             .source = "DSpace ItemImportServiceImpl and its registry of metadata"},
    .levels = kLevels,
    .required = kRequired,
};

}  // namespace solander::audit
