// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::audit {

/// The words of an English text that say of this very work that it is an orphan, or that whoever
/// holds its rights was looked for and not found; empty if none do. What holds only if something
/// is so (`where holders could not be traced`) says nothing, nor does that no holder is known:
/// there may be none.
std::string_view unlocated_holder(std::string_view text);

}  // namespace solander::audit
