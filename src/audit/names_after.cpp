// SPDX-License-Identifier: Apache-2.0
#include "audit/names_after.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "audit/words.h"

namespace solander::audit {

namespace {

constexpr std::array<std::string_view, 12> kWithin{"of",  "de",  "da",  "del", "della", "van",
                                                   "von", "der", "den", "la",  "le",    "du"};
constexpr std::array<std::string_view, 7> kNoSentenceEnds{"Jr.",  "Sr.",  "Dr.",  "St.",
                                                          "Mrs.", "Gen.", "Prof."};

bool has_capital(std::string_view word) {
    if (word.empty()) return false;
    if (word.front() >= 'A' && word.front() <= 'Z') return true;
    // Letters beyond ASCII may be either; quotes and dashes are none.
    return static_cast<unsigned char>(word.front()) >= 0x80U && !word.starts_with("\xE2\x80");
}

bool is_initial(std::string_view word) {
    return (word.size() == 2 && word[1] == '.') ||
           std::ranges::find(kNoSentenceEnds, word) != kNoSentenceEnds.end();
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(" \n"));
}

/// Without what ends a name behind its last word.
std::string_view bare(std::string_view word) {
    return word.substr(0, std::min(word.size(), word.find_first_of(",;:()[]\"")));
}

}  // namespace

std::string_view name_in_front(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (text.starts_with("the ") || text.starts_with("The ")) text.remove_prefix(4);
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto word = first_word(text.substr(at));
        const auto plain = bare(word);
        const bool is_within = std::ranges::find(kWithin, plain) != kWithin.end();
        if (!has_capital(plain) && !(is_within && end > 0)) break;
        const bool ends_sentence = plain.ends_with('.') && !is_initial(plain);
        if (!is_within) end = at + plain.size() - (ends_sentence ? 1 : 0);
        if (plain.size() != word.size() || ends_sentence) break;
        at += word.size() + 1;
    }
    return text.substr(0, end);
}

bool shares_last_word(std::string_view name, const Agent& agent) {
    const std::string plain = folded_name(name);
    const std::string last = plain.substr(plain.find_last_of(' ') + 1);
    if (last.empty()) return false;
    return has_phrase(folded(agent.name), last) || has_phrase(folded(agent.verbatim), last);
}

}  // namespace solander::audit
