// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_source.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/edtf.h"
#include "metadata/text_lines.h"
#include "metadata/text_quoter.h"
#include "metadata/words.h"

namespace solander::metadata {

namespace {

enum class Lead { obtained, translated, reprinted, published };

struct LeadWords {
    std::string_view words;
    Lead lead;
};

/// A sentence is parted before these words alone, after a full stop: so neither an initial nor an
/// abbreviation can end one.
constexpr std::array<LeadWords, 6> kLeads = {{
    {"Obtained by ", Lead::obtained},
    {"Translated by ", Lead::translated},
    {"Translated for ", Lead::translated},
    {"Translated from ", Lead::translated},
    {"Reprinted in ", Lead::reprinted},
    {"Published in ", Lead::published},
}};

/// Archives that the publisher cites by abbreviation. What they stand for is not said by the text,
/// and not put into its mouth.
constexpr std::array<std::string_view, 9> kAbbreviations = {
    "APRF", "AVPRF", "RGANI", "AMSZ", "AMFAA", "MOL", "PRC FMA", "SAPMO", "NARA"};

constexpr std::string_view kRelease = "Special Declassification";
constexpr std::size_t kMaxPlaces = 2;  // City and country.
/// A text with more of them is no source sentence, whatever it is.
constexpr std::size_t kMaxClauses = 16;

struct Clause {
    const LeadWords* lead = nullptr;  ///< Null: the part before all of them.
    std::string_view text;            ///< With its lead.
};

/// How far back from a lead the full stop before it is looked for.
constexpr std::size_t kLookBack = 8;

bool starts_sentence(std::string_view text, std::size_t at) {
    const auto from = at - std::min(at, kLookBack);
    const auto before = trimmed(text.substr(from, at - from));
    return before.ends_with('.') || before.ends_with(".\"") || before.ends_with(".\u201D") ||
           (from == 0 && before.empty());
}

const LeadWords* lead_at(std::string_view sentence, std::size_t at) {
    const auto starts = [rest = sentence.substr(at)](const LeadWords& lead) {
        return after_words(rest, lead.words).has_value();
    };
    const auto* found = std::ranges::find_if(kLeads, starts);
    return found == kLeads.end() || !starts_sentence(sentence, at) ? nullptr : found;
}

std::vector<Clause> clauses_of(std::string_view sentence) {
    std::vector<Clause> clauses = {{nullptr, {}}};
    std::size_t start = 0;
    for (std::size_t at = 0; at <= sentence.size(); ++at) {
        const bool is_end = at == sentence.size();
        const auto* lead = is_end ? nullptr : lead_at(sentence, at);
        if (!is_end && lead == nullptr) continue;
        clauses.back().text = trimmed(sentence.substr(start, at - start));
        if (!is_end) clauses.push_back({lead, {}});
        start = at;
    }
    return clauses;
}

/// ` and translated by` in the middle of a clause.
constexpr std::string_view kAndTranslated = " and translated by ";

/// Takes a person off the front of `text`: a name that ends at a bracket with an affiliation, at
/// `until`, or with the text. Nothing where that is not plainly one name.
std::optional<NamedPerson> take_person(std::string_view& text, std::string_view until) {
    const auto bracket = text.find(" (");
    const auto joint = until.empty() ? text.npos : text.find(until);
    NamedPerson person;
    if (bracket < joint) {
        const auto close = text.find(')', bracket);
        person.name = text.substr(0, bracket);
        if (close == text.npos) return std::nullopt;
        person.affiliation = text.substr(bracket + 2, close - bracket - 2);
        person.whole = text.substr(0, close + 1);
        if (person.affiliation.empty() || person.affiliation.find('(') != text.npos)
            return std::nullopt;
    } else {
        person.name = person.whole =
            joint == text.npos ? without_full_stop(text) : text.substr(0, joint);
    }
    if (!is_person_name(person.name)) return std::nullopt;
    text.remove_prefix(person.whole.size());
    return person;
}

/// Whether a clause is over. Behind a bracket another sentence may follow: nothing can be mistaken.
bool is_over(std::string_view rest, const NamedPerson& last) {
    if (rest.empty() || rest == ".") return true;
    return !last.affiliation.empty() && after_words(rest, ". ").has_value();
}

void read_obtained(std::string_view clause, SourceSentence& sentence) {
    auto rest = *after_words(clause, "Obtained by ");
    const auto method = trimmed(clause.substr(0, clause.size() - rest.size()));
    const auto person = take_person(rest, kAndTranslated);
    if (!person) return;
    std::optional<NamedPerson> translator;
    std::string_view translated;
    if (const auto second = after_words(rest, kAndTranslated)) {
        translated = *after_words(rest, " and ");
        rest = *second;
        translator = take_person(rest, {});
        if (!translator) return;
    }
    if (!is_over(rest, translator ? *translator : *person)) return;
    sentence.obtained = {method, *person};
    if (!translator) return;
    sentence.translator = translator;
    sentence.translated = span_of(translated, translator->whole);
}

void read_translated(std::string_view clause, SourceSentence& sentence) {
    static constexpr std::string_view kBy = " by ";
    auto rest = clause.substr(std::min(clause.find(kBy), clause.size()));
    const auto after_by = after_words(rest, kBy);
    if (!after_by) return;
    rest = *after_by;
    const auto person = take_person(rest, {});
    if (!person || !is_over(rest, *person)) return;
    sentence.translator = person;
    sentence.translated = span_of(clause, person->whole);
}

void read_printed(std::string_view clause, const LeadWords& lead, SourceSentence& sentence) {
    const auto where = without_full_stop(*after_words(clause, lead.words));
    if (where.empty()) return;
    const auto type =
        lead.lead == Lead::reprinted ? RelationType::reprinted_in : RelationType::published_in;
    sentence.printed.push_back({type, where});
}

/// The pieces between commas. `,”` ends one, too, and belongs to it.
std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> pieces;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ',') continue;
        auto next = at + 1;
        for (const std::string_view quote : {"\"", "\u201D"})
            if (text.substr(next).starts_with(quote)) next += quote.size();
        if (!after_words(text.substr(next), " ")) continue;
        const auto end = next == at + 1 ? at : next;
        pieces.push_back(trimmed(text.substr(start, end - start)));
        start = next;
    }
    pieces.push_back(trimmed(text.substr(start)));
    return pieces;
}

