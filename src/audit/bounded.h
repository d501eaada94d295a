// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <solander/audit.h>

namespace solander::audit {

/// How many values of one field rules look at. Some hold each value against each other, and a
/// record of a few pages can have thousands.
inline constexpr std::size_t kMostValues = 100;

/// The record with the first values of each field, and in `shortened` the fields that have more;
/// nothing where none has, which is to say nearly always.
std::optional<AuditRecord> bounded(const AuditRecord& record);

}  // namespace solander::audit
