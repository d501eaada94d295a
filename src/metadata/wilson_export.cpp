// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/edtf.h"
#include "metadata/field.h"
#include "metadata/language_names.h"
#include "metadata/wilson_record.h"
#include "metadata/wilson_words.h"

// Form D: PDF exports. Their lines may be joined into one, so everything is found by its labels,
// wherever they stand.

namespace solander::metadata {

namespace {

constexpr std::string_view kContents = "wilson.contents";
constexpr std::string_view kSite =
    "Digital Archive digitalarchive.wilsoncenter.org International History Declassified";

constexpr std::string_view kCitationLabel = "Citation:";
constexpr std::string_view kSummaryLabel = "Summary:";
constexpr std::string_view kCreditsLabel = "Credits:";
constexpr std::string_view kLanguageLabel = "Original Language:";
constexpr std::string_view kContentsLabel = "Contents:";

/// Of a language without a label after it to end it.
constexpr std::size_t kMaxLanguageBytes = 40;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// A label with the text up to the next one. `label` is empty where there is none.
struct Field {
    std::string_view label;
    std::string_view value;
};

/// The first time that `label` stands in `text` as words of its own; nothing if it does not.
std::string_view find_label(std::string_view text, std::string_view label) {
    for (auto at = text.find(label); at != text.npos; at = text.find(label, at + 1)) {
        const auto end = at + label.size();
        if ((at == 0 || is_blank(text[at - 1])) && (end == text.size() || is_blank(text[end])))
            return text.substr(at, label.size());
    }
    return {};
}

std::string_view up_to(std::string_view text, std::string_view piece) {
    return text.substr(0, static_cast<std::size_t>(piece.data() - text.data()));
}
std::string_view behind(std::string_view text, std::string_view piece) {
    return text.substr(static_cast<std::size_t>(piece.data() - text.data()) + piece.size());
}

struct ExportLayout {
    std::string_view head;
    Field citation;
    Field summary;
    Field credits;
    Field language;
    Field contents;
};

/// Takes the field of `label` off the end of `text`, where it is.
Field take_last(std::string_view& text, std::string_view label) {
    const auto found = find_label(text, label);
    if (found.empty()) return {};
    const Field field{found, trimmed(behind(text, found))};
    text = up_to(text, found);
    return field;
}

/// A label counts where records have it: the first `Citation:`, the first `Original Language:`
/// after it, the first `Contents:` after that. Behind that they are words of the body.
std::optional<ExportLayout> find_layout(std::string_view text) {
    const auto citation = find_label(text, kCitationLabel);
    if (citation.empty()) return std::nullopt;
    const auto language = find_label(behind(text, citation), kLanguageLabel);
    if (language.empty()) return std::nullopt;

    ExportLayout layout;
    layout.head = up_to(text, citation);
    auto record = behind(text, citation);
    auto rest = behind(record, language);
    record = up_to(record, language);
    layout.contents = take_last(rest, kContentsLabel);
    layout.language = {language, trimmed(rest)};
    auto before_credits = record;
    layout.credits = take_last(before_credits, kCreditsLabel);
    layout.summary = take_last(before_credits, kSummaryLabel);
    layout.citation = {citation, trimmed(before_credits)};
    return layout;
}

/// The date that `text` starts with: as many of its first three words as make one.
std::string_view date_in_front(std::string_view text) {
    static constexpr std::size_t kWords = 3;
    std::string_view found;
    std::size_t end = 0;
    for (std::size_t word = 0; word < kWords && end < text.size(); ++word) {
        while (end < text.size() && !is_blank(text[end])) ++end;
        const auto words = text.substr(0, end);
        if (base::edtf_from_words(fold_white_space(words))) found = words;
        while (end < text.size() && is_blank(text[end])) ++end;
    }
    return found;
}

class ExportRecord {
public:
    explicit ExportRecord(const Received& received)
        : record_(received, "D", TextQuoter::Precision::bytes) {}

    Result<Document> read(const ExportLayout& layout) {
        auto& drops = record_.origin().drops;
        drops = {Drop::link_text};
        if (layout.contents.label.empty()) drops.push_back(Drop::end);
        read_head(layout.head);
        read_credits(layout.credits);
        read_citation_field(layout.citation);
        if (document().dates.empty() && document().titles.empty())
            return Error(
                ErrorCode::format,
                "looks like a Wilson Center PDF export (form D), but has neither a date in "
                "front nor a citation with a title");
        read_summary(layout.summary);
        read_language(layout.language, !layout.contents.label.empty());
        read_contents(layout.contents);
        return record_.finish();
    }

private:
    Document& document() { return record_.document(); }
    const TextQuoter& quoter() const { return record_.quoter(); }
    Said blank(const Field& field) const { return quoter().blank(field.label, field.label); }

