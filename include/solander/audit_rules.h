// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace solander {

/// What a finding of an audit asks for, the worst first. An audit judges records, not the law: what
/// only a person can decide is a `review`, a question.
enum class AuditLevel {
    error,    ///< A contradiction, or what a target will refuse or lose.
    warning,  ///< An archivist should look.
    review,   ///< Only a person can decide.
    note,     ///< It could be better.
    off,      ///< Not told.
};
inline constexpr std::size_t kAuditLevelCount = 4;  ///< Of those that are told.

std::string_view audit_level_name(AuditLevel level);  ///< `error`, …
std::optional<AuditLevel> parse_audit_level(std::string_view name);
/// Whether a finding counts against a threshold. That of `review` is reached by any finding, and by
/// a review alone it is the only one that is; `off` is never reached.
bool audit_level_reaches(AuditLevel level, AuditLevel threshold);

/// What is known of a rule without any record at hand. Ids are permanent.
struct AuditRuleInfo {
    std::string_view id;  ///< `RGT009`
    std::string_view title;
    AuditLevel level = AuditLevel::error;  ///< Where no profile says otherwise.
    std::string_view why;
    std::string_view fix;
    std::string_view example;
    std::string_view source;  ///< The rule of a standard or an aggregator that it rests on.
};
std::vector<AuditRuleInfo> audit_rules();                           ///< In order of their ids.
std::optional<AuditRuleInfo> find_audit_rule(std::string_view id);  ///< Letters of either case.

/// What findings are about, as records call it: `original-archive`.
std::span<const std::string_view> audit_fields();

/// Levels, and what a record must have, for one purpose. Several can be combined: each rule then
/// has the strictest level that one of them states, or its own where none does.
struct AuditProfileInfo {
    std::string_view name;  ///< `dpla`
    std::string_view version;
    std::string_view title;
    std::string_view source;  ///< What it was taken from.
};
std::vector<AuditProfileInfo> audit_profiles();

/// A list of terms inside this program.
struct AuditVocabularyInfo {
    std::string_view name;
    std::string_view version;
    std::string_view date;  ///< As of when it was taken.
    std::string_view source;
};
std::vector<AuditVocabularyInfo> audit_vocabularies();

}  // namespace solander
