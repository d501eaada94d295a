// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/audit_words.h"
#include "report/emitter.h"

namespace solander::report {

namespace {

// Workflow commands of GitHub Actions: `::error file=,line=,endLine=,title=::message`. A line of
// the log that begins with `::` is one, so every line here begins with our own words.

/// GitHub shows this many of a kind for each step, and says nothing of the others.
constexpr std::size_t kShown = 10;

enum class Kind { error, warning, notice };
constexpr std::array<std::string_view, 3> kKinds{"error", "warning", "notice"};

Kind kind_of(const AuditFinding& finding) {
    if (!finding.counts()) return Kind::notice;
    if (finding.level == AuditLevel::error) return Kind::error;
    return finding.level == AuditLevel::warning ? Kind::warning : Kind::notice;
}

/// Text within a command: nothing in it ends a line, or what stands before it.
std::string escaped(std::string_view text, std::string_view also = {}) {
    std::string out;
    for (const char c : base::printable(text)) {
        if (c == '%' || also.find(c) != std::string_view::npos)
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out;
}

std::string property(std::string_view text) {
    return escaped(text, ":,");
}

std::string place_of(const std::string& file, std::string_view at) {
    std::string text = file.empty() ? "" : fmt::format("file={},", property(file));
    if (const auto lines = line_range(at))
        text += fmt::format("line={},endLine={},", lines->first, lines->last);
    return text;
}

std::string command(const AuditFinding& finding, const std::string& file) {
    const std::string standing = standing_text(finding);
    const std::string title = fmt::format("{} {}{}", finding.rule, audit_level_name(finding.level),
                                          standing.empty() ? "" : fmt::format(", {}", standing));
    const auto lines = line_range(finding.at);
    const std::string where =
        lines || finding.at.empty() ? "" : fmt::format("{}: ", finding.at);  // no line to show it
    return fmt::format("::{} {}title={}::{}\n",
                       kKinds.at(static_cast<std::size_t>(kind_of(finding))),
                       place_of(file, finding.at), property(title), escaped(where + told(finding)));
}

/// Those that count first, the worst of them first; else as in the report.
std::vector<const AuditFinding*> sorted(const AuditReport& report) {
    std::vector<const AuditFinding*> findings;
    for (const AuditFinding& finding : report.findings) findings.push_back(&finding);
    std::ranges::stable_sort(findings, [](const AuditFinding* a, const AuditFinding* b) {
        return std::make_pair(!a->counts(), a->level) < std::make_pair(!b->counts(), b->level);
    });
    return findings;
}

std::string emit(const AuditOutcome& outcome, bool) {
    std::array<std::size_t, kKinds.size()> shown{};
    std::size_t left_out = 0;
    const auto has_room = [&shown, &left_out](Kind kind) {
        const bool is_shown = ++shown.at(static_cast<std::size_t>(kind)) <= kShown;
        if (!is_shown) ++left_out;
        return is_shown;
    };
    std::string text;
    for (const Unaudited& each : outcome.unaudited)
        if (has_room(Kind::error))
            text += fmt::format("::error {}title=not audited::{}\n", place_of(each.path, {}),
                                escaped(each.reason));
    for (const AuditedPackage& package : outcome.packages)
        if (!package.verified && has_room(Kind::error))
            text += fmt::format("::error {}title=not verified::{}\n", place_of(package.path, {}),
                                escaped(package.standing));
    for (const AuditFinding* finding : sorted(outcome.report))
        if (has_room(kind_of(*finding))) text += command(*finding, file_of(*finding, outcome));
    text += "solander: " + summary_line(outcome) + "\n";
    for (const std::string& note : summary_notes(outcome)) text += "solander: " + note + "\n";
    if (left_out > 0)
        text += fmt::format(
            "{} more: GitHub shows {} of a kind; `-o sarif=FILE` or `-o html=FILE` has all\n",
            left_out, kShown);
    return text;
}

}  // namespace

extern const AuditEmitter audit_github;
const AuditEmitter audit_github{.name = "github", .emit = emit};

}  // namespace solander::report
