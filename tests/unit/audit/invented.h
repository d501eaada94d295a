// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/document.h>

namespace solander::test {

/// The record of a letter that nobody wrote, with an answer to every field that a rule asks for: no
/// rule of the profile core finds anything in it.
Document invented_letter();

/// A place in the letter's own origin.
Place at_line(int line, std::string label = {});

UriStatement stated_uri(std::string uri, int line = 20);
TextStatement stated_text(std::string words, int line = 21);
AgentStatement stated_agent(std::string name, int line = 22);

/// Takes the answer away, or leaves its label.
template <class Field>
void make_absent(Field& field) {
    field.clear();
    auto& statement = field.emplace_back();
    statement.state = State::absent;
    statement.place.origin = "c1";
}
template <class Field>
void make_blank(Field& field, int line, std::string label) {
    field.clear();
    auto& statement = field.emplace_back();
    statement.state = State::blank;
    statement.place = at_line(line, std::move(label));
}

/// The one block of rights of the letter, with the URI in place of its own.
Rights& with_uri(Document& document, std::string uri);
/// The same with a text.
Rights& with_text(Document& document, std::string words);

/// A source, and no archive or identifier that could answer instead.
void say_source(Document& document, std::string words);

}  // namespace solander::test
