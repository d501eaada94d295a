// SPDX-License-Identifier: Apache-2.0
#include "audit/exceptions.h"

#include <algorithm>
#include <array>

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

std::string wrong_with_reason(const std::string& reason) {
    if (reason.empty()) return "has no reason";
    if (std::ranges::find(kReasons, reason) != kReasons.end()) return {};
    std::string text = fmt::format("has the reason '{}', which is none", base::printable(reason));
    const auto near = base::nearest(reason, kReasons);
    return near.empty() ? text : text + fmt::format("; did you mean '{}'?", near);
}

std::string wrong_with_days(const AuditException& exception, std::string_view as_of) {
    const std::string& on = exception.on;
    const std::string& expires = exception.expires;
    for (const std::string& day : {on, expires})
        if (!day.empty() && !is_day(day))
            return fmt::format("has '{}' for a day, which is none (YYYY-MM-DD)",
                               base::printable(day));
    if (on.empty() && expires.empty())
        return "says neither on which day it was accepted nor when that expires";
    if (expires.empty()) return {};
    if (!on.empty() && expires < on) return "expires before it was accepted";
    if (expires > years_after(on.empty() ? std::string(as_of) : on))
        return fmt::format("is to hold for more than {} years, until {}", kMostYears, expires);
    return {};
}

std::string wrong_with(const AuditException& exception, std::string_view as_of) {
    if (exception.rule.empty()) return "names no rule";
    if (exception.rule.starts_with("EXC")) return "accepts a finding on exceptions";
    if (exception.record.empty() && exception.path.empty()) return "names neither record nor path";
    if (auto wrong = wrong_with_reason(exception.reason); !wrong.empty()) return wrong;
    if (exception.comment.empty()) return "has no comment that tells why";
    if (exception.by.empty()) return "does not say by whom it was accepted";
    if (!exception.value_sha256.empty() && !is_sha256(exception.value_sha256))
        return "has a value-sha256 that is not 64 hexadecimal digits in small letters";
    return wrong_with_days(exception, as_of);
}

/// Of one that is not wrong.
std::string stale_since(const AuditException& exception, const std::string& last,
                        std::string_view as_of) {
    if (last < as_of) return fmt::format("expired on {}", last);
    if (exception.on > as_of) return fmt::format("was accepted on {} only", exception.on);
    return {};
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
        outcome.wrong = wrong_with(exception, as_of);
        if (outcome.wrong.empty()) {
            outcome.last =
                exception.expires.empty() ? years_after(exception.on) : exception.expires;
            outcome.stale = stale_since(exception, outcome.last, as_of);
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
        }
    }
    return outcomes_;
}

}  // namespace solander::audit
