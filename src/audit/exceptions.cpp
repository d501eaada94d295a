// SPDX-License-Identifier: Apache-2.0
#include "audit/exceptions.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "audit/date_range.h"
#include "base/decimal.h"
#include "base/escape.h"
#include "base/glob.h"
#include "base/nearest.h"

namespace solander::audit {

namespace {

constexpr std::uint64_t kMostYears = 3;
constexpr std::size_t kYearDigits = 4;

constexpr std::array<std::string_view, 6> kReasons{"holder-agreed",      "legal-advice",
                                                   "legacy-description", "publisher-wording",
                                                   "not-applicable",     "false-positive"};

bool is_pattern(std::string_view path) {
    return path.find_first_of("*?") != std::string_view::npos;
}

/// The same day so many years later, for comparison: it need not exist.
std::string years_after(const std::string& day) {
    const auto year = base::parse_decimal(std::string_view(day).substr(0, kYearDigits),
                                          base::LeadingZeros::allow);
    return fmt::format("{:04}{}", year.value_or(0) + kMostYears, day.substr(kYearDigits));
}

bool is_sha256(std::string_view text) {
    constexpr std::size_t kDigits = 64;
    return text.size() == kDigits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// What is wrong, as the end of a sentence, and with which key.
struct Wrong {
    std::string what = {};
    std::string_view key = {};
};

Wrong wrong_with_reason(const std::string& reason) {
    if (std::ranges::find(kReasons, reason) != kReasons.end()) return {};
    std::string text = "has no reason";
    if (!reason.empty())
        text = fmt::format("has the reason '{}', which is none", base::printable(reason));
    const auto near = base::nearest(reason, kReasons);
    if (!near.empty()) text += fmt::format("; did you mean '{}'?", near);
    return {fmt::format("{}{} can be {}", text, near.empty() ? "; it" : " It",
                        fmt::join(kReasons, ", ")),
            "reason"};
}

Wrong wrong_with_days(const AuditException& exception, std::string_view as_of) {
    const std::string& on = exception.on;
    const std::string& expires = exception.expires;
    for (const auto& [key, day] :
         {std::pair<std::string_view, const std::string&>("on", on), {"expires", expires}})
        if (!day.empty() && !is_day(day))
            return {
                fmt::format("has '{}' for a day, which is none (YYYY-MM-DD)", base::printable(day)),
                key};
    if (on.empty() && expires.empty())
        return {"says neither on which day it was accepted nor when that expires"};
    if (expires.empty()) return {};
    if (!on.empty() && expires < on) return {"expires before it was accepted", "expires"};
    if (expires > years_after(on.empty() ? std::string(as_of) : on))
        return {fmt::format("is to hold for more than {} years, until {}", kMostYears, expires),
                "expires"};
    return {};
}

Wrong wrong_with(const AuditException& exception, std::string_view as_of) {
    if (exception.rule.empty()) return {"names no rule"};
    if (exception.rule.starts_with("EXC")) return {"accepts a finding on exceptions", "rule"};
    if (exception.record.empty() && exception.path.empty())
        return {"names neither record nor path"};
    if (auto wrong = wrong_with_reason(exception.reason); !wrong.what.empty()) return wrong;
    if (exception.comment.empty()) return {"has no comment that tells why"};
    if (exception.by.empty()) return {"does not say by whom it was accepted"};
    if (!exception.value_sha256.empty() && !is_sha256(exception.value_sha256))
        return {"has a value-sha256 that is not 64 hexadecimal digits in small letters",
                "value-sha256"};
    return wrong_with_days(exception, as_of);
}

/// Of one that is not wrong.
void see_whether_stale(ExceptionOutcome& outcome, std::string_view as_of) {
    const AuditException& exception = *outcome.exception;
    if (outcome.last < as_of) {
        outcome.stale = fmt::format("expired on {}", outcome.last);
        outcome.key = exception.expires.empty() ? "on" : "expires";
    } else if (exception.on > as_of) {
        outcome.stale = fmt::format("holds from {} on", exception.on);
        outcome.is_early = true;
        outcome.key = "on";
    }
}

/// Whether the one is the end of the other, by whole parts of a path.
bool is_end_of(std::string_view end, std::string_view path) {
    return path.size() > end.size() && path.ends_with(end) &&
           path[path.size() - end.size() - 1] == '/';
}

/// A path that `stated` would fit if it began at another directory.
bool is_near(const std::string& audited, const std::string& stated) {
    return is_end_of(audited, stated) || base::fits_glob(audited, "**/" + stated);
}

}  // namespace

std::span<const std::string_view> exception_reasons() {
    return kReasons;
}

bool is_of_integrity(std::string_view rule) {
    return rule == "REC001" || rule.starts_with("CUS");
}

Exceptions::Exceptions(std::span<const AuditException> stated, std::string_view as_of) {
    for (const AuditException& exception : stated) {
        ExceptionOutcome& outcome = outcomes_.emplace_back();
        outcome.exception = &exception;
        Wrong wrong = wrong_with(exception, as_of);
        outcome.wrong = std::move(wrong.what);
        outcome.key = wrong.key;
        if (outcome.wrong.empty()) {
            outcome.last =
                exception.expires.empty() ? years_after(exception.on) : exception.expires;
            see_whether_stale(outcome, as_of);
        }
        index_[key(exception.rule, exception.record, exception.path)].push_back(outcomes_.size() -
                                                                                1);
    }
}

std::string Exceptions::key(std::string_view rule, std::string_view record, std::string_view path) {
    if (!record.empty()) return fmt::format("{}\nrecord {}", rule, record);
    return is_pattern(path) ? fmt::format("{}\npattern", rule)
                            : fmt::format("{}\npath {}", rule, path);
}

const ExceptionOutcome* Exceptions::find(const ExceptionQuery& finding) {
    const ExceptionOutcome* found = nullptr;
    if (outcomes_.empty()) return found;
    look(key(finding.rule, finding.record, {}), finding, found);
    look(fmt::format("{}\npath {}", finding.rule, finding.path), finding, found);
    look(fmt::format("{}\npattern", finding.rule), finding, found);
    return found;
}

void Exceptions::look(const std::string& key, const ExceptionQuery& finding,
                      const ExceptionOutcome*& found) {
    const auto listed = index_.find(key);
    if (listed == index_.end()) return;
    for (const std::size_t index : listed->second) {
        ExceptionOutcome& outcome = outcomes_[index];
        const AuditException& exception = *outcome.exception;
        if (!exception.path.empty() && exception.path != finding.path &&
            !base::fits_glob(finding.path, exception.path))
            continue;
        if (!exception.field.empty() && exception.field != finding.field) continue;
        if (!exception.value_sha256.empty() && exception.value_sha256 != finding.value_sha256) {
            if (!outcome.other_value) outcome.other_value = finding.value;
            continue;
        }
        ++outcome.matched;
        if (found == nullptr && outcome.holds() && !is_of_integrity(finding.rule)) found = &outcome;
    }
}

void Exceptions::see(const std::string& record, const std::string& path) {
    if (outcomes_.empty()) return;
    records_.insert(record);
    paths_.insert(path);
}

std::span<const ExceptionOutcome> Exceptions::outcomes() {
    for (ExceptionOutcome& outcome : outcomes_) {
        const AuditException& exception = *outcome.exception;
        if (outcome.matched > 0 || outcome.is_seen) {
            outcome.is_seen = true;
        } else if (!exception.record.empty()) {
            outcome.is_seen = records_.contains(exception.record);
        } else {
            outcome.is_seen = paths_.contains(exception.path) ||
                              (is_pattern(exception.path) &&
                               std::ranges::any_of(paths_, [&](const std::string& path) {
                                   return base::fits_glob(path, exception.path);
                               }));
            if (!outcome.is_seen) outcome.near_path = near_path(exception.path);
        }
    }
    return outcomes_;
}

/// The first of them by name, so that it is the same each time.
std::string Exceptions::near_path(const std::string& stated) const {
    std::string nearest;
    for (const std::string& path : paths_)
        if (is_near(path, stated) && (nearest.empty() || path < nearest)) nearest = path;
    return nearest;
}

std::string ExceptionOutcome::at(std::string_view name) const {
    const auto found =
        std::ranges::find(exception->keys_at, name, &std::pair<std::string, std::string>::first);
    return found == exception->keys_at.end() ? std::string() : found->second;
}

}  // namespace solander::audit
