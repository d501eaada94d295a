// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::pack {

/// Words to be compared with others of the same record: pages and exports break lines and hyphens
/// anew, and print quotation marks their own way, so white space is left out and quotation marks
/// are straight.
std::string comparable(std::string_view words);

/// `'…what is here' here, '…what is there' there`: of long words, only from a little before the
/// place where they part. Fit for a terminal.
std::string here_and_there(std::string_view here, std::string_view there);

}  // namespace solander::pack
