// SPDX-License-Identifier: Apache-2.0
#include "metadata/frus_note.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include <fmt/format.h>

#include "base/edtf.h"
#include "metadata/text_lines.h"
#include "metadata/text_quoter.h"
#include "metadata/words.h"

namespace solander::metadata {

namespace {

constexpr std::string_view kLabel = "Source:";
constexpr std::string_view kFileDigits = "0123456789";

constexpr std::array<std::string_view, 7> kRepositories = {
    "Department of State",
    "Department of Defense",
    "National Archives and Records Administration",
    "National Archives",
    "Washington National Records Center",
    "Central Intelligence Agency",
    "Library of Congress"};
/// `Eisenhower Library`, `Lyndon B. Johnson Presidential Library`
constexpr std::string_view kLibrary = " Library";
constexpr std::size_t kMaxLibraryWords = 5;

constexpr std::array<std::string_view, 9> kClassifications = {
    "Top Secret",           "Secret",
    "Confidential",         "Restricted",
    "Limited Official Use", "Official Use Only",
    "Unclassified",         "No classification marking",
    "No classification"};
constexpr std::size_t kUnmarked = 7;  ///< From here on they say that there is no mark.

/// What follows the citation where no classification does.
constexpr std::string_view kDrafted = "Drafted by ";

std::string_view without_footnote_mark(std::string_view line) {
    if (line.starts_with('[')) line.remove_prefix(1);
    const auto digits = std::min(line.find_first_not_of(kFileDigits), line.size());
    if (digits == 0) return line;
    line.remove_prefix(digits);
    if (line.starts_with('.') || line.starts_with(']')) line.remove_prefix(1);
    return trimmed(line);
}

std::string_view repository_in_front(std::string_view text) {
    const auto ends = [](std::string_view rest) { return rest.starts_with(", "); };
    for (const auto name : kRepositories) {
        const auto rest = after_words(text, name);
        if (rest && ends(*rest)) return text.substr(0, text.size() - rest->size());
    }
    const auto piece = text.substr(0, text.find(','));
    const bool is_library = piece.size() < text.size() && piece.ends_with(kLibrary) &&
                            std::ranges::count(piece, ' ') < std::ptrdiff_t{kMaxLibraryWords};
    const auto named = is_library ? piece.substr(0, piece.size() - kLibrary.size()) : "";
    return is_surname(named) ? piece : std::string_view();
}

/// A classification as a sentence starts with it: behind it the sentence ends, or a handling mark
/// follows.
std::string_view classification_in_front(std::string_view text) {
    for (const auto words : kClassifications) {
        const auto rest = after_words(text, words);
        if (rest && (rest->empty() || rest->starts_with('.') || rest->starts_with(';')))
            return text.substr(0, text.size() - rest->size());
    }
    return {};
}

/// Where the sentence of the classification or of the drafting starts; the end where neither does.
std::size_t find_remarks(std::string_view text) {
    for (auto at = text.find(". "); at != text.npos; at = text.find(". ", at + 1)) {
        const auto rest = text.substr(at + 2);
        if (!classification_in_front(rest).empty() || after_words(rest, kDrafted)) return at + 2;
    }
    return text.size();
}

void read_classifications(std::string_view sentence, FrusNote& note) {
    for (std::size_t end = 0; end != sentence.npos;) {
        end = sentence.find(';');
        const auto mark = trimmed(sentence.substr(0, end));
        if (!mark.empty()) note.classifications.push_back(mark);
        if (end != sentence.npos) sentence.remove_prefix(end + 1);
    }
    const auto is_first = [&note](std::string_view words) {
        return is_words(note.classifications.front(), words);
    };
    note.unclassified =
        note.classifications.size() == 1 &&
        std::any_of(kClassifications.begin() + kUnmarked, kClassifications.end(), is_first);
}

/// ` on September 16`. The year is not said, and not filled in from elsewhere: no date is read.
std::string_view without_day(std::string_view text) {
    const auto on = after_words(text, " on ");
    if (!on) return text;
    const auto space = on->find(' ');
    if (space == on->npos) return text;
    const auto end = std::min(on->find_first_not_of(kFileDigits, space + 1), on->size());
    // A leap year, for the sake of 29 February.
    const auto with_year = fmt::format("{}, 2000", on->substr(0, end));
    return base::edtf_from_words(with_year) ? on->substr(end) : text;
}

/// Takes a name in capitals, with an office in brackets behind it, off the front of `text`.
std::optional<NamedPerson> take_person(std::string_view& text) {
    NamedPerson person;
    std::size_t end = 0;
    for (std::size_t next = 0; next < text.size();) {
        const auto stop = std::min(text.find_first_of(" ,;", next), text.size());
        auto word = text.substr(next, stop - next);
        const bool ends_sentence = word.ends_with('.') && word.size() > 2;
        if (ends_sentence) word.remove_suffix(1);
        if (!is_word_of_name(word)) break;
        end = next + word.size();
        next = stop + 1;
        if (ends_sentence || stop == text.size() || text[stop] != ' ') break;
    }
    person.name = person.whole = text.substr(0, end);
    if (!is_surname(person.name)) return std::nullopt;
    if (const auto office = after_words(text.substr(end), " (")) {
        const auto close = office->find(')');
        if (close == office->npos || office->substr(0, close).find('(') != office->npos)
            return std::nullopt;
        person.affiliation = office->substr(0, close);
        person.whole = span_of(person.name, office->substr(0, close + 1));
    }
    text.remove_prefix(person.whole.size());
    return person;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> all) {
    return std::ranges::any_of(
        all, [text](std::string_view words) { return after_words(text, words).has_value(); });
}

/// `Drafted by A and approved by B and C`. A list of drafters, an office, a rank: whatever is not
/// plainly one name after the other is left alone.
void read_drafting(std::string_view text, FrusNote& note) {
    auto rest = text;
    const auto drafter = take_person(rest);
    if (!drafter) return;
    rest = without_day(rest);
    const bool is_plain = rest.empty() || rest == "." ||
                          starts_with_any(rest, {". ", ", cleared ", ", initialed ",
                                                 " and approved ", " and initialed "});
    if (!is_plain) return;
    note.drafters.push_back(*drafter);
    auto approved = after_words(rest, " and approved by ");
    if (!approved) return;
    rest = *approved;
    std::vector<NamedPerson> approvers;
    for (;;) {
        const auto approver = take_person(rest);
        if (!approver) return;
        approvers.push_back(*approver);
        const auto next = after_words(rest, " and ");
        if (!next) break;
        rest = *next;
    }
    rest = without_day(rest);
    if (rest.empty() || rest == "." || after_words(rest, ". ")) note.approvers = approvers;
}

void read_remarks(std::string_view text, FrusNote& note) {
    if (const auto mark = classification_in_front(text); !mark.empty()) {
        const auto end = std::min(text.find('.'), text.size());
        read_classifications(text.substr(0, end), note);
        text = trimmed(text.substr(std::min(end + 1, text.size())));
    }
    if (const auto drafting = after_words(text, kDrafted)) read_drafting(*drafting, note);
}

}  // namespace

std::optional<FrusNote> read_frus_note(std::string_view line) {
    const auto from_label = without_footnote_mark(line);
    const auto rest = after_words(from_label, kLabel);
    if (!rest || !after_words(*rest, " ")) return std::nullopt;
    FrusNote note;
    note.label = from_label.substr(0, kLabel.size());
    note.whole = trimmed(*rest);
    if (line.starts_with('[') && note.whole.ends_with(']')) note.whole.remove_suffix(1);
    note.ibid = is_ibid(note.whole);
    note.repository = repository_in_front(note.whole);
    if (!note.ibid && note.repository.empty()) return std::nullopt;

    const auto remarks = find_remarks(note.whole);
    const auto citation = without_full_stop(trimmed(note.whole.substr(0, remarks)));
    // Without the sentence that ends it, a citation of more than one sentence has no known end.
    const bool is_ended = remarks < note.whole.size() || citation.find(". ") == citation.npos;
    if (!note.ibid && is_ended) {
        const auto after = citation.substr(note.repository.size());
        note.locator = trimmed(after.substr(std::min<std::size_t>(1, after.size())));
    }
    read_remarks(note.whole.substr(remarks), note);
    return note;
}

std::optional<FrusFileNumber> read_frus_file_number(std::string_view line) {
    static constexpr std::size_t kClassDigits = 3;
    const auto labelled = after_words(line, "File No. ");
    auto text = labelled.value_or(line);
    FrusFileNumber file;
    const auto colon = text.find(": ");
    if (colon != text.npos) file.type = trimmed(text.substr(colon + 1));
    file.number = text.substr(0, colon);
    const bool has_form =
        file.number.find_first_not_of(kFileDigits) == kClassDigits &&
        file.number[kClassDigits] == '.' && file.number.find('/') != file.number.npos &&
        file.number.find(' ') == file.number.npos && has_digit(file.number.substr(kClassDigits));
    const bool has_type = colon == text.npos || is_name(file.type);
    if (!has_form || !has_type) return std::nullopt;
    return file;
}

}  // namespace solander::metadata
