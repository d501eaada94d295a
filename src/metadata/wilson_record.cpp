// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_record.h"

#include <algorithm>
#include <utility>

#include "metadata/absences.h"
#include "metadata/field.h"
#include "metadata/marks.h"
#include "metadata/wilson_words.h"
#include "metadata/words.h"

namespace solander::metadata {

namespace {

constexpr std::string_view kSourceSentence = "wilson.source-sentence";
constexpr std::string_view kArchiveByCredit = "wilson.source.archive-named-in-credit";
constexpr std::string_view kUrlLastPart = "wilson.url-last-part";
constexpr std::string_view kSplitDonors = "donors.split-at-known-name";

constexpr std::string_view kOrigin = "c1";

template <class T>
void answers_first(std::vector<T>& field) {
    std::stable_partition(field.begin(), field.end(),
                          [](const T& statement) { return statement.state != State::blank; });
}

template <class T>
bool says(const std::vector<T>& field, std::string_view words) {
    return std::ranges::any_of(field, [words](const T& statement) {
        return fold_white_space(statement.words) == fold_white_space(words);
    });
}

/// The two names that `and` joins, one of which is known; nothing where none is.
std::vector<std::string_view> names_in(std::string_view line, std::string_view known) {
    static constexpr std::string_view kAnd = " and ";
    if (known.empty()) return {};
    if (line == known) return {line};
    if (line.starts_with(known) && line.substr(known.size()).starts_with(kAnd))
        return {line.substr(0, known.size()), line.substr(known.size() + kAnd.size())};
    if (!line.ends_with(known)) return {};
    const auto before = line.substr(0, line.size() - known.size());
    if (!before.ends_with(kAnd)) return {};
    return {before.substr(0, before.size() - kAnd.size()), line.substr(before.size())};
}

Agent agent_of(const TextQuoter& quoter, const NamedPerson& person) {
    Agent agent;
    agent.name = quoter.said(person.name).words;
    if (!person.affiliation.empty()) agent.affiliation = quoter.said(person.affiliation).words;
    return agent;
}

/// An abbreviation is how the text calls an archive, and not its name.
void name_archive(const SourceSentence& parts, std::string words, std::string& verbatim,
                  std::string& name) {
    (parts.abbreviated ? verbatim : name) = std::move(words);
}

}  // namespace

WilsonRecord::WilsonRecord(const Received& received, std::string_view form,
                           TextQuoter::Precision precision)
    : quoter_(received.text, kOrigin, precision) {
    Origin origin;
    origin.id = kOrigin;
    origin.kind = OriginKind::capture;
    origin.file = received.payload_path;
    origin.reader = kWilsonReader;
    origin.form = form;
    document_.origins.push_back(std::move(origin));
}

void WilsonRecord::add_credit(std::string_view line, std::string_view label) {
    auto& credit = add(document_.funding_credits, State::stated, quoter_.said(line, {}, label));
    const std::string verbatim = credit.verbatim;
    const auto name = credited_funder(verbatim);
    if (!name) return;
    if (name->empty()) {
        credit.state = State::blank;
        return;
    }
    credited_ = *name;
    credit.funders.emplace_back().agent.name = *name;
}

void WilsonRecord::add_donors(std::string_view line, std::string_view label) {
    auto& donors = add(document_.funding_credits, state_of(line), quoter_.said(line, {}, label));
    for (const auto name : names_in(donors.verbatim, credited_)) {
        auto& funder = donors.funders.emplace_back();
        funder.agent.name = name;
        funder.rule = kSplitDonors;
    }
}

void WilsonRecord::add_source(State state, std::string_view sentence, std::string_view rule,
                              std::string_view label) {
    const bool is_lost = state_of(sentence) == State::blank || is_ibid(sentence);
    auto& source =
        add(document_.sources, is_lost ? State::blank : state, quoter_.said(sentence, rule, label));
    if (is_lost) return;
    const auto parts = read_source_sentence(sentence, credited_);
    if (!parts.locator.empty()) source.locator = quoter_.said(parts.locator).words;
    if (!parts.archive.empty()) add_archive(parts);
    if (parts.obtained) add_obtained(parts);
    if (parts.translator) {
        auto& translator = add(document_.contributors, State::stated,
                               quoter_.said(parts.translated, kSourceSentence));
        translator.agent = agent_of(quoter_, *parts.translator);
        translator.role = "translator";
    }
    if (!parts.release.empty())
        add(document_.releases, State::inferred, quoter_.said(parts.release, kSourceSentence));
    for (const auto& printed : parts.printed)
        add(document_.relations, State::inferred, quoter_.said(printed.words, kSourceSentence))
            .type = printed.type;
}

void WilsonRecord::add_archive(const SourceSentence& parts) {
    const auto whole = parts.place.empty() ? parts.archive : span_of(parts.archive, parts.place);
    auto& archive =
        add(document_.original_archives, State::inferred,
            quoter_.said(whole, parts.known_by_credit ? kArchiveByCredit : kSourceSentence));
    archive.verbatim.clear();
    name_archive(parts, quoter_.said(parts.archive).words, archive.verbatim, archive.name);
    if (!parts.place.empty()) archive.location = quoter_.said(parts.place).words;
}

void WilsonRecord::add_obtained(const SourceSentence& parts) {
    const auto& obtained = *parts.obtained;
    const bool has_archive = !parts.archive.empty();
    const auto whole =
        span_of(has_archive ? parts.archive : obtained.method, obtained.person.whole);
    auto& history =
        add(document_.custodial_histories, State::inferred, quoter_.said(whole, kSourceSentence));
    history.verbatim.clear();
    Transfer transfer;
    if (has_archive) {
        transfer.from.emplace();
        name_archive(parts, quoter_.said(parts.archive).words, transfer.from->verbatim,
                     transfer.from->name);
    }
    transfer.to = agent_of(quoter_, obtained.person);
    transfer.method = quoter_.said(obtained.method).words;
    history.steps.emplace_back(std::move(transfer));
}

void WilsonRecord::add_citation(const WilsonCitation& citation) {
    if (!citation.title.empty() && !says(document_.titles, citation.title))
        add(document_.titles, State::stated, quoter_.said(citation.title, kWilsonCitation));
    if (!citation.date.empty() && !says(document_.dates, citation.date))
        add_date(document_.dates, DateOf::creation, State::stated,
                 quoter_.said(citation.date, kWilsonCitation));
    if (!citation.url.empty()) add_url(citation.url, kWilsonCitation);
    if (!citation.source.empty()) add_source(State::stated, citation.source, kWilsonCitation);
}

void WilsonRecord::add_url(std::string_view url, std::string_view rule) {
    if (says(document_.identifiers, url)) return;
    if (const auto id = record_id_in(url); !id.empty() && !says(document_.identifiers, id))
        add(document_.identifiers, State::inferred, quoter_.said(id, kUrlLastPart)).type =
            "record-id";
    add(document_.identifiers, State::stated, quoter_.said(url, rule)).type = "url";
}

void WilsonRecord::add_body(const TextLines& lines, LineRange range, BodyKind kind,
                            std::string_view language) {
    while (!range.empty() && lines[range.first].empty()) ++range.first;
    while (!range.empty() && lines[range.last - 1].empty()) --range.last;
    if (range.empty()) return;
    for (const auto& mark : marks_in_head(lines, range))
        add(document_.classifications, State::inferred, quoter_.said(mark.words, kBodyMark));
    document_.bodies.push_back({kind, std::string(language), std::string(kOrigin),
                                quoter_.place(span_of(lines[range.first], lines[range.last - 1]))});
}

void WilsonRecord::add_unattributed(std::string_view piece) {
    if (piece.empty()) return;
    auto said = quoter_.said(piece);
    document_.unattributed.push_back({std::move(said.place), std::move(said.words)});
}

Document WilsonRecord::finish() {
    answers_first(document_.titles);
    answers_first(document_.dates);
    answers_first(document_.identifiers);
    answers_first(document_.relations);
    answers_first(document_.classifications);
    answers_first(document_.releases);
    answers_first(document_.sources);
    answers_first(document_.original_archives);
    answers_first(document_.custodial_histories);
    answers_first(document_.contributors);
    answers_first(document_.languages);
    state_absences(document_);
    return std::move(document_);
}

}  // namespace solander::metadata
