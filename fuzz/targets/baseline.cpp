// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include <solander/audit_baseline.h>

#include "properties/target.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

std::string_view line_of(std::string_view text, std::size_t number) {
    for (std::size_t line = 1; line < number && !text.empty(); ++line)
        text.remove_prefix(std::min(text.size(), text.substr(0, text.find('\n')).size() + 1));
    return text.substr(0, text.find('\n'));
}

Broken check(std::string_view input) {
    const auto baseline = parse_audit_baseline(input);
    if (!baseline) return check_error(baseline.error());
    if (baseline->lines.size() != baseline->fingerprints.size())
        return "a fingerprint has no line, or a line no fingerprint";
    for (std::size_t i = 0; i < baseline->fingerprints.size(); ++i)
        if (!line_of(input, baseline->lines[i]).starts_with("v1:" + baseline->fingerprints[i]))
            return fmt::format("a fingerprint does not stand on line {}", baseline->lines[i]);
    const std::string written = write_audit_baseline(baseline->fingerprints);
    const auto again = parse_audit_baseline(written);
    if (!again) return fmt::format("a baseline is written as none: {}", again.error().message());
    if (again->fingerprints != baseline->fingerprints) return "a baseline is written as another";
    return std::nullopt;
}

}  // namespace

extern const Target baseline;
const Target baseline{.name = "baseline", .check = check};

}  // namespace solander::fuzz
