// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <gtest/gtest.h>

namespace solander::test {

/// Whether a JSON Schema validator that we did not write is installed.
bool has_schema_validator();

/// Holds `json` against schemas/`schema`.
testing::AssertionResult is_valid(const std::string& json, const std::string& schema);

}  // namespace solander::test

#define SOLANDER_NEEDS_SCHEMA_VALIDATOR()          \
    if (!::solander::test::has_schema_validator()) \
    GTEST_SKIP() << "python3-jsonschema is not installed"
