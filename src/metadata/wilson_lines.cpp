// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metadata/field.h"
#include "metadata/language_names.h"
#include "metadata/wilson_layout.h"
#include "metadata/wilson_record.h"
#include "metadata/wilson_words.h"
#include "xml/writer.h"

// Forms A and B: one block a line, labels on lines of their own. The blank lines of form B say
// nothing that the lines themselves do not, so both are laid out without them.

namespace solander::metadata {

namespace {

constexpr std::string_view kSummaryBeforeLabels = "wilson.summary-before-labels";
constexpr std::string_view kSourceByPlace = "wilson.value-after-document-information";
constexpr std::string_view kRightsByWording = "wilson.rights-by-wording";

/// Makes one document of one text and its layout.
class LinesRecord {
public:
    LinesRecord(const Received& received, std::string_view form, const TextLines& lines,
                const FlatLayout& layout)
        : lines_(lines), layout_(layout), record_(received, form, TextQuoter::Precision::lines) {}

    /// Labels that are there, and that nothing was read of, are told of.
    void remark(std::vector<Remark>& remarks) const {
        const auto labels = layout_.labels_not_read(lines_);
        if (!labels) return;
        remarks.push_back({"wilson.labels-not-read", record_.quoter().place(piece(*labels)),
                           "are labels of a record, parted from its rights text by lines that are "
                           "none; nothing was read of them. Under a label stands one line at most, "
                           "and only under Source and Original Archive"});
    }

    Document read(bool keeps_literal_values) {
        add_drops(keeps_literal_values);
        add_head();
        record_.add_body(lines_, layout_.body);
        for (const auto& line : layout_.labels) add_label(line);
        add_rights();
        add_unattributed();
        return record_.finish();
    }

private:
    std::string_view piece(LineRange range) const {
        return span_of(lines_[range.first], lines_[range.last - 1]);
    }
    bool has_value_without_label() const {
        const auto* heading = layout_.find(WilsonField::heading);
        const bool source =
            heading != nullptr && heading->value && layout_.find(WilsonField::source) == nullptr;
        const bool rights = !layout_.rights.empty() && layout_.find(WilsonField::rights) == nullptr;
        return source || rights;
    }

    /// Every record has an id and a day on which it was uploaded.
    bool has_lost_literal() const {
        return std::ranges::any_of(std::array{WilsonField::record_id, WilsonField::upload_date},
                                   [this](WilsonField field) {
                                       const auto* label = layout_.find(field);
                                       return label != nullptr && !label->value;
                                   });
    }

    void add_drops(bool keeps_literal_values);
    void add_head();
    void add_label(const LabelLine& line);
    void add_value(const LabelLine& line);
    void add_rights();
    void add_contact(Rights& rights);
    void add_unattributed();

