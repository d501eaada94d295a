// SPDX-License-Identifier: Apache-2.0
#include "audit/record.h"

#include <algorithm>

#include "audit/words.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

std::string_view words_of(const TextStatement& statement) {
    return statement.words;
}
std::string_view words_of(const Agent& agent) {
    return agent.verbatim.empty() ? agent.name : agent.verbatim;
}
std::string_view words_of(const AgentStatement& statement) {
    return words_of(statement.agent);
}
std::string_view words_of(const SourceStatement& source) {
    return source.verbatim.empty() ? source.locator : source.verbatim;
}
std::string_view words_of(const ArchiveStatement& archive) {
    return archive.verbatim.empty() ? archive.name : archive.verbatim;
}
std::string_view words_of(const LanguageStatement& language) {
    return language.words.empty() ? language.code : language.words;
}
std::string_view words_of(const RelationStatement& relation) {
    return relation.words.empty() ? relation.target : relation.words;
}
std::string_view words_of(const Contact& contact) {
    if (!contact.verbatim.empty()) return contact.verbatim;
    return contact.email.empty() ? contact.name : contact.email;
}
std::string_view words_of(const FundingCredit& credit) {
    return credit.verbatim;
}
std::string_view words_of(const UriStatement& statement) {
    return statement.words.empty() ? statement.uri : statement.words;
}
/// A history of steps alone has no words of its own, and says something all the same.
std::string_view words_of(const CustodialHistory& history) {
    if (!history.verbatim.empty() || history.steps.empty()) return history.verbatim;
    return "steps";
}

class Collector {
public:
    explicit Collector(std::vector<Answer>& answers) : answers_(answers) {}

    template <class T>
    void add(std::string_view field, const std::vector<T>& statements,
             const Rights* rights = nullptr) {
        for (const T& statement : statements)
            answers_.push_back({field, &statement, words_of(statement), {}, rights});
    }

    template <class T>
    void add_uris(std::string_view field, const std::vector<T>& statements, const Rights& rights) {
        for (const T& statement : statements)
            answers_.push_back({field, &statement, words_of(statement), statement.uri, &rights});
    }

    void add(const Rights& rights) {
        add("rights", rights.statements, &rights);
        add_uris("rights-uri", rights.standard_statements, rights);
        add("copyright-status", rights.copyright_statuses, &rights);
        add("rights-holder", rights.holders, &rights);
        add_uris("licence", rights.licences, rights);
        add_uris("access", rights.access, rights);
        add("contact", rights.contacts, &rights);
    }

    void add_dates(const std::vector<DateStatement>& dates) {
        for (const DateStatement& date : dates) {
            std::string_view field = "date";
            if (date.of == DateOf::publication) field = "publication-date";
            if (date.of == DateOf::upload) field = "upload-date";
            answers_.push_back({field, &date, date.words.empty() ? date.edtf : date.words});
        }
    }

private:
    std::vector<Answer>& answers_;
};

bool is_known(State state) {
    return state == State::stated || state == State::inferred;
}

bool says_something(const Answer& answer) {
    if (!is_known(answer.state())) return false;
    if (trimmed(answer.words).empty() && answer.uri.empty()) return false;
    // A copyright status of `unknown` is a term of PREMIS, and no placeholder.
    return answer.field == "copyright-status" || !is_placeholder(answer.words);
}

}  // namespace

Record::Record(const AuditRecord& record) : record_(&record) {
    const Document& d = record.document;
    Collector collector(answers_);
    collector.add("title", d.titles);
    collector.add_dates(d.dates);
    collector.add("creator", d.creators);
    collector.add("contributor", d.contributors);
    collector.add("description", d.descriptions);
    collector.add("language", d.languages);
    collector.add("type", d.types);
    collector.add("extent", d.extents);
    collector.add("identifier", d.identifiers);
    collector.add("subject", d.subjects);
    collector.add("subject-agent", d.subject_agents);
    collector.add("subject-place", d.subject_places);
    collector.add("relation", d.relations);
    collector.add("classification", d.classifications);
    collector.add("release", d.releases);
    collector.add("source", d.sources);
    collector.add("original-archive", d.original_archives);
    collector.add("custodial-history", d.custodial_histories);
    for (const Rights& rights : d.rights) collector.add(rights);
    collector.add("funding-credit", d.funding_credits);
    for (Answer& answer : answers_) answer.value = says_something(answer);
}

std::vector<const Answer*> Record::of(std::string_view field) const {
    std::vector<const Answer*> found;
    for (const Answer& answer : answers_)
        if (answer.field == field) found.push_back(&answer);
    return found;
}

std::vector<const Answer*> Record::standing(std::string_view field) const {
    std::vector<const Answer*> found;
    for (const Answer& answer : answers_) {
        if (answer.field != field || !answer.is_value()) continue;
        if (found.empty() || found.front()->place().origin == answer.place().origin)
            found.push_back(&answer);
    }
    return found;
}

const Answer* Record::first_value(std::string_view field) const {
    const auto found = std::ranges::find_if(answers_, [field](const Answer& answer) {
        return answer.field == field && answer.is_value();
    });
    return found == answers_.end() ? nullptr : &*found;
}

bool Record::is_answered(std::string_view field) const {
    return std::ranges::any_of(answers_, [field](const Answer& answer) {
        return answer.field == field &&
               (answer.is_value() || answer.state() == State::stated_unknown ||
                answer.state() == State::stated_none);
    });
}

bool Record::is_stated_unknown(std::string_view field) const {
    return std::ranges::any_of(answers_, [field](const Answer& answer) {
        return answer.field == field && answer.state() == State::stated_unknown;
    });
}

const Origin* Record::origin(std::string_view id) const {
    const auto& origins = document().origins;
    const auto found = std::ranges::find(origins, id, &Origin::id);
    return found == origins.end() ? nullptr : &*found;
}

std::string Record::title() const {
    const Answer* title = first_value("title");
    return title == nullptr ? std::string() : std::string(title->words);
}

std::string Record::date() const {
    for (const DateStatement& date : document().dates)
        if (date.of == DateOf::creation && is_known(date.state))
            return date.edtf.empty() ? date.words : date.edtf;
    return {};
}

std::string path_of(const AuditRecord& record) {
    if (!record.path.empty() || record.document.origins.empty()) return record.path;
    return record.document.origins.front().file;
}

std::string path_of(const RefusedText& text) {
    return text.path.empty() ? text.file : text.path;
}

std::string path_of(const ReadRemark& remark) {
    return remark.path.empty() ? remark.file : remark.path;
}

std::optional<std::uint64_t> first_line(std::string_view at) {
    for (const std::string_view start : {"line ", "lines "})
        if (at.starts_with(start)) {
            const auto number = at.substr(start.size());
            return base::parse_decimal(number.substr(0, number.find('-')));
        }
    return {};
}

}  // namespace solander::audit
