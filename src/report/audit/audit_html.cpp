// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "report/audit_emitter.h"
#include "report/audit_style.h"
#include "report/audit_words.h"
#include "report/emitter.h"
#include "report/html.h"

namespace solander::report {

namespace {

// One file for a person, that asks no network and runs no script. Findings stand by level and rule,
// so that what is to be said of many records is read once; a table of records leads to theirs.

struct LevelWords {
    std::string_view many;
    std::string_view asks;
};
constexpr std::array<LevelWords, kAuditLevelCount> kLevels{
    {{"Errors", "A contradiction, or something that a target will refuse or lose."},
     {"Warnings", "An archivist should look."},
     {"Reviews", "Questions that only a person can decide."},
     {"Notes", "It could be better."}}};

AuditLevel level_at(std::size_t index) {
    return static_cast<AuditLevel>(index);
}

/// What is longer is cut: the JSON has all of it.
constexpr std::size_t kMostBytes = 1200;

std::string excerpt(std::string_view words) {
    if (words.size() <= kMostBytes) return std::string(words);
    std::size_t end = kMostBytes;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    return std::string(words.substr(0, end)) + " …";
}

class Page {
public:
    explicit Page(const AuditOutcome& outcome)
        : outcome_(outcome), of_record_(outcome.records.size()) {
        const auto& findings = outcome.report.findings;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            if (findings[i].record) of_record_[*findings[i].record].push_back(i);
            for (const std::size_t other : findings[i].others) of_record_[other].push_back(i);
        }
    }