bool is_release(std::string_view piece) {
    const auto date = after_words(piece, kRelease);
    return date && (date->empty() || base::edtf_from_words(fold_white_space(trimmed(*date))));
}

bool is_archive_name(std::string_view piece) {
    return is_name(piece) && (has_word(piece, "Archive") || has_word(piece, "Archives"));
}

/// `APRF: F. 39, Op. 1`; `PRC FMA 111-00019-01, 5-8`
bool read_abbreviated(std::string_view head, SourceSentence& sentence) {
    for (const auto abbreviation : kAbbreviations) {
        const auto rest = after_words(head, abbreviation);
        if (!rest) continue;
        const bool has_colon = rest->starts_with(':');
        const auto mark = after_words(has_colon ? rest->substr(1) : *rest, " ");
        if (!mark || !has_digit(*mark) || (!has_colon && !has_digit(first_word(*mark)))) continue;
        sentence.archive = head.substr(0, head.size() - rest->size());
        sentence.abbreviated = true;
        sentence.locator = *mark;
        return true;
    }
    return false;
}

/// `<locator>, <archive>[, <city>[, <country>]]`. Without a locator nothing tells a city from
/// whatever else may follow.
void read_named(const std::vector<std::string_view>& pieces, SourceSentence& sentence) {
    if (std::ranges::count_if(pieces, is_archive_name) != 1) return;
    const auto archive = std::ranges::find_if(pieces, is_archive_name);
    sentence.archive = *archive;
    if (archive == pieces.begin()) return;
    const auto before = span_of(pieces.front(), *(archive - 1));
    if (!has_shelf_mark(before)) return;
    sentence.locator = before;
    const auto places = archive + 1;
    const bool are_places = places != pieces.end() &&
                            pieces.end() - places <= std::ptrdiff_t{kMaxPlaces} &&
                            std::all_of(places, pieces.end(), is_place_name);
    if (are_places) sentence.place = span_of(*places, pieces.back());
}

/// `<locator>, <name in the credit line>`
void read_credited(std::string_view head, std::string_view credited, SourceSentence& sentence) {
    if (credited.empty() || !head.ends_with(credited)) return;
    const auto before = trimmed(head.substr(0, head.size() - credited.size()));
    if (!before.ends_with(',')) return;
    sentence.archive = head.substr(head.size() - credited.size());
    sentence.known_by_credit = true;
    const auto locator = before.substr(0, before.size() - 1);
    if (has_shelf_mark(locator)) sentence.locator = locator;
}

void read_head(std::string_view head, std::string_view credited, SourceSentence& sentence) {
    head = without_full_stop(head);
    if (head.empty()) return;
    auto pieces = pieces_of(head);
    if (is_release(pieces.back())) {
        sentence.release = pieces.back();
        pieces.pop_back();
        if (pieces.empty()) return;
        head = span_of(pieces.front(), pieces.back());
    }
    if (read_abbreviated(head, sentence)) return;
    read_named(pieces, sentence);
    if (sentence.archive.empty()) read_credited(head, credited, sentence);
}

}  // namespace

SourceSentence read_source_sentence(std::string_view sentence, std::string_view credited) {
    SourceSentence result;
    const auto clauses = clauses_of(sentence);
    if (clauses.size() > kMaxClauses) return result;
    for (const auto& clause : clauses) {
        if (clause.lead == nullptr) {
            read_head(clause.text, credited, result);
            continue;
        }
        switch (clause.lead->lead) {
            case Lead::obtained:
                read_obtained(clause.text, result);
                break;
            case Lead::translated:
                read_translated(clause.text, result);
                break;
            case Lead::reprinted:
            case Lead::published:
                read_printed(clause.text, *clause.lead, result);
                break;
        }
    }
    return result;
}

}  // namespace solander::metadata
