// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "xml/scanner.h"

namespace solander::xml::test {

struct ScannerCase {
    const char* name = "";
    std::string text;
    std::optional<ScanProblem::Kind> problem;  ///< Nothing: the text is within the profile.
};

inline void PrintTo(const ScannerCase& row, std::ostream* out) {
    *out << row.name;
}

/// Good and bad texts for every clause of the profile. Depth is at most 4 in them.
std::vector<ScannerCase> scanner_cases();

}  // namespace solander::xml::test
