// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include <solander/audit.h>

#include "audit/bounded.h"
#include "audit/date_range.h"
#include "audit/fingerprint.h"
#include "audit/levels.h"
#include "audit/record.h"
#include "audit/remark_findings.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/escape.h"
#include "base/try.h"
#include "crypto/digest_stream.h"

namespace solander {

namespace {

using audit::Hit;
using audit::Hits;
using audit::Rule;

constexpr std::array<std::string_view, 5> kLevelNames{"error", "warning", "review", "note", "off"};

/// Makes findings of what rules say, record by record.
class Auditor {
public:
    Auditor(const AuditRequest& request, const audit::Levels& levels)
        : request_(request),
          levels_(levels),
          texts_(request.boilerplate),
          funders_(request.funders),
          exceptions_(request.exceptions, request.as_of),
          context_{request.as_of, levels.profiles(), texts_, funders_} {}

    void run(AuditReport& report) {
        for (const RefusedText& text : request_.refused) look_at(text);
        for (AuditFinding& finding : audit::remark_findings(request_, levels_, context_))
            findings_.push_back(std::move(finding));
        for (std::size_t i = 0; i < request_.records.size(); ++i) look_at(i);
        for (const Rule* rule : audit::rules()) {
            if (rule->check_set == nullptr) continue;
            Hits hits;
            rule->check_set(request_.records, context_, hits);
            for (Hit& hit : hits) {
                const std::size_t first = hit.record;
                take(*rule, std::move(hit), first, audit::path_of(request_.records[first]));
            }
        }
        look_at_exceptions();
        // Where all of these are the same, the order in which they were found stays.
        std::stable_sort(findings_.begin(), findings_.end(),
                         [](const AuditFinding& a, const AuditFinding& b) {
                             return std::make_tuple(a.record, a.level, a.rule,
                                                    audit::first_line(a.at).value_or(0)) <
                                    std::make_tuple(b.record, b.level, b.rule,
                                                    audit::first_line(b.at).value_or(0));
                         });
        for (AuditFinding& finding : findings_) {
            const auto level = static_cast<std::size_t>(finding.level);
            ++report.counts.at(level);
            if (!finding.counts()) ++report.uncounted.at(level);
        }
        report.findings = std::move(findings_);
    }

private:
    void look_at(const RefusedText& text) {
        for (const Rule* rule : audit::rules()) {
            if (rule->check_refused == nullptr) continue;
            Hits hits;
            rule->check_refused(text, hits);
            for (Hit& hit : hits) {
                AuditFinding* finding = take(*rule, std::move(hit), {}, audit::path_of(text));
                if (finding == nullptr) continue;
                finding->file = text.file;
                finding->fingerprint =
                    audit::fingerprint(rule->info.id, audit::path_of(text), {}, {});
                finding->record_fingerprints = {finding->fingerprint};
                finding->in_baseline = is_known(finding->fingerprint);
            }
        }
    }

    void look_at(std::size_t index) {
        const audit::Record record(request_.records[index]);
        const std::string path = audit::path_of(request_.records[index]);
        for (const Rule* rule : audit::rules()) {
            if (rule->check == nullptr) continue;
            Hits hits;
            rule->check(record, context_, hits);
            for (Hit& hit : hits) take(*rule, std::move(hit), index, path);
        }
    }

    /// Last of all, when it is known which of them were of use.
    void look_at_exceptions() {
        if (exceptions_.is_empty()) return;
        for (std::size_t i = 0; i < request_.records.size(); ++i)
            exceptions_.see(key_of(i), audit::path_of(request_.records[i]));
        for (const audit::ExceptionOutcome& outcome : exceptions_.outcomes())
            for (const Rule* rule : audit::rules()) {
                if (rule->check_exception == nullptr) continue;
                Hits hits;
                rule->check_exception(outcome, hits);
                for (Hit& hit : hits) tell(*rule, *outcome.exception, std::move(hit));
            }
    }

    void tell(const Rule& rule, const AuditException& exception, Hit hit) {
        const std::string at = hit.at.empty() ? exception.at : hit.at;
        AuditFinding* finding = take(rule, std::move(hit), {}, exception.file);
        if (finding == nullptr) return;
        finding->file = exception.file;
        finding->at = at;
        const std::string of = exception.record + "\n" + exception.path + "\n" + exception.field;
        finding->fingerprint =
            audit::fingerprint(rule.info.id, of, exception.rule, exception.value_sha256);
        finding->record_fingerprints = {finding->fingerprint};
        finding->in_baseline = is_known(finding->fingerprint);
    }

