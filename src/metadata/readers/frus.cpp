// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "metadata/absences.h"
#include "metadata/field.h"
#include "metadata/frus_layout.h"
#include "metadata/frus_note.h"
#include "metadata/hand_over.h"
#include "metadata/reader.h"
#include "metadata/text_quoter.h"

namespace solander::metadata {

extern const Reader frus;

namespace {

// Reading rules, as manifests name them. Spec: docs/metadata.md, "Rules".
constexpr std::string_view kHeading = "frus.heading";
constexpr std::string_view kDateline = "frus.dateline";
constexpr std::string_view kSourceNote = "frus.source-note";
constexpr std::string_view kFileNumber = "frus.file-number";

constexpr std::string_view kOrigin = "c1";

/// Makes one document of one entry.
class FrusRecord {
public:
    FrusRecord(const Received& received, const TextQuoter& quoter, std::string_view form)
        : quoter_(quoter) {
        document_ = document_of(received, frus);
        document_.origins.front().form = form;
    }

    Document read(const FrusEntry& entry) {
        add_heading(entry);
        if (!entry.dateline.empty()) add_dateline(entry);
        if (entry.note) add_note(*entry.note);
        if (entry.file) add_file_number(*entry.file, entry.file_line);
        for (const auto line : entry.unattributed) {
            auto said = quoter_.said(line);
            document_.unattributed.push_back({std::move(said.place), std::move(said.words)});
        }
        if (!entry.body.empty())
            document_.bodies.push_back(
                {BodyKind::unstated, {}, std::string(kOrigin), quoter_.place(entry.body)});
        state_absences(document_);
        return std::move(document_);
    }

private:
    void add_heading(const FrusEntry& entry) {
        if (!entry.title.empty())
            add(document_.titles, State::stated, quoter_.said(entry.title, kHeading));
        if (!entry.number.empty())
            add(document_.identifiers, State::stated, quoter_.said(entry.number, kHeading)).type =
                "document-number";
    }

    /// Where and at what hour stays in a note: no field has them.
    void add_dateline(const FrusEntry& entry) {
        if (entry.undated)
            add(document_.dates, State::stated_none, quoter_.said(entry.date, kDateline));
        else
            add_date(document_.dates, DateOf::creation, State::stated,
                     quoter_.said(entry.date, kDateline));
        if (entry.date.size() < entry.dateline.size())
            put_note(document_, "dateline", quoter_.said(entry.dateline, kDateline));
    }

    void add_note(const FrusNote& note);
    void add_people(const std::vector<NamedPerson>& people, std::string_view role);

    void add_file_number(const FrusFileNumber& file, std::string_view line) {
        add(document_.sources, State::stated, quoter_.said(line, kFileNumber)).locator =
            quoter_.said(file.number).words;
        if (!file.type.empty())
            add(document_.types, State::stated, quoter_.said(file.type, kFileNumber));
    }

    const TextQuoter& quoter_;
    Document document_;
};

void FrusRecord::add_note(const FrusNote& note) {
    const auto label = std::string_view("Source:");
    auto& source = add(document_.sources, note.ibid ? State::blank : State::stated,
                       quoter_.said(note.whole, kSourceNote, label));
    if (!note.locator.empty()) source.locator = quoter_.said(note.locator).words;
    if (!note.repository.empty()) {
        auto said = quoter_.said(note.repository, kSourceNote);
        auto& archive = document_.original_archives.emplace_back();
        archive.state = State::inferred;
        archive.name = std::move(said.words);
        archive.place = std::move(said.place);
    }
    for (const auto mark : note.classifications)
        add(document_.classifications, note.unclassified ? State::stated_none : State::stated,
            quoter_.said(mark, kSourceNote));
    add_people(note.drafters, "drafter");
    add_people(note.approvers, "approver");
}

void FrusRecord::add_people(const std::vector<NamedPerson>& people, std::string_view role) {
    for (const auto& person : people) {
        auto said = quoter_.said(person.whole, kSourceNote);
        auto& contributor = document_.contributors.emplace_back();
        contributor.state = State::stated;
        contributor.place = std::move(said.place);
        contributor.role = role;
        contributor.agent.name = quoter_.said(person.name).words;
        if (!person.affiliation.empty())
            contributor.agent.affiliation = quoter_.said(person.affiliation).words;
    }
}

/// `Department of State1`, though not `Letter of 1958`
bool ends_with_glued_figure(std::string_view title) {
    const auto last = title.find_last_not_of("0123456789");
    return last != title.npos && last + 1 < title.size() && title[last] != ' ';
}

void remark_on(const FrusEntry& entry, const TextQuoter& quoter, std::vector<Remark>& remarks) {
    if (entry.note && entry.note->ibid)
        remarks.push_back({"frus.ibid", quoter.place(entry.note->whole),
                           "the source is given as 'Ibid.', which stands for the note before it in "
                           "the volume: find that note, and give the source by pack --set"});
    if (ends_with_glued_figure(entry.title))
        remarks.push_back({"frus.footnote-mark", quoter.place(entry.title),
                           "the title ends with a figure, which may be the mark of a footnote; it "
                           "was kept"});
}

/// A note with a repository and a classification is in no other kind of text.
Recognition recognises(const Received& received) {
    const auto lines = split_lines(received.text);
    bool maybe = false;
    for (const auto line : lines) {
        const auto note = read_frus_note(line);
        if (note && !note->repository.empty() && !note->classifications.empty())
            return Recognition::certain;
        maybe = maybe || note.has_value();
    }
    return maybe || has_frus_file_number(lines) ? Recognition::maybe : Recognition::no;
}

Result<Reading> read(const Received& received) {
    const auto lines = split_lines(received.text);
    auto layout = find_frus_layout(lines);
    if (!layout) return layout.error();
    const TextQuoter quoter(received.text, kOrigin, TextQuoter::Precision::bytes);
    Reading reading;
    reading.documents.reserve(layout->entries.size());
    for (const auto& entry : layout->entries) {
        Described described;
        described.document = FrusRecord(received, quoter, layout->form).read(entry);
        // Records of one list are about different documents.
        if (layout->entries.size() > 1)
            described.subject = subject_in(received, fmt::format("line {}", entry.line + 1));
        reading.documents.push_back(std::move(described));
        remark_on(entry, quoter, reading.remarks);
    }
    return reading;
}

}  // namespace

const Reader frus{
    .name = "frus/1",
    .title = "documents of Foreign Relations of the United States with their source notes",
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
