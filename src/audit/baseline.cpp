// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include <solander/audit_baseline.h>

#include "audit/words.h"
#include "base/decimal.h"
#include "base/escape.h"
#include "base/try.h"

namespace solander {

namespace {

constexpr std::string_view kHeading =
    "# solander audit baseline: fingerprints of findings that were known before, which are told "
    "and "
    "do not fail\n";
/// Of the text that fingerprints are digests of: src/audit/fingerprint.cpp.
constexpr std::string_view kVersion = "v1:";
constexpr std::size_t kDigits = 64;

bool is_digest(std::string_view text) {
    return text.size() == kDigits && std::ranges::all_of(text, [](char c) {
               return base::is_digit(c) || (c >= 'a' && c <= 'f');
           });
}

bool has_other_version(std::string_view line) {
    const std::size_t colon = line.find(':');
    return line.starts_with('v') && colon != std::string_view::npos &&
           base::parse_decimal(line.substr(1, colon - 1)).has_value();
}

Result<std::string> fingerprint_in(std::string_view line) {
    if (line.starts_with(kVersion) && is_digest(line.substr(kVersion.size())))
        return std::string(line.substr(kVersion.size()));
    const std::string shown = base::printable(audit::shortened(line));
    if (!line.starts_with(kVersion) && has_other_version(line))
        return Error(
            ErrorCode::format,
            fmt::format("'{}' is a fingerprint of another version, and this solander knows "
                        "{} only: write the baseline anew with it",
                        shown, kVersion.substr(0, kVersion.size() - 1)));
    return Error(ErrorCode::format,
                 fmt::format("'{}' is no fingerprint, such as {}5f2c… with {} digits", shown,
                             kVersion, kDigits));
}

}  // namespace

Result<AuditBaseline> parse_audit_baseline(std::string_view text) {
    std::vector<std::pair<std::string, std::size_t>> found;
    for (std::size_t line = 1; !text.empty(); ++line) {
        std::string_view words = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), words.size() + 1));
        if (words.ends_with('\r')) words.remove_suffix(1);  // as a checkout on Windows has it
        if (words.empty() || words.starts_with('#')) continue;
        auto fingerprint = fingerprint_in(words);
        if (!fingerprint) return fingerprint.error().in(fmt::format("line {}", line));
        found.emplace_back(*std::move(fingerprint), line);
    }
    std::ranges::sort(found);
    AuditBaseline baseline;
    for (auto& [fingerprint, line] : found) {
        // Two branches that are merged may both have added it.
        if (!baseline.fingerprints.empty() && baseline.fingerprints.back() == fingerprint) continue;
        baseline.fingerprints.push_back(std::move(fingerprint));
        baseline.lines.push_back(line);
    }
    return baseline;
}

std::string write_audit_baseline(std::vector<std::string> fingerprints) {
    std::ranges::sort(fingerprints);
    fingerprints.erase(std::unique(fingerprints.begin(), fingerprints.end()), fingerprints.end());
    std::string text(kHeading);
    text.reserve(text.size() + fingerprints.size() * (kVersion.size() + kDigits + 1));
    for (const std::string& fingerprint : fingerprints)
        text.append(kVersion).append(fingerprint).append(1, '\n');
    return text;
}

std::vector<std::string> audit_fingerprints(const AuditReport& report) {
    std::vector<std::string> all;
    for (const AuditFinding& finding : report.findings)
        if (!finding.accepted)
            all.insert(all.end(), finding.record_fingerprints.begin(),
                       finding.record_fingerprints.end());
    return all;
}

std::vector<std::size_t> absent_findings(const AuditBaseline& baseline, const AuditReport& report) {
    std::unordered_set<std::string_view> found;
    for (const AuditFinding& finding : report.findings)
        found.insert(finding.record_fingerprints.begin(), finding.record_fingerprints.end());
    std::vector<std::size_t> absent;
    for (std::size_t i = 0; i < baseline.fingerprints.size(); ++i)
        if (!found.contains(baseline.fingerprints[i])) absent.push_back(i);
    return absent;
}

}  // namespace solander
