// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <solander/document.h>

namespace solander::metadata {

/// Says of every required field that nothing speaks of that its first origin does not have it.
/// A document without origins stays as it is.
void state_absences(Document& document);

/// The same for one block of rights, in the name of `origin`.
void state_absences(Rights& rights, std::string_view origin);

}  // namespace solander::metadata
