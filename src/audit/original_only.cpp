// SPDX-License-Identifier: Apache-2.0
#include "audit/original_only.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "audit/rights_reading.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Whether a text limits itself to the original, and says nothing of what was made from it.
bool is_on_original(std::string_view words) {
    static constexpr std::array<std::string_view, 8> kOriginal{
        "in the original",     "to the original",   "of the original",   "the original only",
        "the original letter", "original document", "the original work", "the physical item"};
    static constexpr std::array<std::string_view, 12> kMade{
        "translation", "translations", "scan",          "scans", "digital", "digitised",
        "digitized",   "reproduction", "reproductions", "copy",  "copies",  "image"};
    const std::string plain = folded(words);
    const auto has = [&](std::string_view each) { return has_phrase(plain, each); };
    return std::ranges::any_of(kOriginal, has) && std::ranges::none_of(kMade, has);
}

bool is_on_original(const Answer& answer) {
    if (answer.rights->covers != RightsCovers::unstated)
        return answer.rights->covers == RightsCovers::original;
    return std::ranges::any_of(answer.rights->statements, [](const TextStatement& each) {
        return is_on_original(each.words);
    });
}

}  // namespace

const Answer* find_translator(const Record& record) {
    for (const Answer* answer : record.standing("contributor")) {
        const std::string role =
            folded(static_cast<const AgentStatement&>(*answer->statement).role);
        if (role == "translator" || role == "trl") return answer;  // The second is MARC's.
    }
    return nullptr;
}

const Answer* only_on_original(const Record& record, RightsCovers covers) {
    const Answer* found = nullptr;
    for (const std::string_view field :
         {"rights", "rights-uri", "licence", "copyright-status", "rights-holder"})
        for (const Answer* answer : standing_rights(record, field)) {
            if (answer->rights->covers == covers) return nullptr;
            if (is_on_original(*answer)) {
                if (found == nullptr) found = answer;
            } else if (answer->rights->covers == RightsCovers::unstated) {
                return nullptr;
            }
        }
    return found;
}

}  // namespace solander::audit
