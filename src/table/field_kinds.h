// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "metadata/field.h"

namespace solander::table {

/// Fields of which a document may have several answers that all hold.
bool takes_several(metadata::Field field);
bool is_date_field(metadata::Field field);
/// Fields whose values have a type or a role in front.
bool is_typed(metadata::Field field);
/// Fields in blocks of rights, and funders, which are in credits.
bool is_grouped(metadata::Field field);

}  // namespace solander::table
