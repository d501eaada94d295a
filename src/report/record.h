// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <solander/verify.h>

namespace solander::report {

// What a package says, for showing. `report` must have a manifest; whether it is verified stands
// first in every form.

/// The records of one document with its files in their order, or (`document` empty) of all
/// documents, and the files of none.
std::string show_text(const Report& report, std::string_view document);
std::string show_json(const Report& report, std::string_view document);

/// The files; `with_details` adds digest, document, role, order, media type and
/// original name.
std::string list_text(const Report& report, bool with_details);
std::string list_json(const Report& report);

/// In one line: whose word the manifest is, or that nothing vouches for it.
std::string standing(const Report& report);

}  // namespace solander::report
