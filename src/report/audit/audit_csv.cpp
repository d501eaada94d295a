// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include <solander/describe.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/audit_words.h"

namespace solander::report {

namespace {

// The worklist: what an archivist fills in. Spec: docs/worklist.md.

/// A question that a person can answer: it is of one field of a record, and nobody has answered it.
/// Notes ask nothing.
bool is_question(const AuditFinding& finding) {
    return finding.record && !finding.field.empty() && !finding.accepted &&
           finding.level != AuditLevel::note;
}

/// A cell that a spreadsheet leaves as it is: a guard before what it would take for a formula, and
/// before a guard, so that taking one away always gives the words.
std::string guarded(std::string_view words) {
    static constexpr std::array<std::string_view, 9> kStarts{
        "=", "+", "-", "@", "'", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    std::string text = base::printable_lines(words);
    for (const std::string_view start : kStarts)
        if (text.starts_with(start)) return "'" + text;
    return text;
}

/// What is asked of one field of one record, by one rule or several.
struct Question {
    std::size_t record = 0;
    const AuditFinding* first = nullptr;  ///< The gravest.
    std::string file;
    std::string at;
    std::string rules;
    std::string words;
    std::string proposed;
    std::string fingerprints;
};

class Worklist {
public:
    explicit Worklist(const AuditOutcome& outcome) : outcome_(outcome) {
        for (const AuditFinding& finding : outcome.report.findings) {
            if (!is_question(finding)) continue;
            add(finding, *finding.record, 0);
            for (std::size_t i = 0; i < finding.others.size(); ++i)
                add(finding, finding.others[i], i + 1);
        }
        std::ranges::stable_sort(questions_, {}, &Question::record);
    }

    std::vector<std::vector<std::string>> rows() const {
        std::vector<std::vector<std::string>> all;
        for (const Question& question : questions_) all.push_back(row(question));
        return all;
    }

private:
    void add(const AuditFinding& finding, std::size_t record, std::size_t nth) {
        const auto [at, is_new] = known_.try_emplace(
            fmt::format("{}\n{}\n{}", record, finding.field, finding.value), questions_.size());
        if (is_new) {
            questions_.emplace_back().first = &finding;
            questions_.back().record = record;
        }
        Question& question = questions_[at->second];
        const bool is_here = nth == 0;  // of the other records, where it stands is not known
        if (question.at.empty() && is_here) {
            question.at = finding.at;
            question.file = finding.file;
        }
        append(question.rules, finding.rule, ' ');
        append(question.words,
               // The id in front keeps a quotation mark from being guarded as a formula.
               fmt::format("{}: {} {}", finding.rule, sentence(finding.message, finding.field),
                           sentence(finding.fix)),
               '\n');
        if (question.proposed.empty()) question.proposed = finding.proposed;
        if (nth < finding.record_fingerprints.size())
            append(question.fingerprints, "v1:" + finding.record_fingerprints[nth], ' ');
    }

    static void append(std::string& list, std::string_view part, char between) {
        if (!list.empty()) list += between;
        list += part;
    }

    std::vector<std::string> row(const Question& question) const {
        const AuditRecord& record = outcome_.records[question.record];
        const std::string file = question.file.empty() ? record_file(record) : question.file;
        std::vector<std::string> cells{
            audit_record_key(record), title_of(record.document), file,           question.at,
            question.first->field,    question.first->value,     question.rules, question.words,
            question.proposed};
        for (std::string& cell : cells) cell = guarded(cell);
        cells.resize(cells.size() + kAnswers);
        cells.push_back(question.fingerprints);
        return cells;
    }

    static constexpr std::size_t kAnswers = 5;

    const AuditOutcome& outcome_;
    std::vector<Question> questions_;
    std::unordered_map<std::string, std::size_t> known_;  ///< Indices, by record, field and value.
};

std::string emit(const AuditOutcome& outcome, bool) {
    RecordTable table;
    table.header = {"record",         "title",    "file",          "place",
                    "field",          "value",    "rule",          "question",
                    "proposed-value", "decision", "decided-value", "decided-by",
                    "date",           "how",      "finding"};
    table.rows = Worklist(outcome).rows();
    return write_table(table, TableFormat::csv);
}

}  // namespace

extern const AuditEmitter audit_csv;
const AuditEmitter audit_csv{.name = "csv", .emit = emit};

}  // namespace solander::report
