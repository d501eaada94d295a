// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::audit {

/// What a finding is known by from one audit to the next, in hex. Nothing of where it stands, nor
/// of how it is worded: a line that moves, or a better sentence, makes no new finding of it.
std::string fingerprint(std::string_view rule, std::string_view record, std::string_view field,
                        std::string_view value);

}  // namespace solander::audit