    /// The exception that accepts a finding on each of its records, the first of them; null if one
    /// is left.
    const audit::ExceptionOutcome* accepting(const Rule& rule, const Hit& hit, std::size_t record,
                                             const std::string& sha256) {
        if (exceptions_.is_empty()) return nullptr;
        const auto find = [&](std::size_t index) {
            const std::string path = audit::path_of(request_.records[index]);
            return exceptions_.find({.rule = rule.info.id,
                                     .record = key_of(index),
                                     .path = path,
                                     .field = hit.field,
                                     .value = hit.value,
                                     .value_sha256 = sha256});
        };
        const audit::ExceptionOutcome* first = find(record);
        bool is_each = true;
        for (const std::size_t other : hit.others) is_each = find(other) != nullptr && is_each;
        return is_each ? first : nullptr;
    }

    const std::string& key_of(std::size_t record) {
        keys_.resize(request_.records.size());
        auto& known = keys_[record];
        if (!known) known = audit_record_key(request_.records[record]);
        return *known;
    }

    /// Whether several records of the audit have the key of this one: then it tells none of them.
    bool is_shared(std::size_t record) {
        if (shared_.empty())
            for (std::size_t i = 0; i < request_.records.size(); ++i) ++shared_[key_of(i)];
        return shared_[key_of(record)] > 1;
    }

    /// What tells a record from others with its key.
    std::string full_key_of(std::size_t record) {
        const AuditRecord& of = request_.records[record];
        return fmt::format("{}\n{} {}", key_of(record), audit::path_of(of),
                           audit::Record(of).title());
    }

    bool is_known(const std::string& print) const {
        return std::ranges::binary_search(request_.baseline, print);
    }

    /// The new finding; null if it is not told, or was told of another record.
    AuditFinding* take(const Rule& rule, Hit hit, std::optional<std::size_t> record,
                       const std::string& path) {
        std::string sha256;
        if (!hit.value.empty()) sha256 = crypto::sha256(base::as_bytes(hit.value)).hex();
        const auto* accepted = record ? accepting(rule, hit, *record, sha256) : nullptr;
        const AuditLevel level = levels_.of(rule, hit.field, hit.level, path).level;
        if (level == AuditLevel::off) return nullptr;
        std::vector<std::string> prints{fingerprint(rule, hit, record)};
        for (const std::size_t other : hit.others) prints.push_back(fingerprint(rule, hit, other));
        const bool in_baseline = std::ranges::all_of(
            prints, [this](const std::string& print) { return is_known(print); });
        if (rule.folds && record &&
            is_told(rule, level, hit, *record, prints, in_baseline, accepted))
            return nullptr;
        AuditFinding& finding = findings_.emplace_back();
        finding.in_baseline = in_baseline;
        finding.fingerprint =
            rule.folds || !hit.others.empty() ? fingerprint(rule, hit, {}) : prints.front();
        finding.record_fingerprints = std::move(prints);
        finding.rule = rule.info.id;
        finding.level = level;
        finding.record = record;
        finding.field = hit.field;
        if (record) add_place(finding, hit, *record);
        finding.value = std::move(hit.value);
        finding.value_sha256 = std::move(sha256);
        if (accepted != nullptr) {
            finding.accepted = *accepted->exception;
            finding.accepted->expires = accepted->last;
        }
        finding.message = std::move(hit.message);
        finding.fix = hit.fix.empty() ? std::string(rule.info.fix) : std::move(hit.fix);
        finding.proposed = std::move(hit.proposed);
        finding.others = std::move(hit.others);
        return &finding;
    }

    void add_place(AuditFinding& finding, const Hit& hit, std::size_t index) const {
        const Document& document = request_.records[index].document;
        finding.document = document.id;
        if (!document.origins.empty()) finding.file = document.origins.front().file;
        if (hit.place != nullptr) {
            const auto origin = std::ranges::find(document.origins, hit.place->origin, &Origin::id);
            if (origin != document.origins.end()) finding.file = origin->file;
            finding.at = hit.place->at;
        }
        if (!hit.at.empty()) finding.at = hit.at;
    }

    std::string fingerprint(const Rule& rule, const Hit& hit, std::optional<std::size_t> record) {
        const auto of = [&](const std::string& key) {
            return audit::fingerprint(rule.info.id, key, hit.field, hit.value);
        };
        if (!record) return of({});
        if (is_shared(*record)) return of(full_key_of(*record));
        std::string print = of(key_of(*record));
        // It may be one of several in the audit that wrote the baseline, and be alone in this one.
        if (request_.baseline.empty() || is_known(print)) return print;
        std::string full = of(full_key_of(*record));
        return is_known(full) ? full : print;
    }

