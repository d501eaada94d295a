// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::report {

/// The style of an audit's page: light and dark as the reader has it, a form for paper, and a
/// filter that needs no script: a level that a link leads to hides the others.
std::string_view audit_style();

}  // namespace solander::report
