// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

using Word = std::string_view;

template <std::size_t N>
bool is_one_of(const std::array<Word, N>& words, Word word) {
    return std::ranges::find(words, word) != words.end();
}

/// Behind `the` they cannot follow: what stood between is lost.
constexpr std::array<Word, 9> kNotBehindThe{"and", "or",  "of", "to",  "from",
                                            "for", "was", "is", "were"};
/// Of these each has its noun behind it, with few exceptions (`in favour of and against`).
constexpr std::array<Word, 5> kBeforeNouns{"of", "from", "between", "into", "among"};
constexpr std::array<Word, 8> kBeginNouns{"the", "a", "an", "his", "her", "its", "their", "this"};
/// After a verb `in` may end its clause: `gave in to the`, `moved in and the`.
constexpr std::array<Word, 58> kTakeIn{
    "be",    "been",  "is",    "was",   "were",   "are",     "come",  "comes", "came",  "go",
    "goes",  "gone",  "went",  "give",  "gives",  "gave",    "given", "move",  "moves", "step",
    "steps", "break", "broke", "bring", "brings", "brought", "call",  "calls", "hand",  "hands",
    "turn",  "turns", "let",   "lets",  "take",   "takes",   "took",  "taken", "send",  "sends",
    "sent",  "join",  "joins", "get",   "gets",   "got",     "set",   "sets",  "put",   "puts",
    "fell",  "fall",  "falls", "flew",  "it",     "them",    "him",   "us"};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    while (!text.empty()) {
        const auto end = text.find_first_of(" \n");
        if (end != 0) words.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return words;
}

bool can_take_in(Word word) {
    return word.ends_with("ed") || word.ends_with("ing") || is_one_of(kTakeIn, word);
}

/// Whether words are lost between the word `at` and the next one.
bool is_torn_behind(const std::vector<Word>& words, std::size_t at) {
    if (at + 1 >= words.size()) return false;
    const Word word = words[at];
    const Word next = words[at + 1];
    if (next.starts_with(',') || next == "." || next == ";") return true;
    if (word == "the" || word == "The") return is_one_of(kNotBehindThe, next);
    if (at + 2 >= words.size() || !is_one_of(kBeginNouns, words[at + 2])) return false;
    if (is_one_of(kBeforeNouns, word)) return next == "and";
    return word == "in" && (next == "and" || next == "to") && at > 0 && !can_take_in(words[at - 1]);
}

/// The words around each place where some are lost.
std::vector<std::string> torn_places(std::string_view text) {
    static constexpr std::size_t kAround = 2;
    const auto words = words_of(text);
    std::vector<std::string> places;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!is_torn_behind(words, at)) continue;
        const Word first = words[at - std::min(at, kAround)];
        const Word last = words[std::min(at + 1 + kAround, words.size() - 1)];
        const auto begin = static_cast<std::size_t>(first.data() - text.data());
        const auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
        places.push_back(fmt::format("'{}'", text.substr(begin, end - begin)));
    }
    return places;
}

bool loses_links(const Record& record, const Place& place) {
    const Origin* origin = record.origin(place.origin);
    return origin != nullptr &&
           std::ranges::find(origin->drops, Drop::link_text) != origin->drops.end();
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer* answer : record.standing("description")) {
        const Place& place = answer->place();
        if (!place.gaps && !loses_links(record, place)) continue;
        const auto places = torn_places(answer->words);
        if (places.empty() && !place.gaps) continue;
        Hit hit{.field = answer->field, .place = &place};
        hit.value = answer->words;
        hit.message = places.empty()
                          ? std::string("the words of a link are missing from the description")
                          : fmt::format("words are missing in {}", base::listed(places));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rec009_lost_link_text;
const Rule rec009_lost_link_text{
    .info = {.id = "REC009",
             .title = "The words of links are missing from a description",
             .level = AuditLevel::note,
             .why = "The export left out what was a link on the page, which is mostly the name "
                    "of a person or a place: the sentence no longer says whom or where it means, "
                    "and no search finds it.",
             .fix = "capture it in another form, or complete the sentence from the page in a "
                    "record table (describe --complete-from, if there is another capture)",
             .example = "armed conflict in to the; sources on the , particularly",
             .source = "captures of the Wilson Center Digital Archive, forms C and D"},
    .check = check,
};

}  // namespace solander::audit