    /// Joins a record to the finding of another one of which the same was said.
    bool is_told(const Rule& rule, AuditLevel level, const Hit& hit, std::size_t record,
                 const std::vector<std::string>& prints, bool in_baseline,
                 const audit::ExceptionOutcome* accepted) {
        const std::string key =
            fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", rule.info.id, audit_level_name(level),
                        hit.field, in_baseline, accepted == nullptr ? "" : accepted->exception->at,
                        audit::folded(hit.value), hit.message);
        const auto [at, is_new] = told_.emplace(key, findings_.size());
        if (is_new) return false;
        AuditFinding& first = findings_[at->second];
        const bool is_listed =
            first.record == record || (!first.others.empty() && first.others.back() == record);
        if (is_listed) return false;
        first.others.push_back(record);
        first.record_fingerprints.insert(first.record_fingerprints.end(), prints.begin(),
                                         prints.end());
        return true;
    }

    const AuditRequest& request_;
    const audit::Levels& levels_;
    audit::KnownTexts texts_;
    audit::KnownFunders funders_;
    audit::Exceptions exceptions_;
    audit::Context context_;
    std::vector<AuditFinding> findings_;
    std::vector<std::optional<std::string>> keys_;  ///< Of records, once they were asked for.
    std::unordered_map<std::string, std::size_t> shared_;  ///< How many records have a key.
    std::unordered_map<std::string, std::size_t> told_;    ///< Index into the findings.
};

/// All of them, where one of them has more values than rules look at; else none.
std::vector<AuditRecord> bounded_records(std::span<const AuditRecord> records) {
    std::vector<AuditRecord> all;
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto shorter = audit::bounded(records[i]);
        if (!shorter) {
            if (!all.empty()) all.push_back(records[i]);
            continue;
        }
        if (all.empty()) {
            all.reserve(records.size());
            all.assign(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(i));
        }
        all.push_back(*std::move(shorter));
    }
    return all;
}

std::vector<std::string> turned_off(std::span<const AuditLevelChange> changes) {
    std::vector<std::string> names;
    for (const AuditLevelChange& change : changes) {
        if (change.level != AuditLevel::off) continue;
        std::string name = change.rule;
        for (std::size_t i = 0; i < change.fields.size(); ++i)
            name += (i == 0 ? " in " : ", ") + change.fields[i];
        if (!change.path.empty()) name += " of " + change.path;
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace

std::string_view audit_level_name(AuditLevel level) {
    return kLevelNames.at(static_cast<std::size_t>(level));
}

std::optional<AuditLevel> parse_audit_level(std::string_view name) {
    const auto* found = std::ranges::find(kLevelNames, name);
    if (found == kLevelNames.end()) return {};
    return static_cast<AuditLevel>(found - kLevelNames.begin());
}

bool audit_level_reaches(AuditLevel level, AuditLevel threshold) {
    switch (threshold) {
        case AuditLevel::error:
            return level == AuditLevel::error;
        case AuditLevel::warning:
            return level <= AuditLevel::warning;
        case AuditLevel::note:
            return level != AuditLevel::review && level != AuditLevel::off;
        case AuditLevel::review:
            return level != AuditLevel::off;
        case AuditLevel::off:
            return false;
    }
    return false;
}

std::vector<AuditRuleInfo> audit_rules() {
    std::vector<AuditRuleInfo> infos;
    for (const Rule* rule : audit::rules()) infos.push_back(rule->info);
    return infos;
}

std::optional<AuditRuleInfo> find_audit_rule(std::string_view id) {
    for (const Rule* rule : audit::rules())
        if (audit::folded(rule->info.id) == audit::folded(id)) return rule->info;
    return {};
}

std::vector<AuditProfileInfo> audit_profiles() {
    std::vector<AuditProfileInfo> infos;
    for (const audit::Profile* profile : audit::profiles()) infos.push_back(profile->info);
    return infos;
}

Result<AuditReport> audit_records(const AuditRequest& request) {
    if (!audit::is_day(request.as_of))
        return Error(ErrorCode::usage,
                     fmt::format("'{}' is not a day, such as 2026-11-28, to audit as of",
                                 base::printable(request.as_of)));
    SOLANDER_TRY_ASSIGN(const audit::Levels levels, audit::Levels::make(request));
    AuditReport report;
    report.as_of = request.as_of;
    for (const audit::Profile* profile : levels.profiles())
        report.profiles.push_back(profile->info);
    report.vocabularies = audit_vocabularies();
    report.notes = levels.disagreements();
    report.records = request.records.size();
    report.config_sha256 = request.config_sha256;
    report.turned_off = turned_off(request.levels);
    const std::vector<AuditRecord> shorter = bounded_records(request.records);
    if (shorter.empty()) {
        Auditor(request, levels).run(report);
    } else {
        AuditRequest of_shorter = request;
        of_shorter.records = shorter;
        Auditor(of_shorter, levels).run(report);
    }
    return report;
}

}  // namespace solander
