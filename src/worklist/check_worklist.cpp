// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <solander/worklist.h>

#include "metadata/field.h"
#include "table/field_values.h"
#include "worklist/questions.h"
#include "worklist/row_checks.h"

namespace solander {

namespace {

using worklist::Fault;

auto words_of(const WorklistDecision& decision) {
    return std::tie(decision.kind, decision.cell, decision.by, decision.date, decision.how);
}

/// Whether a field can have what two rows decide on it.
bool takes_both(const std::string& field) {
    const auto known = metadata::field_of_name(field);
    return known && table::takes_several(*known);
}

class Checker {
public:
    explicit Checker(const WorklistCheck& check)
        : check_(check), questions_(check.records, check.report), latest_(latest_day(check.now)) {}

    void look_at(const WorklistRow& row) {
        if (worklist::is_open(row)) {
            ++checked_.open;
            return;
        }
        const auto before = faults_.size();
        for (const Fault& fault : worklist::check_words(row, latest_)) find(row.number, fault);
        const auto answer = questions_.find(row);
        if (!answer.column.empty()) find(row.number, {answer.column, answer.reason});
        if (faults_.size() > before) return;
        const std::size_t record = answer.asked.record;
        WorklistRow asked = row;
        asked.value =
            answer.asked.finding->value;  // Of what is signed nothing is the row's to quote.
        auto decided = worklist::decide(asked, record, check_.records[record], check_.sealed);
        if (decided.fault) return find(row.number, *decided.fault);
        if (decided.decision.kind == WorklistDecision::Kind::keep) keep(answer.rules);
        take(std::move(decided.decision), answer.asked.finding);
    }

    Result<CheckedWorklist> finish() {
        if (!faults_.empty())
            return Error(ErrorCode::format,
                         "the worklist cannot be taken as it is; nothing was written:" + faults_);
        std::ranges::stable_sort(checked_.decisions, {}, &WorklistDecision::record);
        checked_.asked_again.assign(asked_again_.begin(), asked_again_.end());
        return std::move(checked_);
    }

private:
    /// In some time zone it may be tomorrow already.
    static std::string latest_day(const Timestamp& now) {
        static constexpr std::int64_t kDay = 24L * 60 * 60;
        return Timestamp::from_seconds(now.seconds() + kDay).value_or(now).date();
    }

    /// That somebody decided on the rights is the answer to some rules, whatever was decided.
    void keep(const std::vector<std::string>& rules) {
        static constexpr std::array<std::string_view, 3> kAnswered = {"RGT009", "RGT010", "RGT013"};
        for (const std::string& rule : rules)
            if (std::ranges::find(kAnswered, rule) == kAnswered.end()) asked_again_.insert(rule);
    }

    void find(std::size_t row, const Fault& fault) {
        faults_ += fmt::format("\n  row {}, {}: {}", row, fault.column, fault.reason);
    }

    /// Rows that decide the same on one field are one decision; rows that do not contradict each
    /// other, unless the field takes several values and they are about different ones.
    void take(WorklistDecision decision, const AuditFinding* finding) {
        for (auto& [known, asked] : taken_[{decision.record, decision.field}]) {
            WorklistDecision& other = checked_.decisions[known];
            if (words_of(other) == words_of(decision)) {
                other.rows.push_back(decision.rows.front());
                return;
            }
            if (!takes_both(decision.field) || asked == finding)
                return find(decision.rows.front(),
                            {"decision", fmt::format("row {} decides otherwise on '{}' of the same "
                                                     "record",
                                                     other.rows.front(), decision.field)});
        }
        taken_[{decision.record, decision.field}].emplace_back(checked_.decisions.size(), finding);
        checked_.decisions.push_back(std::move(decision));
    }

    const WorklistCheck& check_;
    worklist::Questions questions_;
    std::string latest_;
    CheckedWorklist checked_;
    std::set<std::string, std::less<>> asked_again_;
    /// Of each field of a record: the decisions on it, with what was asked.
    std::map<std::pair<std::size_t, std::string>,
             std::vector<std::pair<std::size_t, const AuditFinding*>>>
        taken_;
    std::string faults_;
};

}  // namespace

Result<CheckedWorklist> check_worklist(const WorklistCheck& check) {
    Checker checker(check);
    for (const WorklistRow& row : check.rows) checker.look_at(row);
    return checker.finish();
}

}  // namespace solander
