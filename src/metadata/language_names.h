// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "metadata/field.h"

namespace solander::metadata {

/// A language by its English name.
struct NamedLanguage {
    std::string_view name;
    std::string_view code;  ///< BCP 47.
};

/// The language that `text` is the exact English name of; nothing for any other text, though it
/// may be the name of a language.
std::optional<NamedLanguage> language_named(std::string_view text);

/// The language whose name `text` starts with, as a word.
std::optional<NamedLanguage> language_in_front(std::string_view text);

/// Adds a language by its name, with its code if it is a known one.
LanguageStatement& add_language(std::vector<LanguageStatement>& field, State state, Said said);

}  // namespace solander::metadata
