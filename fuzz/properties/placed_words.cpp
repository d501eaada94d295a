// SPDX-License-Identifier: Apache-2.0
#include "properties/placed_words.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "properties/stored_text.h"

namespace solander::fuzz {

namespace {

using Cells = std::vector<std::vector<std::string>>;

bool drop(std::string_view& text, bool at_start) {
    for (const std::string_view space : {" ", "\t", "\r", "\n", "\v", "\f", "\u00A0"}) {
        if (at_start ? text.starts_with(space) : text.ends_with(space)) {
            at_start ? text.remove_prefix(space.size()) : text.remove_suffix(space.size());
            return true;
        }
    }
    return false;
}

std::string_view stripped(std::string_view text) {
    while (drop(text, true)) continue;
    while (drop(text, false)) continue;
    return text;
}

/// As manifests have line ends.
std::string with_line_feeds(std::string text) {
    for (auto at = text.find("\r\n"); at != text.npos; at = text.find("\r\n")) text.erase(at, 1);
    return as_manifest_text(text);
}

/// Two readings of each cell, one after the other: without its quotes, and as it stands.
std::string take_cell(std::string_view& text, char delimiter) {
    const auto start = text;
    std::string words;
    if (text.starts_with('"')) {
        text.remove_prefix(1);
        while (!text.empty()) {
            const bool is_quote = text.front() == '"';
            text.remove_prefix(is_quote ? 1 : 0);
            if (is_quote && !text.starts_with('"')) break;
            if (text.empty()) break;
            words += text.front();
            text.remove_prefix(1);
        }
    }
    while (!text.empty() && text.front() != delimiter && text.front() != '\n' &&
           text.front() != '\r')
        text.remove_prefix(1);
    return words + '\x01' + std::string(start.substr(0, start.size() - text.size()));
}

Cells cells_of(std::string_view text, char delimiter) {
    Cells cells(1);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (true) {
        cells.back().push_back(take_cell(text, delimiter));
        if (text.empty()) return cells;
        const char end = text.front();
        text.remove_prefix(end == '\r' && text.substr(0, 2) == "\r\n" ? 2 : 1);
        if (end != delimiter) cells.emplace_back();
    }
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(stripped(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

class Checker {
public:
    Checker(const Document& document, std::string_view text, char delimiter)
        : document_(document),
          text_(text),
          cells_(cells_of(text, delimiter)),
          lines_(lines_of(text)) {}

    std::vector<std::string> check() {
        const auto& d = document_;
        if (d.origins.size() != 1) complain("has not one origin");
        texts(d.titles, d.dates, d.descriptions, d.languages, d.types, d.extents, d.identifiers,
              d.subjects, d.subject_places, d.relations, d.classifications, d.releases);
        agents(d.creators, d.contributors, d.subject_agents);
        for (const auto& s : d.sources) statement(s, s.verbatim);
        for (const auto& s : d.original_archives) statement(s, s.verbatim);
        for (const auto& s : d.custodial_histories) statement(s, s.verbatim);
        for (const auto& s : d.funding_credits) statement(s, s.verbatim);
        for (const auto& s : d.rights) rights(s);
        for (const auto& s : d.unattributed) words(s.place, s.words);
        notes(d.notes);
        for (const auto& s : d.identifiers) attribute(s.type);
        for (const auto& s : d.contributors) attribute(s.role);
        return std::move(complaints_);
    }

private:
    template <class... Lists>
    void texts(const Lists&... lists) {
        (std::ranges::for_each(lists, [this](const auto& s) { statement(s, s.words); }), ...);
    }
    template <class... Lists>
    void agents(const Lists&... lists) {
        (std::ranges::for_each(lists, [this](const auto& s) { statement(s, s.agent.verbatim); }),
         ...);
    }
    void notes(const std::vector<Note>& notes) {
        for (const auto& s : notes) {
            words(s.place, s.words);
            attribute(s.type);
            if (s.type.empty() || s.words.empty()) complain("a note has no type or no words");
        }
    }
    void rights(const Rights& r) {
        texts(r.statements, r.standard_statements, r.copyright_statuses, r.licences, r.access);
        agents(r.holders);
        notes(r.notes);
        for (const auto& grant : r.grants) {
            attribute(grant.act);
            attribute(grant.restriction);
            if (grant.act.empty()) complain("a grant has no act");
        }
    }

    void statement(const Statement& s, const std::string& said) {
        if (s.place.origin != document_.origins.front().id) complain("names no origin");
        if (s.state == State::absent) {
            if (!said.empty() || !s.place.at.empty()) complain("is absent, yet says something");
            return;
        }
        if (s.state == State::stated && stripped(said).empty()) complain("is stated without words");
        if (s.state == State::inferred) complain("is inferred, by no rule of these forms");
        words(s.place, said);
    }

    /// Attributes of a manifest hold neither tabs nor line ends.
    void attribute(std::string_view value) {
        if (value.find_first_of("\t\n\r") != value.npos)
            complain("is no attribute: " + std::string(value));
    }

    void words(const Place& place, std::string_view said) {
        attribute(place.label);
        attribute(place.at);
        const auto found = with_line_feeds(at(place.at));
        if (found.find(with_line_feeds(std::string(said))) == found.npos)
            complain("not at " + place.at + ": " + std::string(said));
        if (text_.find(place.label) == text_.npos && place.label.find(' ') == place.label.npos)
            complain("has a label that is nowhere: " + place.label);
    }

    std::string at(const std::string& place) {
        if (place.starts_with("cell ")) return cell(place.substr(5));
        if (place.starts_with("line ")) return lines(place.substr(5), place.substr(5));
        const auto dash = place.find('-');
        if (place.starts_with("lines ") && dash != place.npos)
            return lines(place.substr(6), place.substr(dash + 1));
        complain("is no place: " + place);
        return {};
    }

    std::string cell(const std::string& name) {
        std::size_t column = 0;
        std::size_t i = 0;
        for (; i < name.size() && name[i] >= 'A'; ++i)
            column = column * 26 + static_cast<std::size_t>(name[i] - 'A' + 1);
        const auto row = std::strtoul(name.c_str() + i, nullptr, 10);
        if (row >= 1 && row <= cells_.size() && column >= 1 && column <= cells_[row - 1].size())
            return cells_[row - 1][column - 1];
        complain("is no cell: " + name);
        return {};
    }

    std::string lines(const std::string& first, const std::string& last) {
        std::string joined;
        const auto from = std::strtoul(first.c_str(), nullptr, 10);
        const auto to = std::strtoul(last.c_str(), nullptr, 10);
        if (from < 1 || to < from || to > lines_.size()) complain("are no lines: " + first);
        for (auto i = from; i <= to && i <= lines_.size(); ++i)
            joined += (i == from ? "" : "\n") + lines_[i - 1];
        return joined;
    }

    void complain(const std::string& what) { complaints_.push_back(what); }

    const Document& document_;
    std::string_view text_;
    Cells cells_;
    std::vector<std::string> lines_;
    std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> misplaced_words(const Document& document, std::string_view text,
                                         char delimiter) {
    return Checker(document, text, delimiter).check();
}

}  // namespace solander::fuzz
