// SPDX-License-Identifier: Apache-2.0
#include "audit/notice_parts.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "audit/words.h"

namespace solander::audit {

namespace {

struct NoticePhrase {
    std::string_view part;
    std::string_view words;
};

// By part, the phrase that says most first.
constexpr std::array<NoticePhrase, 27> kNoticePhrases{
    {{"reuse welcomed", "welcomes reuse"},
     {"reuse welcomed", "welcome to use"},
     {"reuse welcomed", "encourages the use"},
     {"reuse welcomed", "may be used freely"},
     {"reuse welcomed", "free to use"},
     {"hedge", "may be subject to copyright"},
     {"hedge", "may be protected by copyright"},
     {"hedge", "may be in copyright"},
     {"hedge", "may be under copyright"},
     {"hedge", "may be restricted"},
     {"hedge", "may apply"},
     {"rights kept by holders who are not named", "retained by the rights holders"},
     {"rights kept by holders who are not named", "retained by the copyright holders"},
     {"rights kept by holders who are not named", "remains with the copyright holders"},
     {"rights kept by holders who are not named", "belongs to the respective owners"},
     {"effort", "rights holders have been contacted"},
     {"effort", "every effort has been made"},
     {"effort", "reasonable effort"},
     {"effort", "when possible"},
     {"contact", "please contact"},
     {"contact", "contact the"},
     {"contact", "should be addressed to"},
     {"permission for commercial use", "permission for commercial use"},
     {"permission for commercial use", "commercial use requires"},
     {"permission for commercial use", "commercial use"},
     {"permission to be asked for", "request permission"},
     {"permission to be asked for", "permission is required"}}};

}  // namespace

std::vector<NoticePart> notice_parts(std::string_view text) {
    const std::string plain = folded(text);
    std::vector<NoticePart> parts;
    for (const NoticePhrase& phrase : kNoticePhrases) {
        const bool is_told = !parts.empty() && parts.back().name == phrase.part;
        if (!is_told && has_phrase(plain, phrase.words))
            parts.push_back({phrase.part, phrase.words});
    }
    // To ask for commercial use is the permission that is meant.
    const auto is = [](std::string_view name) {
        return [name](const NoticePart& part) { return part.name == name; };
    };
    if (std::ranges::any_of(parts, is("permission for commercial use")))
        std::erase_if(parts, is("permission to be asked for"));
    return parts;
}

std::string parts_sentence(std::string_view text) {
    const auto parts = notice_parts(text);
    if (parts.size() < 2) return {};
    std::string sentence;
    for (const NoticePart& part : parts)
        sentence += fmt::format("{}{} (\"{}\")", sentence.empty() ? "Its parts: " : ", ", part.name,
                                part.words);
    return sentence;
}

}  // namespace solander::audit
