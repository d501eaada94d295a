// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/audit_words.h"
#include "xml/writer.h"

namespace solander::report {

namespace {

// There is no standard of JUnit's XML, only what most readers have in common: testsuites,
// testsuite, testcase, and in it failure, error or system-out. A test case for each rule and record
// would be millions of them. So each record has one, which passes and tells what is no failure, and
// one more for each rule by which it fails.

struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
};

std::string line_of(const AuditFinding& finding) {
    const std::string standing = standing_text(finding);
    return fmt::format(
        "{}{}: {} {}: {}{} [fix: {}]\n", base::printable(finding.file), place_text(finding.at),
        finding.rule, audit_level_name(finding.level), base::printable(finding.message),
        standing.empty() ? "" : fmt::format(" [{}]", standing), base::printable(finding.fix));
}

/// What was found of one record: the failing by rule, and the others.
struct OfRecord {
    std::map<std::string_view, std::vector<const AuditFinding*>> failing;
    std::vector<const AuditFinding*> others;
};

std::vector<OfRecord> by_record(const AuditOutcome& outcome) {
    std::vector<OfRecord> records(outcome.records.size());
    for (const AuditFinding& finding : outcome.report.findings) {
        if (!finding.record) continue;
        // What fails, fails every record that it is said of. All else is told once, of the first.
        if (!outcome.fails(finding)) {
            records[*finding.record].others.push_back(&finding);
            continue;
        }
        records[*finding.record].failing[finding.rule].push_back(&finding);
        for (const std::size_t other : finding.others)
            records[other].failing[finding.rule].push_back(&finding);
    }
    return records;
}

class Suite {
public:
    explicit Suite(xml::Writer& writer) : writer_(writer) {}

    void start(std::string_view owner, std::string_view name) {
        writer_.start("testcase")
            .attribute("classname", words(owner))
            .attribute("name", words(name));
    }

    void add(std::string_view element, std::string_view type, std::string_view message,
             std::string_view text) {
        writer_.start(element)
            .attribute("type", words(type))
            .attribute("message", words(message))
            .text(words(text))
            .end();
    }

    void end() { writer_.end(); }

    void add_failure(std::string_view owner, std::string_view rule,
                     const std::vector<const AuditFinding*>& findings) {
        std::string text;
        for (const AuditFinding* finding : findings) text += line_of(*finding);
        const auto info = find_audit_rule(rule);
        start(owner, fmt::format("{} {}", rule, info ? info->title : ""));
        add("failure", audit_level_name(findings.front()->level),
            base::printable(findings.front()->message), text);
        end();
    }

    void add_error(std::string_view owner, std::string_view name, std::string_view why) {
        start(owner, name);
        add("error", "not audited", why, why);
        end();
    }

    void add_record(std::string_view owner, const OfRecord& found) {
        for (const auto& [rule, findings] : found.failing) add_failure(owner, rule, findings);
        start(owner, found.failing.empty() ? "all rules" : "all other rules");
        if (!found.others.empty()) {
            std::string text;
            for (const AuditFinding* finding : found.others) text += line_of(*finding);
            writer_.start("system-out").text(words(text)).end();
        }
        end();
    }

private:
    /// As XML 1.0 can have it.
    static std::string words(std::string_view text) {
        return xml::storable(base::printable_lines(text), nullptr);
    }

    xml::Writer& writer_;
};

/// What was found of each file that is no record, such as a hand-over table, in the order of the
/// report.
std::vector<std::pair<std::string, OfRecord>> by_file(const AuditOutcome& outcome) {
    std::vector<std::pair<std::string, OfRecord>> files;
    std::unordered_map<std::string_view, std::size_t> indices;
    for (const AuditFinding& finding : outcome.report.findings) {
        if (finding.record) continue;
        const auto [at, is_new] = indices.emplace(finding.file, files.size());
        if (is_new) files.emplace_back(finding.file, OfRecord{});
        OfRecord& found = files[at->second].second;
        if (outcome.fails(finding))
            found.failing[finding.rule].push_back(&finding);
        else
            found.others.push_back(&finding);
    }
    return files;
}

void add_to(Counts& counts, const OfRecord& found) {
    counts.failures += found.failing.size();
    counts.tests += found.failing.size() + 1;
}

Counts count(const AuditOutcome& outcome, const std::vector<OfRecord>& records,
             const std::vector<std::pair<std::string, OfRecord>>& files) {
    Counts counts;
    for (const OfRecord& record : records) add_to(counts, record);
    for (const auto& [file, found] : files) add_to(counts, found);
    counts.errors = outcome.unaudited.size() + (outcome.records.empty() ? 1 : 0);
    for (const AuditedPackage& package : outcome.packages)
        if (!package.verified) ++counts.errors;
    counts.tests += counts.errors;
    return counts;
}

void put_counts(xml::Writer& writer, const Counts& counts) {
    writer.attribute("tests", std::to_string(counts.tests))
        .attribute("failures", std::to_string(counts.failures))
        .attribute("errors", std::to_string(counts.errors));
}

/// Files and documents tell records apart for a person; two of one file differ by their number.
std::vector<std::string> owners(const AuditOutcome& outcome) {
    std::map<std::string, std::size_t> seen;
    std::vector<std::string> names;
    for (const AuditRecord& record : outcome.records) {
        const std::string file = base::printable(record_file(record));
        std::string name = file.empty() ? record_name(record) : file;
        if (!record.package.empty()) name += " " + base::printable(record.document.id);
        const std::size_t number = ++seen[name];
        names.push_back(number == 1 ? name : fmt::format("{} #{}", name, number));
    }
    return names;
}

std::string emit(const AuditOutcome& outcome, bool) {
    const auto records = by_record(outcome);
    const auto files = by_file(outcome);
    const Counts counts = count(outcome, records, files);
    std::string text;
    xml::Writer writer(text);
    writer.start("testsuites").attribute("name", "solander audit");
    put_counts(writer, counts);
    writer.start("testsuite").attribute("name", "solander audit");
    put_counts(writer, counts);
    writer.attribute("skipped", "0");
    Suite suite(writer);
    if (outcome.records.empty())
        suite.add_error("solander audit", "records", "no record was audited");
    for (const Unaudited& each : outcome.unaudited)
        suite.add_error(base::printable(each.path), "audited", base::printable(each.reason));
    for (const AuditedPackage& package : outcome.packages)
        if (!package.verified)
            suite.add_error(base::printable(package.path), "verified",
                            base::printable(package.standing));
    for (const auto& [file, found] : files)
        suite.add_record(base::printable(file) + " (the file)", found);
    const auto names = owners(outcome);
    for (std::size_t i = 0; i < records.size(); ++i) suite.add_record(names[i], records[i]);
    writer.start("system-out").text(xml::storable(summary_line(outcome), nullptr)).end();
    writer.end().end();
    return text;
}

}  // namespace

extern const AuditEmitter audit_junit;
const AuditEmitter audit_junit{.name = "junit", .emit = emit};

}  // namespace solander::report
