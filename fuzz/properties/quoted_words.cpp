// SPDX-License-Identifier: Apache-2.0
#include "properties/quoted_words.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <variant>

#include "properties/stored_text.h"

namespace solander::fuzz {

namespace {

bool drop_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool drop_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

std::string_view without_space_around(std::string_view line) {
    const std::initializer_list<std::string_view> spaces = {" ", "\t", "\r", "\v", "\f", "\u00A0"};
    const auto drop = [&](auto&& drop_one) {
        return std::ranges::any_of(spaces, [&](std::string_view s) { return drop_one(line, s); });
    };
    while (drop(drop_prefix)) continue;
    while (drop(drop_suffix)) continue;
    return line;
}

/// A label is quoted as records have it, whatever kind of blank the text has in it; one that XML
/// cannot carry is U+FFFD by now.
std::string with_plain_blanks(std::string text) {
    for (const std::string_view blank : {"\u00A0", "\uFFFD", "\t", "\n"})
        for (auto at = text.find(blank); at != text.npos; at = text.find(blank, at))
            text.replace(at, blank.size(), " ");
    return text;
}

/// Every run of white space as one blank.
std::string folded(std::string_view text) {
    std::string result;
    for (const char c : with_plain_blanks(std::string(text))) {
        const bool is_blank = c == ' ' || c == '\t' || c == '\n';
        if (!is_blank)
            result += c;
        else if (!result.ends_with(' '))
            result += ' ';
    }
    return result;
}

class RecordWalker {
public:
    RecordWalker(const Document& document, std::string_view text)
        : document_(document), text_(text) {
        drop_prefix(text, "\xEF\xBB\xBF");
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            lines_.push_back(as_manifest_text(without_space_around(text.substr(0, end))));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::vector<std::string> walk() {
        const auto& d = document_;
        text_field("title", d.titles);
        text_field("date", d.dates);
        agent_field("creator", d.creators);
        if (!d.contributors.empty()) agent_field("contributor", d.contributors);
        text_field("description", d.descriptions);
        text_field("language", d.languages);
        text_field("type", d.types);
        text_field("identifier", d.identifiers);
        text_field("subject", d.subjects);
        agent_field("subject-agent", d.subject_agents);
        text_field("subject-place", d.subject_places);
        text_field("relation", d.relations);
        text_field("classification", d.classifications);
        text_field("release", d.releases);
        for (const auto& s : required("source", d.sources))
            statement("source", s, {s.verbatim, s.locator});
        for (const auto& s : required("original-archive", d.original_archives))
            statement("original-archive", s, {s.verbatim, s.name, s.location});
        for (const auto& s : required("custodial-history", d.custodial_histories)) history(s);
        for (const auto& s : required("rights", d.rights)) rights(s);
        for (const auto& s : required("funding-credit", d.funding_credits)) {
            statement("funding-credit", s, {s.verbatim});
            for (const auto& funder : s.funders) words_at("funder", s.place, funder.agent.name);
        }
        for (const auto& body : d.bodies) range_of("body", body.at);
        for (const auto& placed : d.unattributed)
            words_at("unattributed", placed.place, placed.words);
        for (const auto& note : d.notes) words_at("note", note.place, note.words);
        return std::move(complaints_);
    }

private:
    void complain(std::string_view field, std::string_view what) {
        complaints_.push_back(std::string(field) + ": " + std::string(what));
    }

    template <class T>
    const std::vector<T>& required(std::string_view field, const std::vector<T>& statements) {
        if (statements.empty()) complain(field, "nothing is said of it");
        return statements;
    }

    template <class T>
    void text_field(std::string_view field, const std::vector<T>& statements) {
        for (const auto& s : required(field, statements)) statement(field, s, {s.words});
    }

    void agent_field(std::string_view field, const std::vector<AgentStatement>& statements) {
        for (const auto& s : required(field, statements))
            statement(field, s, {s.agent.verbatim, s.agent.name, s.agent.affiliation});
    }

    void history(const CustodialHistory& s) {
        const auto* transfer = s.steps.empty() ? nullptr : std::get_if<Transfer>(&s.steps.front());
        const Transfer none;
        const auto& t = transfer != nullptr ? *transfer : none;
        const Agent from = t.from.value_or(Agent{});
        const Agent to = t.to.value_or(Agent{});
        if (s.steps.size() > 1) complain("custodial-history", "has more steps than are checked");
        statement("custodial-history", s,
                  {s.verbatim, from.verbatim, from.name, to.name, to.affiliation, t.method});
    }

    void rights(const Rights& r) {
        text_field("rights statement", r.statements);
        text_field("standard-statement", r.standard_statements);
        agent_field("holder", r.holders);
        text_field("licence", r.licences);
        text_field("access", r.access);
        for (const auto& c : r.contacts) statement("contact", c, {c.verbatim, c.name, c.email});
    }

    void statement(std::string_view field, const Statement& s,
                   std::initializer_list<std::string_view> all_words) {
        const bool has_words =
            std::ranges::any_of(all_words, [](std::string_view w) { return !w.empty(); });
        if (s.place.origin != document_.origins.front().id) complain(field, "names no origin");
        if (s.state == State::absent) {
            if (has_words || !s.place.at.empty()) complain(field, "is absent, yet has words");
            return;
        }
        if (s.state == State::stated && !has_words) complain(field, "is stated without words");
        if (s.state == State::inferred && (!has_words || s.place.rule.empty()))
            complain(field, "is inferred without words or rule");
        for (const auto words : all_words) words_at(field, s.place, words);
        if (s.state == State::blank && !has_words &&
            with_plain_blanks(range_of(field, s.place.at)) != s.place.label)
            complain(field, "no label at " + s.place.at + ": " + s.place.label);
        const auto is_label = [&](const auto& line) {
            return with_plain_blanks(line) == s.place.label;
        };
        // Forms A and B have each label on a line of its own; others have some inside a line.
        const auto& form = document_.origins.front().form;
        const bool may_be_inside = form != "A" && form != "B";
        const bool is_inside =
            may_be_inside &&
            with_plain_blanks(std::string(text_)).find(s.place.label) != text_.npos;
        if (!s.place.label.empty() && !is_inside && std::ranges::none_of(lines_, is_label))
            complain(field, "has a label that is no line: " + s.place.label);
    }

    void words_at(std::string_view field, const Place& place, std::string_view words) {
        // Of bytes, the lines are as they were; of lines, without the space around each.
        const bool is_of_bytes = place.at.starts_with("bytes ");
        const auto there = range_of(field, place.at);
        if (!(is_of_bytes && folded(there) == folded(words)) && there.find(words) == there.npos)
            complain(field, "not at " + place.at + ": " + std::string(words));
    }

    /// The text at `line N`, `lines N-M` or `bytes N-M`.
    std::string range_of(std::string_view field, const std::string& at) {
        if (at.starts_with("bytes ")) return bytes_of(field, at);
        unsigned long first = 0;
        unsigned long last = 0;
        if (at.starts_with("line ")) {
            first = last = std::strtoul(at.c_str() + 5, nullptr, 10);
        } else if (at.starts_with("lines ")) {
            char* dash = nullptr;
            first = std::strtoul(at.c_str() + 6, &dash, 10);
            last = *dash == '-' ? std::strtoul(dash + 1, nullptr, 10) : 0;
            if (last == first) last = 0;  // One line is written as one.
        }
        if (first == 0 || last < first || last > lines_.size()) {
            complain(field, "is no place: '" + at + "'");
            return {};
        }
        std::string joined;
        for (auto i = first; i <= last; ++i) joined += (i == first ? "" : "\n") + lines_[i - 1];
        return joined;
    }

    std::string bytes_of(std::string_view field, const std::string& at) {
        char* dash = nullptr;
        const auto first = std::strtoul(at.c_str() + 6, &dash, 10);
        const auto last = *dash == '-' ? std::strtoul(dash + 1, nullptr, 10) : 0;
        if (first == 0 || last < first || last > text_.size()) {
            complain(field, "is no place: '" + at + "'");
            return {};
        }
        const auto bytes = text_.substr(first - 1, last - first + 1);
        if (without_space_around(bytes) != bytes)
            complain(field, "has a place with space around it: " + at);
        return as_manifest_text(bytes);
    }

    const Document& document_;
    std::string_view text_;
    std::vector<std::string> lines_;
    std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> misquotations(const Document& document, std::string_view text) {
    return RecordWalker(document, text).walk();
}

}  // namespace solander::fuzz