    void read_head(std::string_view head);
    void read_credits(const Field& credits);
    void read_citation_field(const Field& field);
    void read_summary(const Field& summary);
    void read_language(const Field& field, bool is_ended);
    void read_contents(const Field& contents);

    WilsonRecord record_;
};

/// The name of the site, a date, a title. Without a date nothing in the head can be told apart.
void ExportRecord::read_head(std::string_view head) {
    head = trimmed(head);
    if (const auto rest = after_words(head, kSite)) {
        record_.add_unattributed(up_to(head, *rest));
        head = trimmed(*rest);
    }
    const auto date = date_in_front(head);
    if (date.empty()) {
        for (const auto line : split_lines(head)) record_.add_unattributed(line);
        return;
    }
    add_date(document().dates, DateOf::creation, State::stated, quoter().said(date, kWilsonHead));
    bool is_title = true;
    for (const auto line : split_lines(behind(head, date))) {
        if (line.empty()) continue;
        if (is_title)
            add(document().titles, State::stated, quoter().said(line, kWilsonHead));
        else
            record_.add_unattributed(line);
        is_title = false;
    }
}

void ExportRecord::read_credits(const Field& credits) {
    if (credits.label.empty()) return;
    if (credits.value.empty())
        add(document().funding_credits, State::blank, blank(credits));
    else
        record_.add_credit(credits.value, kCreditsLabel);
}

void ExportRecord::read_citation_field(const Field& field) {
    if (field.value.empty()) return;
    if (const auto citation = read_citation(field.value))
        record_.add_citation(*citation);
    else
        put_note(document(), std::string(kCitationLabel),
                 quoter().said(field.value, {}, kCitationLabel));
}

/// Words that were links are gone from a summary. A blank before a comma tells where.
bool has_gaps(std::string_view text) {
    return std::ranges::any_of(
        std::array<std::string_view, 3>{" ,", " . ", " ;"},
        [text](std::string_view sign) { return text.find(sign) != text.npos; });
}

void ExportRecord::read_summary(const Field& summary) {
    if (summary.label.empty()) return;
    if (summary.value.empty()) {
        add(document().descriptions, State::blank, blank(summary));
        return;
    }
    auto said = quoter().said(summary.value, {}, kSummaryLabel);
    said.place.gaps = has_gaps(said.words);
    add(document().descriptions, State::stated, std::move(said));
}

/// Where no label ends it, it is the name that stands there, or a few words and no more.
void ExportRecord::read_language(const Field& field, bool is_ended) {
    auto value = field.value;
    std::string_view rest;
    if (!is_ended) {
        const auto named = language_in_front(value);
        if (named)
            value = value.substr(0, named->name.size());
        else if (value.size() > kMaxLanguageBytes || value.find('\n') != value.npos)
            value = {};
        rest = trimmed(field.value.substr(value.size()));
    }
    auto& language = value.empty() ? add(document().languages, State::blank, blank(field))
                                   : add_language(document().languages, State::stated,
                                                  quoter().said(value, {}, kLanguageLabel));
    language.of = LanguageOf::original;
    for (const auto line : split_lines(rest)) record_.add_unattributed(line);
}

/// What the export says that it contains stands in front of its text.
void ExportRecord::read_contents(const Field& contents) {
    static constexpr std::string_view kScan = "Scan of Original Document";
    auto rest = contents.value;
    auto kind = BodyKind::unstated;
    std::string_view language;
    bool has_scan = false;
    for (;;) {
        const auto named = language_in_front(rest);
        const auto of_named = named ? after_words(rest, named->name) : std::nullopt;
        const auto translation = of_named ? after_words(*of_named, " Translation") : std::nullopt;
        const auto scan = after_words(rest, kScan);
        if (translation && language.empty()) {
            auto& text = add(document().languages, State::inferred,
                             quoter().said(up_to(rest, *translation), kContents));
            text.of = LanguageOf::text;
            text.code = named->code;
            kind = BodyKind::translation;
            language = named->code;
            rest = trimmed(*translation);
        } else if (scan && !has_scan) {
            has_scan = true;
            put_note(document(), std::string(kContentsLabel),
                     quoter().said(up_to(rest, *scan), {}, kContentsLabel));
            rest = trimmed(*scan);
        } else {
            break;
        }
    }
    const auto lines = split_lines(rest);
    record_.add_body(lines, {0, lines.size()}, kind, language);
}

}  // namespace

Result<Document> read_wilson_export(const Received& received) {
    const auto layout = find_layout(received.text);
    if (!layout)
        return Error(ErrorCode::format,
                     "looks like a Wilson Center PDF export (form D), but has no 'Original "
                     "Language:' after its 'Citation:'");
    return ExportRecord(received).read(*layout);
}

}  // namespace solander::metadata
