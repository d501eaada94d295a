// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::report {

/// A path as a relative URI reference (RFC 3986), `file:///…` of an absolute one. Every byte that
/// is neither unreserved nor a slash is percent-encoded, so it is neither scheme nor query whatever
/// the file is called. `.` segments are dropped.
std::string uri_of_path(std::string_view path);

}  // namespace solander::report
