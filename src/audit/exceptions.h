// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <solander/audit.h>

namespace solander::audit {

/// The words that a reason can be.
std::span<const std::string_view> exception_reasons();

/// Whether a rule is about whether a record is one, and hangs together: nobody can accept away
/// that.
bool is_of_integrity(std::string_view rule);

/// What has come of an exception.
struct ExceptionOutcome {
    const AuditException* exception = nullptr;
    std::string wrong = {};     ///< Why it is none, as the end of a sentence; empty: it is one.
    std::string stale = {};     ///< Likewise, why it does not hold on the day.
    bool is_early = false;      ///< Stale, as its first day is yet to come.
    std::string_view key = {};  ///< Of its keys the one that is wrong or stale; empty: none.
    std::string last = {};      ///< The last day on which it holds, stated or three years after.
    std::size_t matched = 0;    ///< Findings, whether or not it holds.
    bool is_seen = false;       ///< Whether its record was audited.
    std::optional<std::string> other_value = {};  ///< Of a finding that has another value than its.
    /// Where its path fits nothing: a path that was audited and ends or begins as it does.
    std::string near_path = {};

    bool holds() const { return wrong.empty() && stale.empty(); }
    /// The line of one of its keys; empty where it has none.
    std::string at(std::string_view name) const;
};

/// A finding on one record, as exceptions are held against it.
struct ExceptionQuery {
    std::string_view rule;
    std::string_view record;  ///< audit_record_key()
    std::string_view path;
    std::string_view field;
    std::string_view value;
    std::string_view value_sha256;
};

/// Which findings somebody has accepted. A finding is looked up by rule and record or path, so that
/// many findings and many exceptions take no longer than both together; patterns aside.
class Exceptions {
public:
    /// What `stated` refers to must outlive this.
    Exceptions(std::span<const AuditException> stated, std::string_view as_of);

    bool is_empty() const { return outcomes_.empty(); }
    /// The exception that accepts a finding; null if none does. Keeps in mind which were of use.
    const ExceptionOutcome* find(const ExceptionQuery& finding);
    /// That a record was audited.
    void see(const std::string& record, const std::string& path);
    /// In the order in which they are stated; after all findings and records.
    std::span<const ExceptionOutcome> outcomes();

private:
    static std::string key(std::string_view rule, std::string_view record, std::string_view path);
    std::string near_path(const std::string& stated) const;
    void look(const std::string& key, const ExceptionQuery& finding,
              const ExceptionOutcome*& found);

    std::vector<ExceptionOutcome> outcomes_;
    std::unordered_map<std::string, std::vector<std::size_t>> index_;
    std::unordered_set<std::string> records_;
    std::unordered_set<std::string> paths_;
};

}  // namespace solander::audit
