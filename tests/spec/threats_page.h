// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace solander::test {

/// The parts of docs/threats.md that are made of the attacks and of the rows of the matrix: from
/// the heading "Answered" to the heading "Not answered yet".
std::string threats_tables();

}  // namespace solander::test
