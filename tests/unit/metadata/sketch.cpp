// SPDX-License-Identifier: Apache-2.0
#include "sketch.h"

#include <string_view>
#include <variant>

namespace solander::test {

namespace {

constexpr std::size_t kWords = 48;

std::string cut(std::string_view words) {
    if (words.size() <= kWords) return std::string(words);
    auto end = kWords;
    while ((static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    return std::string(words.substr(0, end)) + "…";
}

std::string agent(const Agent& a) {
    std::string text = a.name.empty() ? "'" + a.verbatim + "'" : a.name;
    if (!a.affiliation.empty()) text += " of " + a.affiliation;
    return text;
}

class Sketch {
public:
    std::vector<std::string> lines;
    std::string absent;

    void line(std::string_view field, const Statement& s, std::string_view words,
              std::string_view more = {}) {
        static constexpr const char* kStates[] = {"stated",         "blank",       "absent",
                                                  "stated-unknown", "stated-none", "inferred"};
        if (s.state == State::absent) {
            absent += (absent.empty() ? "" : " ") + std::string(field);
            return;
        }
        std::string text(field);
        text += std::string(" ") + kStates[static_cast<std::size_t>(s.state)];
        placed(text, s.place, words, more);
    }

    void placed(std::string text, const Place& place, std::string_view words,
                std::string_view more = {}) {
        if (!place.at.empty()) text += " " + place.at;
        if (!place.label.empty()) text += " [" + place.label + "]";
        if (!place.rule.empty()) text += " {" + place.rule + "}";
        if (place.gaps) text += " gaps";
        if (place.replaced) text += " replaced";
        if (!more.empty()) text += " " + std::string(more);
        if (!words.empty()) text += ": " + cut(words);
        lines.push_back(std::move(text));
    }

    template <class T>
    void all(std::string_view field, const std::vector<T>& statements) {
        for (const auto& s : statements) line(field, s, s.words);
    }
    void all(std::string_view field, const std::vector<AgentStatement>& statements) {
        for (const auto& s : statements)
            line(field, s, s.state == State::blank ? "" : agent(s.agent), s.role);
    }
};

std::string_view relation_name(const RelationStatement& s) {
    if (s.type == RelationType::reprinted_in) return "reprinted-in";
    return s.type == RelationType::published_in ? "published-in" : "";
}

void add_history(Sketch& out, const CustodialHistory& s) {
    std::string words;
    for (const auto& step : s.steps) {
        const auto& t = std::get<Transfer>(step);
        words += (t.from ? agent(*t.from) : "?") + " -> " + (t.to ? agent(*t.to) : "?");
        out.line("custodial-history", s, {}, words + " (" + t.method + ")");
    }
    if (s.steps.empty()) out.line("custodial-history", s, s.verbatim);
}

void add_rights(Sketch& out, const Rights& r) {
    out.all("rights", r.statements);
    out.all("standard-statement", r.standard_statements);
    out.all("holder", r.holders);
    out.all("licence", r.licences);
    out.all("access", r.access);
    for (const auto& c : r.contacts)
        out.line("contact", c, c.name.empty() ? c.verbatim : c.name + ", " + c.email);
}

Sketch made_of(const Document& d) {
    Sketch out;
    out.all("title", d.titles);
    for (const auto& s : d.dates)
        out.line("date", s, s.words, (s.of == DateOf::upload ? "upload " : "") + s.edtf);
    out.all("creator", d.creators);
    out.all("contributor", d.contributors);
    out.all("description", d.descriptions);
    for (const auto& s : d.languages) {
        std::string of = !s.of ? "" : *s.of == LanguageOf::original ? "original " : "text ";
        out.line("language", s, s.words, of + s.code);
    }
    out.all("type", d.types);
    for (const auto& s : d.identifiers) out.line("identifier", s, s.words, s.type);
    out.all("subject", d.subjects);
    out.all("subject-agent", d.subject_agents);
    out.all("subject-place", d.subject_places);
    for (const auto& s : d.relations) out.line("relation", s, s.words, relation_name(s));
    out.all("classification", d.classifications);
    out.all("release", d.releases);
    for (const auto& s : d.sources)
        out.line("source", s, s.verbatim, s.locator.empty() ? "" : "(" + s.locator + ")");
    for (const auto& s : d.original_archives)
        out.line("original-archive", s, s.name.empty() ? s.verbatim : s.name,
                 s.location.empty() ? "" : "(" + s.location + ")");
    for (const auto& s : d.custodial_histories) add_history(out, s);
    for (const auto& r : d.rights) add_rights(out, r);
    for (const auto& s : d.funding_credits) {
        std::string funders;
        for (const auto& f : s.funders)
            funders += "<" + f.agent.name + (f.rule.empty() ? "" : " by rule") + ">";
        out.line("funding-credit", s, s.verbatim, funders);
    }
    for (const auto& b : d.bodies)
        out.lines.push_back("body " + b.at +
                            (b.kind == BodyKind::translation ? " translation" : "") +
                            (b.language.empty() ? "" : " " + b.language));
    for (const auto& p : d.unattributed) out.placed("unattributed", p.place, p.words);
    for (const auto& n : d.notes) out.placed("note " + n.type, n.place, n.words);
    return out;
}

}  // namespace

std::vector<std::string> sketch(const Document& document) {
    return made_of(document).lines;
}

std::string absences(const Document& document) {
    return made_of(document).absent;
}

}  // namespace solander::test
