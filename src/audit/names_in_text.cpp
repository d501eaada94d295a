// SPDX-License-Identifier: Apache-2.0
#include "audit/names_in_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace solander::audit {

namespace {

/// Words that have a capital and name nobody.
constexpr std::array<std::string_view, 94> kNoNames{
    "The",        "This",      "That",         "These",      "Those",        "He",
    "She",        "They",      "His",          "Her",        "Their",        "Its",
    "And",        "But",       "For",          "From",       "With",         "When",
    "While",      "After",     "Before",       "About",      "Some",         "Also",
    "There",      "Soviet",    "American",     "British",    "French",       "German",
    "Chinese",    "Polish",    "Cuban",        "Hungarian",  "Czechoslovak", "Romanian",
    "Bulgarian",  "Yugoslav",  "Korean",       "Vietnamese", "Indian",       "Brazilian",
    "European",   "Italian",   "Albanian",     "Mongolian",  "Israeli",      "Egyptian",
    "Japanese",   "Secretary", "State",        "States",     "United",       "Ambassador",
    "President",  "Premier",   "Minister",     "Ministry",   "Foreign",      "Affairs",
    "Department", "Committee", "Central",      "Party",      "Communist",    "Government",
    "Council",    "Embassy",   "General",      "Chairman",   "Comrade",      "Deputy",
    "Telegram",   "Cable",     "Cipher",       "Top",        "Secret",       "Letter",
    "Memorandum", "Report",    "Conversation", "January",    "February",     "March",
    "April",      "May",       "June",         "July",       "August",       "September",
    "October",    "November",  "December",     "Union"};

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_part(char c) {
    return is_small(c) || is_capital(c) || c == '-' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_name(std::string_view word) {
    return word.size() > 2 && is_capital(word[0]) && is_small(word[1]) &&
           std::ranges::find(kNoNames, word) == kNoNames.end();
}

constexpr std::string_view kApostrophe = "\u2019";

class NamesInText {
public:
    explicit NamesInText(std::string_view text) : text_(text) {}

    std::vector<std::string> run() {
        while (at_ < text_.size()) step();
        end_run();
        return std::move(names_);
    }

private:
    bool is_at_curly_apostrophe() const { return text_.substr(at_).starts_with(kApostrophe); }

    void step() {
        if (text_[at_] == '\'' || is_at_curly_apostrophe()) {
            at_ += text_[at_] == '\'' ? 1 : kApostrophe.size();
            if (at_ < text_.size() && text_[at_] == 's') ++at_;
            end_run();
        } else if (is_part(text_[at_])) {
            take_word();
        } else {
            if (text_[at_] != ' ') end_run();
            ++at_;
        }
    }

    void take_word() {
        const std::size_t first = at_;
        while (at_ < text_.size() && is_part(text_[at_]) && !is_at_curly_apostrophe()) ++at_;
        const auto word = text_.substr(first, at_ - first);
        if (is_name(word))
            last_ = word;
        else
            end_run();
    }

    void end_run() {
        if (!last_.empty() && known_.insert(last_).second) names_.emplace_back(last_);
        last_ = {};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string_view last_;  ///< The last name of the run of capitals that has not ended yet.
    std::set<std::string_view> known_;
    std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> names_in(std::string_view text) {
    return NamesInText(text).run();
}

}  // namespace solander::audit
