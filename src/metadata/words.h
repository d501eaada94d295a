// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::metadata {

// What words look like. None of these knows a language or a name: each tells whether words have a
// form, so that a reader can leave alone what has not.

/// `text` without one full stop at its end.
std::string_view without_full_stop(std::string_view text);

std::string_view first_word(std::string_view text);

bool has_digit(std::string_view text);

/// Whether `word` stands in `text`, with neither letters nor digits joined to it.
bool has_word(std::string_view text, std::string_view word);

/// Whether one of the words has both a digit and something else, as shelf marks have: `6/77`,
/// `w-86`, `B-012-004`, though not `20 June 1999`.
bool has_shelf_mark(std::string_view text);

/// Whether `text` can be the name of a body: words with capitals, `of`, `the`, `and` and their like
/// among them, no digits. An acronym in brackets may follow.
bool is_name(std::string_view text);

/// Whether `text` can be a person's full name: two words with capitals at least, initials and
/// particles (`von`) among them, and no digit: a footnote's number glued to a name spoils it.
bool is_person_name(std::string_view text);

/// The same of a surname, or more of a name: one word is enough.
bool is_surname(std::string_view text);

/// Whether a word can be part of a person's name: one with a capital, initials, a particle.
bool is_word_of_name(std::string_view word);

/// Whether `text` starts with `Ibid.`, which stands for a citation somewhere else.
bool is_ibid(std::string_view text);

/// Whether `text` can be a town or country: one to three words with capitals.
bool is_place_name(std::string_view text);

}  // namespace solander::metadata