    const TextLines& lines_;
    const FlatLayout& layout_;
    WilsonRecord record_;
};

void LinesRecord::add_drops(bool keeps_literal_values) {
    auto& drops = record_.origin().drops;
    drops = {Drop::linked_values};
    if (!keeps_literal_values || has_lost_literal()) drops.push_back(Drop::literal_values);
    const bool no_labels = layout_.labels.empty() && !layout_.cut;
    if (no_labels || !layout_.unread.empty() || has_value_without_label())
        drops.push_back(Drop::labels);
    if (layout_.cut) drops.push_back(Drop::end);
}

void LinesRecord::add_head() {
    auto& d = record_.document();
    const auto& quoter = record_.quoter();
    add_date(d.dates, DateOf::creation, State::stated,
             quoter.said(lines_[layout_.date], kWilsonHead));
    add(d.titles, State::stated, quoter.said(lines_[layout_.title], kWilsonHead));
    if (layout_.credit) record_.add_credit(lines_[*layout_.credit]);
    if (layout_.summary)
        add(d.descriptions, State::inferred,
            quoter.said(lines_[*layout_.summary], kSummaryBeforeLabels));
}

/// The field that a label has in a record; nothing for the labels that are more than one field.
void put_value(Document& d, WilsonField field, State state, Said said) {
    // clang-format off
    switch (field) {
        case WilsonField::creator: add(d.creators, state, std::move(said)); return;
        case WilsonField::contributor: add(d.contributors, state, std::move(said)); return;
        case WilsonField::subject_agent: add(d.subject_agents, state, std::move(said)); return;
        case WilsonField::subject_place: add(d.subject_places, state, std::move(said)); return;
        case WilsonField::subject: add(d.subjects, state, std::move(said)); return;
        case WilsonField::relation: add(d.relations, state, std::move(said)); return;
        case WilsonField::heading: return;
        case WilsonField::source: add(d.sources, state, std::move(said)); return;
        case WilsonField::original_archive: add(d.original_archives, state, std::move(said)); return;
        case WilsonField::rights: return;  // With the rights text.
        case WilsonField::upload_title: add(d.titles, state, std::move(said)); return;
        case WilsonField::upload_date: add_date(d.dates, DateOf::upload, state, std::move(said)); return;
        case WilsonField::type: add(d.types, state, std::move(said)); return;
        case WilsonField::language: add_language(d.languages, state, std::move(said)); return;
        case WilsonField::record_id: add(d.identifiers, state, std::move(said)).type = "record-id"; return;
        case WilsonField::classification: add(d.classifications, state, std::move(said)); return;
        case WilsonField::donors: add(d.funding_credits, state, std::move(said)); return;
    }
    // clang-format on
}

void LinesRecord::add_label(const LabelLine& line) {
    if (line.value) {
        add_value(line);
    } else {
        put_value(record_.document(), line.label->field, State::blank,
                  record_.quoter().blank(lines_[line.line], line.label->text));
    }
}

void LinesRecord::add_value(const LabelLine& line) {
    const auto value = lines_[*line.value];
    const auto label = line.label->text;
    switch (line.label->field) {
        case WilsonField::source:
            record_.add_source(State::stated, value, {}, label);
            return;
        case WilsonField::donors:
            record_.add_donors(value, label);
            return;
        case WilsonField::heading:
            // A heading has no value: what stands under it is the source whose label is lost. Where
            // that label is there, nobody knows what it is.
            if (layout_.find(WilsonField::source) == nullptr)
                record_.add_source(State::inferred, value, kSourceByPlace);
            else
                put_note(record_.document(), std::string(label), record_.quoter().said(value));
            return;
        case WilsonField::creator:
        case WilsonField::contributor:
        case WilsonField::subject_agent:
        case WilsonField::subject_place:
        case WilsonField::subject:
        case WilsonField::relation:
        case WilsonField::original_archive:
        case WilsonField::rights:
        case WilsonField::upload_title:
        case WilsonField::upload_date:
        case WilsonField::type:
        case WilsonField::language:
        case WilsonField::record_id:
        case WilsonField::classification:
            put_value(record_.document(), line.label->field, state_of(value),
                      record_.quoter().said(value, {}, label));
            return;
    }
}

void LinesRecord::add_rights() {
    auto& rights = record_.document().rights.emplace_back();
    const auto& quoter = record_.quoter();
    const auto* label = layout_.find(WilsonField::rights);
    if (!layout_.rights.empty() && label != nullptr) {
        add(rights.statements, State::stated,
            quoter.said(piece(layout_.rights), {}, label->label->text));
    } else if (!layout_.rights.empty()) {
        add(rights.statements, State::inferred,
            quoter.said(piece(layout_.rights), kRightsByWording));
    } else if (label != nullptr) {
        add(rights.statements, State::blank, quoter.blank(lines_[label->line], label->label->text));
    }
    if (layout_.known_rights) {
        rights.scope = RightsScope::collection;
        rights.rule = kWilsonRightsRule;
    }
    if (layout_.contact) add_contact(rights);
}

/// Name and address; an address that the capture hid is a blank of its own, with its placeholder.
void LinesRecord::add_contact(Rights& rights) {
    const auto line = lines_[*layout_.contact];
    // Of the line as the layout saw it: some characters of it may be replaced in the quote.
    const auto found = wilson_rights_contact(line).value_or(WilsonContact{});
    auto& contact = rights.contacts.emplace_back();
    contact.state = State::stated;
    contact.name = xml::storable(found.name, nullptr);
    contact.email = xml::storable(found.email, nullptr);
    contact.place = record_.quoter().said(line).place;
    if (found.placeholder.empty()) return;
    Contact hidden;
    hidden.state = State::blank;
    hidden.verbatim = xml::storable(found.placeholder, nullptr);
    hidden.place = contact.place;
    rights.contacts.push_back(std::move(hidden));
}

void LinesRecord::add_unattributed() {
    for (const auto range : {LineRange{0, layout_.date}, layout_.unread, layout_.rest}) {
        for (auto line = range.first; line < range.last; ++line)
            record_.add_unattributed(lines_[line]);
    }
}

}  // namespace

Result<Document> read_wilson_lines(const Received& received, bool blank_lines,
                                   std::vector<Remark>& remarks) {
    auto lines = split_lines(received.text);
    if (blank_lines) lines = without_blank_lines(lines);
    const auto layout = find_flat_layout(lines);
    if (!layout)
        return Error(ErrorCode::format,
                     "no Wilson Center record: there must be a date line within the first four "
                     "lines, a title under it, and a credit line, a rights text or labels");
    LinesRecord record(received, blank_lines ? "B" : "A", lines, *layout);
    record.remark(remarks);
    return record.read(blank_lines);
}

}  // namespace solander::metadata
