// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace solander {

/// Where a code stands that is none of a Finding.
enum class RemarkKind {
    note,     ///< In the notes of make_package() and describe(), which go on.
    refusal,  ///< In the Error by which make_package() refuses a record table.
    either,   ///< A note on a record; in a record table a refusal.
    rule,     ///< At a statement of a record, as the rule by which its words were understood.
};

/// What a code of a note, of a refused record table, or of a rule means. The ids are a promise, as
/// those of findings are; none of them is one of theirs.
struct RemarkInfo {
    std::string_view id;  ///< `records.zeros-lost`
    RemarkKind kind;
    std::string_view meaning;
    std::string_view why;
    std::string_view remedy;
};

/// A note on how a text was read, for programs: the sentence is for people and is not to be parsed.
struct ReadRemark {
    std::string file;        ///< As the person would name it.
    std::string reader;      ///< Name and version of the reader that the text is for: `mods/1`.
    std::string code;        ///< `table.ragged-row`
    std::string at;          ///< As Place::at; empty: the whole text.
    std::string words;       ///< A sentence without the file's name; fit for a terminal.
    std::string value = {};  ///< What stands there, where the code alone does not say it.
    std::string path = {};   ///< Of an audit: as that of an AuditRecord.
};

/// All of them: notes, refusals, rules.
std::span<const RemarkInfo> all_remarks();
/// Null for a text that is no such code.
const RemarkInfo* find_remark(std::string_view id);

/// `note`, `refusal`, `note or refusal`, `rule`
std::string_view remark_kind_name(RemarkKind kind);

}  // namespace solander
