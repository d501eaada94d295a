// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <solander/error.h>

#include "metadata/reader.h"
#include "properties/target.h"

namespace solander::fuzz {

/// Words for a person: some, on one line, fit for a terminal. `what` says whose they are.
Broken check_words(std::string_view what, std::string_view words);

/// An input can be no record, or beyond a limit. That it is anything else is nobody's fault but
/// ours.
Broken check_error(const Error& error);

/// A remark of a reading, or a finding in a record table. The place may have what a terminal may
/// not: it is as manifests have it.
Broken check_remark(std::string_view code, std::string_view at, std::string_view words);

}  // namespace solander::fuzz
