// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <solander/document.h>

namespace solander::fuzz {

/// A document that says something of every field that a record table has, read from `path`.
Document sample_document(std::string_view path);

}  // namespace solander::fuzz
