// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>
#include <vector>

#include "metadata/absences.h"
#include "metadata/field.h"
#include "metadata/marks.h"
#include "metadata/reader.h"
#include "metadata/text_lines.h"
#include "metadata/wilson_form.h"
#include "metadata/wilson_layout.h"
#include "metadata/wilson_words.h"
#include "xml/writer.h"

namespace solander::metadata {

extern const Reader wilson_flat;

namespace {

// Reading rules, as manifests name them. Spec: docs/metadata.md, "Rules".
constexpr std::string_view kHead = "wilson.head";
constexpr std::string_view kSummary = "wilson.summary-before-labels";
constexpr std::string_view kSourceByPlace = "wilson.value-after-document-information";
constexpr std::string_view kRightsByWording = "wilson.rights-by-wording";
constexpr std::string_view kMark = "body.mark";

constexpr std::string_view kOrigin = "c1";

/// Makes one document of one text and its layout.
class FlatRecord {
public:
    FlatRecord(const TextLines& lines, const FlatLayout& layout) : lines_(lines), layout_(layout) {}

    Document read(std::string_view payload_path) {
        add_origin(payload_path);
        add_head();
        add_body();
        for (const auto& line : layout_.labels) add_label(line);
        add_rights();
        add_unattributed();
        state_absences(document_);
        return std::move(document_);
    }

private:
    Said said(LineRange range, std::string_view rule = {}, std::string_view label = {}) const {
        auto quoted = quote(lines_, range);
        Said result{std::move(quoted.words), {}};
        result.place.origin = kOrigin;
        result.place.at = place_of(range);
        result.place.rule = rule;
        result.place.label = label;
        result.place.replaced = quoted.replaced;
        return result;
    }

    Said said(std::size_t line, std::string_view rule = {}, std::string_view label = {}) const {
        return said(LineRange{line, line + 1}, rule, label);
    }

    void add_origin(std::string_view payload_path);
    void add_head();
    void add_body();
    void add_label(const LabelLine& line);
    void add_heading_value(const LabelLine& line);
    void add_rights();
    void add_unattributed();

