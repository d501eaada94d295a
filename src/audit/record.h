// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>
#include <solander/document.h>

namespace solander::audit {

/// One statement of a record, whatever its type.
struct Answer {
    std::string_view field;                ///< `rights-holder`
    const Statement* statement = nullptr;  ///< Of the type that the document has for the field.
    std::string_view words;          ///< The record's own, else the name that stands for them.
    std::string_view uri = {};       ///< Of a standard statement, licence or access term.
    const Rights* rights = nullptr;  ///< The block that it is part of.
    bool value = false;              ///< Found out once, for it is asked often.

    State state() const { return statement->state; }
    const Place& place() const { return statement->place; }
    /// Whether it says something: stated or inferred, and neither blank nor a placeholder.
    bool is_value() const { return value; }
};

/// A document's record as rules look at it. Refers to `record`, which has to outlive it.
class Record {
public:
    explicit Record(const AuditRecord& record);

    const Document& document() const { return record_->document; }
    const AuditRecord& source() const { return *record_; }

    /// All statements, in the order in which manifests have their fields.
    std::span<const Answer> answers() const { return answers_; }
    std::vector<const Answer*> of(std::string_view field) const;

    /// The statements of a field that are values and stand: those from the origin of the first one.
    /// What other origins say is testimony.
    std::vector<const Answer*> standing(std::string_view field) const;
    const Answer* first_value(std::string_view field) const;  ///< Null if there is none.

    bool has_value(std::string_view field) const { return first_value(field) != nullptr; }
    /// Whether it has a value, or says in words that there is none or that it is not known.
    bool is_answered(std::string_view field) const;
    /// Whether the record says, in its words, that the answer is not known.
    bool is_stated_unknown(std::string_view field) const;

    const Origin* origin(std::string_view id) const;
    std::string title() const;  ///< Of the first value; empty if there is none.
    std::string date() const;   ///< Of creation: its EDTF, else its words.

private:
    const AuditRecord* record_;
    std::vector<Answer> answers_;
};

/// The path that patterns are held against; of a record that has no file, it is empty.
std::string path_of(const AuditRecord& record);
std::string path_of(const RefusedText& text);
std::string path_of(const ReadRemark& remark);

/// The first line of a place such as `line 3` or `lines 3-5`; nothing for places of other kinds.
std::optional<std::uint64_t> first_line(std::string_view at);

}  // namespace solander::audit
