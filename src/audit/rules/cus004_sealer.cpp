// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "audit/custody_steps.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

/// What a name is of. Only names of one kind can be held against each other: a person may seal for
/// an archive, and an address be anybody's.
enum class Kind { address, body, person, other };

constexpr std::array<std::string_view, 29> kBodies{
    "archive",   "archives",    "library",    "libraries",   "museum",     "university",
    "institute", "institution", "office",     "society",     "foundation", "centre",
    "center",    "ministry",    "department", "association", "council",    "trust",
    "committee", "agency",      "repository", "bureau",      "collection", "commission",
    "college",   "school",      "academy",    "press",       "company"};

bool is_name_of_person(std::string_view name) {
    std::size_t words = 1;
    bool begins = true;
    for (const char c : name) {
        if (begins && !(c >= 'A' && c <= 'Z') && (static_cast<unsigned char>(c) & 0x80U) == 0)
            return false;
        begins = c == ' ';
        if (begins) ++words;
    }
    return words >= 2 && words <= 4 && name.find_first_of("0123456789,()&") == name.npos;
}

Kind kind_of(std::string_view name) {
    if (name.find('@') != name.npos) return Kind::address;
    const std::string words = folded(name);
    if (std::ranges::any_of(kBodies,
                            [&](std::string_view each) { return has_phrase(words, each); }))
        return Kind::body;
    return is_name_of_person(name) ? Kind::person : Kind::other;
}

/// Of an address only whose it is counts: colleagues seal for one another.
std::string domain_of(std::string_view address) {
    return folded(address.substr(address.find('@') + 1));
}

/// Names in trust files have no blanks: `harbour-archive`.
std::string as_words(std::string name) {
    if (name.find('@') == name.npos)
        std::ranges::replace_if(
            name, [](char c) { return c == '-' || c == '_' || c == '.'; }, ' ');
    return name;
}

bool may_be(const Agent& custodian, const std::string& sealer) {
    const std::string name = shown(custodian);
    if (kind_of(name) == Kind::address) return domain_of(name) == domain_of(sealer);
    Agent agent;
    agent.name = sealer;
    if (may_be_same_agent(custodian, agent)) return true;
    agent.name = as_words(sealer);
    Agent plain = custodian;
    plain.name = as_words(name);
    return may_be_same_agent(plain, agent);
}

/// Who received it last; null where the history does not end with a named receiver.
const Agent* last_custodian(const CustodialHistory& history) {
    if (history.steps.empty()) return nullptr;
    const auto* last = std::get_if<Transfer>(&history.steps.back());
    return last != nullptr && last->to ? &*last->to : nullptr;
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto& sealers = record.source().sealers;
    if (sealers.empty()) return;
    const CustodialHistory* history = nullptr;
    for_each_history(record, [&](const CustodialHistory& each) { history = &each; });
    const Agent* custodian = history == nullptr ? nullptr : last_custodian(*history);
    if (custodian == nullptr) return;
    const auto& depositor = record.source().depositor;
    if (depositor && may_be_same_agent(*custodian, *depositor)) return;
    const Kind kind = kind_of(shown(*custodian));
    if (kind == Kind::other) return;
    for (const std::string& sealer : sealers)
        if (kind_of(as_words(sealer)) != kind || may_be(*custodian, sealer)) return;
    Hit hit{.field = "custodial-history", .place = &history->place};
    hit.value = shown(*custodian);
    // A credit such as `obtained by` may be of a copy, and the archive's own custody be untold.
    if (history->state == State::inferred) hit.level = AuditLevel::review;
    hit.message = fmt::format("'{}' received it last, and the package is sealed by {}",
                              shown(*custodian), base::listed(sealers));
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule cus004_sealer;
const Rule cus004_sealer{
    .info = {.id = "CUS004",
             .title = "The last custodian is not who sealed the package",
             .level = AuditLevel::error,
             .why = "The seal says who vouches for the document, and the history how it came to "
                    "them. Between its last step and the seal nobody is known to have held it.",
             .fix = "state the transfer to whoever sealed it, or who deposited it, and seal it "
                    "anew",
             .example = "a history that ends at one archive, sealed by another",
             .source = "DACS 5.1 and 5.2; ISAD(G) 3.2.3 and 3.2.4"},
    .check = check,
};

}  // namespace solander::audit