    std::string write() && {
        html_.open("html", {{"lang", "en"}}).line();
        write_head();
        html_.open("body").line();
        write_header();
        write_navigation();
        html_.open("main", {{"id", "all"}}).line();
        write_counts();
        write_inputs();
        write_clarity();
        for (std::size_t i = 0; i < kAuditLevelCount; ++i)
            if (outcome_.report.counts.at(i) > 0) write_level(level_at(i));
        if (!outcome_.records.empty()) write_records();
        html_.close().line();  // main
        write_footer();
        html_.close().line().close();
        return std::move(html_).take();
    }

private:
    void write_head() {
        html_.open("head").line();
        html_.empty("meta", {{"charset", "utf-8"}}).line();
        html_
            .empty("meta",
                   {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
            .line();
        html_
            .empty("meta", {{"http-equiv", "Content-Security-Policy"},
                            {"content", "default-src 'none'; style-src 'unsafe-inline'"}})
            .line();
        html_.element("title", title()).line();
        html_.style(audit_style()).line().close().line();
    }

    std::string title() const {
        return fmt::format("Audit of {}", count_text(outcome_.report.records, "record"));
    }

    void write_header() {
        html_.open("header").line().element("h1", title()).line();
        html_.element("p", verdict(), {{"class", "verdict"}}).line();
        html_.element("p", summary_line(outcome_) + ".", {{"class", "soft"}}).line();
        html_.close().line();
    }

    std::string verdict() const {
        if (outcome_.records.empty()) return "Not passed: no record was audited.";
        const std::string threshold(audit_level_name(outcome_.fail_on));
        if (outcome_.failed())
            return outcome_.fail_on == AuditLevel::review
                       ? "Failed: there are findings, and any counts."
                       : fmt::format("Failed: there are findings at or above {}.", threshold);
        if (!outcome_.is_complete()) return "Not passed: not all could be audited.";
        for (const AuditedPackage& package : outcome_.packages)
            if (!package.verified) return "Not passed: not every package is verified.";
        return outcome_.fail_on == AuditLevel::off
                   ? "Nothing was to make this audit fail."
                   : fmt::format("Passed: nothing that counts at the threshold {}.", threshold);
    }

    void write_navigation() {
        html_.open("nav", {{"aria-label", "Show"}}).open("ul").line();
        link_item("#all", "All");
        for (std::size_t i = 0; i < kAuditLevelCount; ++i)
            if (outcome_.report.counts.at(i) > 0)
                link_item(
                    fmt::format("#{}", audit_level_name(level_at(i))),
                    fmt::format("{} only ({})", kLevels.at(i).many, outcome_.report.counts.at(i)));
        if (!outcome_.records.empty()) link_item("#records", "By record");
        html_.close().close().line();
    }

    void link_item(std::string_view target, std::string_view words) {
        html_.open("li").element("a", words, {{"href", target}}).close().line();
    }

    void write_counts() {
        html_.open("section").line().element("h2", "Findings").line();
        start_table("How many there are of each level",
                    {{"Level", ""},
                     {"Findings", "number"},
                     {"Not counted", "number"},
                     {"What it asks for", ""}},
                    "numbers");
        for (std::size_t i = 0; i < kAuditLevelCount; ++i) {
            const auto name = audit_level_name(level_at(i));
            html_.open("tr").element("th", name, {{"scope", "row"}, {"class", name}});
            number(outcome_.report.counts.at(i));
            number(outcome_.report.uncounted.at(i));
            html_.element("td", kLevels.at(i).asks).close().line();
        }
        end_table();
        write_list(summary_notes(outcome_));
        write_list(outcome_.report.notes);
        html_.close().line();
    }

    void write_list(const std::vector<std::string>& sentences) {
        if (sentences.empty()) return;
        html_.open("ul").line();
        for (const std::string& each : sentences) html_.element("li", sentence(each)).line();
        html_.close().line();
    }

    void write_inputs() {
        std::vector<std::string> lines;
        for (const Unaudited& each : outcome_.unaudited)
            lines.push_back(fmt::format("{}: not audited: {}", each.path, each.reason));
        for (const AuditedPackage& package : outcome_.packages)
            lines.push_back(fmt::format("{}: {}", package.path, package.standing));
        if (lines.empty()) return;
        html_.open("section").line().element("h2", "Packages and inputs").line().open("ul").line();
        for (const std::string& line : lines) html_.element("li", line).line();
        html_.close().close().line();
    }

    void write_clarity() {
        if (outcome_.records.empty()) return;
        const AuditClarity clarity = audit_clarity(outcome_.records, outcome_.boilerplate);
        html_.open("section").line().element("h2", "How clear the records are").line();
        html_.open("div", {{"class", "beside"}}).line();
        write_shares("Rights: each record in one class", "Rights", rights_classes(clarity));
        write_shares("What records answer, each for itself", "Answered", clarity_parts(clarity));
        html_.close().close().line();
    }

    void write_shares(std::string_view caption, std::string_view heading,
                      const std::vector<ClarityPart>& parts) {
        start_table(caption, {{heading, ""}, {"Records", "number"}, {"Share", "share"}}, "numbers");
        for (const ClarityPart& part : parts) {
            html_.open("tr").element("th", part.words, {{"scope", "row"}});
            number(part.records);
            const std::size_t percent = part.records * 100 / outcome_.records.size();
            html_.open("td", {{"class", "share"}})
                .open("span", {{"class", "bar"}, {"aria-hidden", "true"}})
                .element("span", "", {{"style", fmt::format("width: {}%", percent)}})
                .close()
                .text(fmt::format("{}%", percent))
                .close()
                .close()
                .line();
        }
        end_table();
    }

    /// By rule, in the order of their ids.
    void write_level(AuditLevel level) {
        const auto name = audit_level_name(level);
        html_.open("section", {{"id", name}, {"class", "level"}}).line();
        html_.element("h2", kLevels.at(static_cast<std::size_t>(level)).many, {{"class", name}})
            .line();
        html_.element("p", kLevels.at(static_cast<std::size_t>(level)).asks, {{"class", "soft"}})
            .line();
        std::map<std::string_view, std::vector<std::size_t>> by_rule;
        for (std::size_t i = 0; i < outcome_.report.findings.size(); ++i) {
            const AuditFinding& finding = outcome_.report.findings[i];
            if (finding.level == level) by_rule[finding.rule].push_back(i);
        }
        for (const auto& [rule, found] : by_rule) write_rule(rule, name, found);
        html_.close().line();
    }

    void write_rule(std::string_view rule, std::string_view level,
                    const std::vector<std::size_t>& found) {
        html_.open("article", {{"id", fmt::format("{}-{}", level, rule)}}).line();
        const AuditRuleInfo info = find_audit_rule(rule).value_or(AuditRuleInfo{});
        html_.element("h3", fmt::format("{}: {}", rule, info.title)).line();
        html_.element("p", info.why, {{"class", "soft"}}).line();
        start_table(count_text(found.size(), "finding"), {{"Record", "where"},
                                                          {"Field", "field"},
                                                          {"Its words", "said"},
                                                          {"What was found, and what to do", ""}});
        for (const std::size_t index : found) write_finding(index);
        end_table();
        html_.close().line();
    }

    void write_finding(std::size_t index) {
        const AuditFinding& finding = outcome_.report.findings[index];
        html_.open("tr", {{"id", fmt::format("f{}", index + 1)}}).line();
        html_.open("th", {{"scope", "row"}});
        if (finding.record)
            link_to_record(*finding.record);
        else
            path(finding.file + place_text(finding.at));
        if (finding.record) {
            html_.open("div", {{"class", "soft place"}});
            path(finding.file + place_text(finding.at));
            html_.close();
        }
        if (!finding.others.empty()) {
            html_.open("details").element(
                "summary", fmt::format("and {}", count_text(finding.others.size(), "more record")));
            html_.open("ul").line();
            for (const std::size_t other : finding.others) {
                html_.open("li");
                link_to_record(other);
                html_.close().line();
            }
            html_.close().close();
        }
        html_.close().line();
        html_.element("td", finding.field).line();
        html_.open("td")
            .element("span", excerpt(finding.value), {{"class", "words"}})
            .close()
            .line();
        html_.open("td").element("div", sentence(finding.message, finding.field));
        html_.element("div", sentence(finding.fix), {{"class", "todo soft"}});
        const std::string standing = standing_text(finding);
        if (!standing.empty()) html_.element("span", standing, {{"class", "mark"}});
        html_.close().line().close().line();
    }

    void link_to_record(std::size_t record) {
        const std::string title = title_of(outcome_.records[record].document);
        html_.element("a", title.empty() ? audit_record_key(outcome_.records[record]) : title,
                      {{"href", fmt::format("#r{}", record + 1)}});
    }

    void write_records() {
        html_.open("section", {{"id", "records"}}).line().element("h2", "Records").line();
        html_.open("div", {{"class", "scroll"}}).line();
        start_table("Each record with what was found of it",
                    {{"Title", ""}, {"Date", ""}, {"Known as", ""}, {"File", ""}, {"Findings", ""}},
                    "records");
        for (std::size_t i = 0; i < outcome_.records.size(); ++i) {
            const AuditRecord& record = outcome_.records[i];
            html_.open("tr", {{"id", fmt::format("r{}", i + 1)}});
            html_.element("th", title_of(record.document), {{"scope", "row"}});
            html_.element("td", date_of(record.document), {{"class", "date"}});
            html_.element("td", known_as(record));
            html_.open("td", {{"class", "path"}});
            path(record_file(record));
            html_.close().open("td");
            write_codes(of_record_[i]);
            html_.close().close().line();
        }
        end_table();
        html_.close().close().line();
    }

    /// Empty for one that is told apart by its title and file alone, which stand beside it.
    static std::string known_as(const AuditRecord& record) {
        for (const IdentifierStatement& each : record.document.identifiers)
            if (!each.words.empty()) return audit_record_key(record);
        return {};
    }

    /// Each rule once, the worst first, with a link to the first finding.
    void write_codes(const std::vector<std::size_t>& found) {
        std::map<std::pair<AuditLevel, std::string_view>, std::vector<std::size_t>> codes;
        for (const std::size_t index : found) {
            const AuditFinding& each = outcome_.report.findings[index];
            codes[{each.level, each.rule}].push_back(index);
        }
        for (const auto& [code, indices] : codes) {
            const std::string count =
                indices.size() == 1 ? "" : fmt::format(" \u00D7{}", indices.size());
            html_
                .element("a", std::string(code.second) + count,
                         {{"href", fmt::format("#f{}", indices.front() + 1)},
                          {"class", audit_level_name(code.first)}})
                .text(" ");
        }
        if (found.empty()) html_.text("none");
    }

    /// May be broken after each slash.
    void path(std::string_view words) {
        while (!words.empty()) {
            const std::size_t slash = words.find('/');
            const std::size_t end = slash == std::string_view::npos ? words.size() : slash + 1;
            html_.text(words.substr(0, end));
            words.remove_prefix(end);
            if (!words.empty()) html_.empty("wbr", {});
        }
    }

    void write_footer() {
        html_.open("footer").line();
        html_
            .element("p", fmt::format("solander {}. Profiles: {}.", outcome_.version,
                                      profiles_text(outcome_.report)))
            .line();
        std::string vocabularies;
        for (const auto& each : outcome_.report.vocabularies)
            vocabularies += fmt::format("{}{} {} (as of {})", vocabularies.empty() ? "" : ", ",
                                        each.name, each.version, each.date);
        html_.element("p", fmt::format("Vocabularies: {}.", vocabularies)).line();
        html_.close().line();
    }

    void start_table(std::string_view caption,
                     const std::vector<std::pair<std::string_view, std::string_view>>& headings,
                     std::string_view style = {}) {
        if (style.empty())
            html_.open("table");
        else
            html_.open("table", {{"class", style}});
        html_.line().element("caption", caption).line().open("thead").open("tr");
        for (const auto& [words, heading_style] : headings) {
            if (heading_style.empty())
                html_.element("th", words, {{"scope", "col"}});
            else
                html_.element("th", words, {{"scope", "col"}, {"class", heading_style}});
        }
        html_.close().close().line().open("tbody").line();
    }

    void end_table() { html_.close().close().line(); }

    void number(std::size_t count) {
        html_.element("td", std::to_string(count), {{"class", "number"}});
    }

    const AuditOutcome& outcome_;
    std::vector<std::vector<std::size_t>> of_record_;  ///< Indices of findings.
    Html html_;
};

std::string emit(const AuditOutcome& outcome, bool) {
    return Page(outcome).write();
}

}  // namespace

extern const AuditEmitter audit_html;
const AuditEmitter audit_html{.name = "html", .emit = emit};

}  // namespace solander::report
