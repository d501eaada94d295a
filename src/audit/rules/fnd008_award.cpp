// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/award_numbers.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

class Awards {
public:
    Awards(const Record& record, Hits& hits) : record_(record), hits_(hits) {
        for (const FundingCredit& credit : record.document().funding_credits)
            for (const Funder& funder : credit.funders)
                for (const std::string& award : funder.awards) told_.insert(folded(award));
    }

    void look() {
        for (const FundingCredit& credit : record_.document().funding_credits) {
            for (const Funder& funder : credit.funders)
                if (funder.agent.name.empty() && funder.agent.verbatim.empty() &&
                    funder.agent.authorities.empty() && !funder.awards.empty())
                    tell("funding-credit", credit.place, funder.awards.front(),
                         "has no funder: nobody else knows it");
            tell_of_prose("funding-credit", credit.place, award_in(credit.verbatim));
        }
        for (const Answer* answer : record_.standing("description"))
            tell_of_prose("description", answer->place(), award_of_support(answer->words));
        for (const Answer* answer : standing_rights(record_, "rights"))
            tell_of_prose("rights", answer->place(), award_of_support(answer->words));
        for (const Note& note : record_.document().notes)
            tell_of_prose("note", note.place, award_of_support(note.words));
        for (const PlacedText& text : record_.document().unattributed)
            tell_of_prose("unattributed", text.place, award_of_support(text.words));
    }

private:
    /// An award that is a part of one that is known, or the reverse, is the same one.
    bool is_told(std::string_view award) const {
        const std::string plain = folded(award);
        return std::ranges::any_of(told_, [&](const std::string& known) {
            return known.find(plain) != std::string::npos || plain.find(known) != std::string::npos;
        });
    }

    void tell_of_prose(std::string_view field, const Place& place, std::string_view award) {
        if (award.empty() || is_told(award)) return;
        told_.insert(folded(award));
        tell(field, place, award, "stands in words only: no funder has it as an award");
    }

    void tell(std::string_view field, const Place& place, std::string_view award,
              std::string_view what) {
        Hit hit{.field = field, .place = &place};
        hit.value = award;
        hit.message = fmt::format("award number '{}' {}", award, what);
        hits_.push_back(std::move(hit));
    }

    const Record& record_;
    Hits& hits_;
    std::set<std::string> told_;
};

void check(const Record& record, const Context&, Hits& hits) {
    Awards(record, hits).look();
}

}  // namespace

extern const Rule fnd008_award;
const Rule fnd008_award{
    .info = {.id = "FND008",
             .title = "An award number has no funder, or stands in words only",
             .level = AuditLevel::warning,
             .why = "Reports on grants are made from funder and award; a number in a sentence is "
                    "found by nobody, and one without its funder is only a number.",
             .fix = "name the funder, with the number as its award",
             .example = "\"supported by the National Research Foundation of Korea "
                        "(NRF-2014S1A5B4063341)\" in a description",
             .source = "OpenAIRE guidelines, funding reference (mandatory if applicable)"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
