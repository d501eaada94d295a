// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include <solander/document.h>

#include "metadata/field.h"

namespace solander::fuzz {

/// A document that says something of every field that a record table has, read from `path`.
Document sample_document(std::string_view path);

/// A document that says something of these fields, and of all others that they are absent.
Document sample_document(std::string_view path, std::span<const metadata::Field> fields);

}  // namespace solander::fuzz
