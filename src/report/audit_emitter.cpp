// SPDX-License-Identifier: Apache-2.0
#include "report/audit_emitter.h"

#include <algorithm>

namespace solander::report {

bool AuditOutcome::fails(const AuditFinding& finding) const {
    return finding.counts() && audit_level_reaches(finding.level, fail_on);
}

bool AuditOutcome::failed() const {
    return std::ranges::any_of(report.findings,
                               [this](const AuditFinding& finding) { return fails(finding); });
}

bool AuditOutcome::is_complete() const {
    return !records.empty() && unaudited.empty();
}

bool AuditOutcome::passed() const {
    return is_complete() && !failed() && std::ranges::all_of(packages, &AuditedPackage::verified);
}

const AuditEmitter* find_audit_emitter(std::string_view name) {
    for (const AuditEmitter* emitter : audit_emitters())
        if (emitter->name == name) return emitter;
    return nullptr;
}

std::string title_of(const Document& document) {
    for (const TitleStatement& title : document.titles)
        if (!title.words.empty()) return title.words;
    return {};
}

std::string date_of(const Document& document) {
    for (const DateStatement& date : document.dates)
        if (date.of == DateOf::creation && (!date.edtf.empty() || !date.words.empty()))
            return date.edtf.empty() ? date.words : date.edtf;
    return {};
}

}  // namespace solander::report
