// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::fuzz {

/// The tar with the checksum of every header made right: a fuzzer would hardly come by one, and
/// nobody who attacks is held up by it.
std::string with_checksums(std::string_view tar);

}  // namespace solander::fuzz
