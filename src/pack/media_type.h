// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::pack {

/// The media type that goes with a file name: by its extension, from a table that is part of the
/// format's version (docs/format.md, "Media types"), so that the same names always give the same
/// manifest. Never by content.
std::string_view media_type_of(std::string_view path);

}  // namespace solander::pack
