// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <solander/document.h>

#include "pack/name_template.h"

namespace solander::pack {

/// What a record says that can name a package: the date of creation as EDTF, the title, the id of
/// the record, else another identifier. `file` is the path of the document's file, or what it is
/// about; without an identifier its name stands for one. The number is not filled in.
NameFields name_fields(const Document& document, std::string_view file);

}  // namespace solander::pack
