// SPDX-License-Identifier: Apache-2.0
#include "metadata/language_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "metadata/text_lines.h"

namespace solander::metadata {

namespace {

// Names with one meaning only: no `Norwegian` (nb or nn), no `Serbo-Croatian` (deprecated).
constexpr std::array<NamedLanguage, 38> kLanguages = {{
    {"Afrikaans", "af"},   {"Albanian", "sq"},   {"Arabic", "ar"},     {"Armenian", "hy"},
    {"Azerbaijani", "az"}, {"Belarusian", "be"}, {"Bulgarian", "bg"},  {"Chinese", "zh"},
    {"Croatian", "hr"},    {"Czech", "cs"},      {"Danish", "da"},     {"Dutch", "nl"},
    {"English", "en"},     {"Estonian", "et"},   {"Finnish", "fi"},    {"French", "fr"},
    {"Georgian", "ka"},    {"German", "de"},     {"Greek", "el"},      {"Hebrew", "he"},
    {"Hindi", "hi"},       {"Hungarian", "hu"},  {"Indonesian", "id"}, {"Italian", "it"},
    {"Japanese", "ja"},    {"Korean", "ko"},     {"Latvian", "lv"},    {"Lithuanian", "lt"},
    {"Mongolian", "mn"},   {"Polish", "pl"},     {"Portuguese", "pt"}, {"Romanian", "ro"},
    {"Russian", "ru"},     {"Slovak", "sk"},     {"Spanish", "es"},    {"Turkish", "tr"},
    {"Ukrainian", "uk"},   {"Vietnamese", "vi"},
}};

}  // namespace

std::optional<NamedLanguage> language_named(std::string_view text) {
    const auto* found = std::ranges::find(kLanguages, text, &NamedLanguage::name);
    if (found == kLanguages.end()) return std::nullopt;
    return *found;
}

std::optional<NamedLanguage> language_in_front(std::string_view text) {
    const auto* found = std::ranges::find_if(kLanguages, [text](const NamedLanguage& language) {
        const auto rest = after_words(text, language.name);
        return rest && (rest->empty() || after_words(*rest, " "));
    });
    if (found == kLanguages.end()) return std::nullopt;
    return *found;
}

LanguageStatement& add_language(std::vector<LanguageStatement>& field, State state, Said said) {
    auto& language = add(field, state, std::move(said));
    if (const auto named = language_named(language.words)) language.code = named->code;
    return language;
}

}  // namespace solander::metadata