    const TextLines& lines_;
    const FlatLayout& layout_;
    Document document_;
};

void FlatRecord::add_origin(std::string_view payload_path) {
    Origin origin;
    origin.id = kOrigin;
    origin.kind = OriginKind::capture;
    origin.file = payload_path;
    origin.reader = wilson_flat.name;
    origin.form = "A";
    origin.drops = {Drop::linked_values, Drop::literal_values};
    const bool lost_labels = layout_.labels.empty() && !layout_.cut;
    if (lost_labels || !layout_.unread.empty()) origin.drops.push_back(Drop::labels);
    if (layout_.cut) origin.drops.push_back(Drop::end);
    document_.origins.push_back(std::move(origin));
}

void FlatRecord::add_head() {
    add_date(document_.dates, DateOf::creation, State::stated, said(layout_.date, kHead));
    add(document_.titles, State::stated, said(layout_.title, kHead));
    if (!layout_.credit) return;

    auto& credit = add(document_.funding_credits, State::stated, said(*layout_.credit));
    const auto name = credited_funder(credit.verbatim).value_or(std::string_view());
    if (name.empty()) {
        credit.state = State::blank;
    } else {
        credit.funders.emplace_back().agent.name = name;
    }
}

void FlatRecord::add_body() {
    if (layout_.summary)
        add(document_.descriptions, State::inferred, said(*layout_.summary, kSummary));
    if (layout_.body.empty()) return;
    for (const auto& mark : marks_in_head(lines_, layout_.body)) {
        auto found = said(mark.line, kMark);
        found.words = mark.words;
        found.place.replaced = false;  // Marks are plain letters, whatever stands beside them.
        add(document_.classifications, State::inferred, std::move(found));
    }
    document_.bodies.push_back(
        {BodyKind::unstated, {}, std::string(kOrigin), place_of(layout_.body)});
}

void FlatRecord::add_label(const LabelLine& line) {
    auto& d = document_;
    const auto state = line.value ? State::stated : State::blank;
    auto value = said(line.value.value_or(line.line), {}, line.label->text);
    if (!line.value) value.words.clear();
    const auto put = [&](auto& field) -> auto& {
        return add(field, state, std::move(value));
    };
    // clang-format off
    switch (line.label->field) {
        case WilsonField::creator: put(d.creators); return;
        case WilsonField::contributor: put(d.contributors); return;
        case WilsonField::subject_agent: put(d.subject_agents); return;
        case WilsonField::subject_place: put(d.subject_places); return;
        case WilsonField::subject: put(d.subjects); return;
        case WilsonField::relation: put(d.relations); return;
        case WilsonField::heading:
            if (line.value) add_heading_value(line);
            return;
        case WilsonField::source: put(d.sources); return;
        case WilsonField::original_archive: put(d.original_archives); return;
        case WilsonField::rights: return;  // With the rights text.
        case WilsonField::upload_title: put(d.titles); return;
        case WilsonField::upload_date:
            add_date(d.dates, DateOf::upload, state, std::move(value));
            return;
        case WilsonField::type: put(d.types); return;
        case WilsonField::language: put(d.languages); return;
        case WilsonField::record_id: put(d.identifiers).type = "record-id"; return;
        case WilsonField::classification: put(d.classifications); return;
        case WilsonField::donors: put(d.funding_credits); return;
    }
    // clang-format on
}

/// "Document Information" is a heading and has no value: what stands under it is the source whose
/// label is lost. Where that label is there, nobody knows what it is.
void FlatRecord::add_heading_value(const LabelLine& line) {
    if (layout_.find(WilsonField::source) == nullptr) {
        add(document_.sources, State::inferred, said(*line.value, kSourceByPlace));
        return;
    }
    auto value = said(*line.value);
    Note note;
    note.place = std::move(value.place);
    note.words = std::move(value.words);
    note.type = line.label->text;
    document_.notes.push_back(std::move(note));
}

void FlatRecord::add_rights() {
    auto& rights = document_.rights.emplace_back();
    const auto* label = layout_.find(WilsonField::rights);
    const auto label_text = label != nullptr ? label->label->text : std::string_view();
    if (!layout_.rights.empty() && label != nullptr) {
        add(rights.statements, State::stated, said(layout_.rights, {}, label_text));
    } else if (!layout_.rights.empty()) {
        add(rights.statements, State::inferred, said(layout_.rights, kRightsByWording));
    } else if (label != nullptr) {
        auto blank = said(label->line, {}, label_text);
        blank.words.clear();
        add(rights.statements, State::blank, std::move(blank));
    }
    if (layout_.known_rights) {
        rights.scope = RightsScope::collection;
        rights.rule = kWilsonRightsRule;
    }
    if (layout_.contact) {
        auto& contact = rights.contacts.emplace_back();
        auto line = said(*layout_.contact);
        // Of the line as the layout saw it: some characters of it may have been replaced above.
        const auto found =
            wilson_rights_contact(lines_[*layout_.contact]).value_or(WilsonContact{});
        contact.state = State::stated;
        contact.name = xml::storable(found.name, nullptr);
        contact.email = xml::storable(found.email, nullptr);
        contact.place = std::move(line.place);
    }
}

void FlatRecord::add_unattributed() {
    for (const auto range : {LineRange{0, layout_.date}, layout_.unread, layout_.rest}) {
        for (auto line = range.first; line < range.last; ++line) {
            if (lines_[line].empty()) continue;
            auto words = said(line);
            document_.unattributed.push_back({std::move(words.place), std::move(words.words)});
        }
    }
}

Recognition recognises(const Received& received) {
    return wilson_form(split_lines(received.text)) == WilsonForm::flat ? Recognition::certain
                                                                       : Recognition::no;
}

Result<Reading> read(const Received& received) {
    const auto lines = split_lines(received.text);
    const auto layout = find_flat_layout(lines);
    if (!layout || wilson_form(lines) != WilsonForm::flat) {
        return Error(ErrorCode::format,
                     "no Wilson Center record in one line a block (form A): there must be a date "
                     "line within the first four lines, a title under it, and a credit line, a "
                     "rights text or labels");
    }
    Reading reading;
    reading.documents.push_back({FlatRecord(lines, *layout).read(received.payload_path)});
    return reading;
}

}  // namespace

const Reader wilson_flat{
    .name = "wilson/1",
    .title = "Wilson Center Digital Archive records captured as text, one line a block (form A)",
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
