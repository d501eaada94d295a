// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace solander::audit {

/// A text that this program knows without a configuration, by digests of its words. All of them are
/// about collections, and leave the status of the single item open.
struct BuiltInText {
    std::string_view name;
    std::string_view contact;
    std::span<const std::uint32_t> words;
};

std::span<const BuiltInText> built_in_texts();

}  // namespace solander::audit
