// SPDX-License-Identifier: Apache-2.0
#include "report/audit_uri.h"

#include <filesystem>
#include <iterator>

#include <fmt/format.h>

#include "base/decimal.h"

namespace solander::report {

namespace {

bool stays(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || base::is_digit(c) ||
           std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string uri_of_path(std::string_view path) {
    const std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
    std::string uri = normal.is_absolute() ? "file://" : "";
    for (const char c : normal.generic_string()) {
        if (stays(c))
            uri += c;
        else
            fmt::format_to(std::back_inserter(uri), "%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

}  // namespace solander::report
