// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/known_funders.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

constexpr std::size_t kSpellingsNamed = 4;

/// What names of one funder have in common: letters and digits, without an article in front and an
/// abbreviation in brackets at the end.
std::string key_of(std::string_view name) {
    std::string plain = folded_name(name);
    if (plain.ends_with(')'))
        if (const auto bracket = plain.rfind(" ("); bracket != std::string::npos)
            plain.resize(bracket);
    for (auto at = plain.find('&'); at != std::string::npos; at = plain.find('&', at))
        plain.replace(at, 1, "and");
    std::erase_if(plain, [](char c) {
        return std::string_view(" .,;:'\"-/()").find(c) != std::string_view::npos;
    });
    return plain;
}

/// A name as it is read: white space of any kind as one blank.
std::string as_read(std::string_view name) {
    static constexpr std::string_view kNoBreak = "\u00A0";
    std::string text(trimmed(name));
    for (auto at = text.find(kNoBreak); at != std::string::npos; at = text.find(kNoBreak, at))
        text.replace(at, kNoBreak.size(), " ");
    const auto end =
        std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; });
    text.erase(end, text.end());
    return text;
}

struct Spellings {
    std::map<std::string, std::size_t> counts;  ///< Of records, by the name as it is written.
    std::vector<std::size_t> records;
    const Place* place = nullptr;  ///< Of the first.
};

void add(Spellings& spellings, std::string_view name, std::size_t record, const Place& place) {
    if (spellings.place == nullptr) spellings.place = &place;
    // A credit line and a list of donors of one record are spelt as one.
    if (spellings.records.empty() || spellings.records.back() != record)
        spellings.records.push_back(record);
    ++spellings.counts[as_read(name)];
}

/// The one that is written most often first.
std::vector<std::pair<std::string, std::size_t>> by_count(const Spellings& spellings) {
    std::vector<std::pair<std::string, std::size_t>> names(spellings.counts.begin(),
                                                           spellings.counts.end());
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return names;
}

void tell(const Spellings& spellings, Hits& hits) {
    const auto names = by_count(spellings);
    std::vector<std::string> shown;
    for (const auto& [name, count] : names) {
        if (shown.size() == kSpellingsNamed) {
            shown.push_back(fmt::format("{} more", names.size() - kSpellingsNamed));
            break;
        }
        shown.push_back(fmt::format("'{}' ({})", shortened(name), count));
    }
    Hit hit{.field = "funder", .place = spellings.place};
    hit.value = names.front().first;
    hit.message = fmt::format("one funder is spelt {} ways: {}", names.size(), base::listed(shown));
    hit.fix = fmt::format("spell it one way, such as '{}', or give its identifier",
                          shortened(names.front().first));
    hit.record = spellings.records.front();
    hit.others.assign(spellings.records.begin() + 1, spellings.records.end());
    hits.push_back(std::move(hit));
}

/// Groups of names, in the order in which they are first met.
class Groups {
public:
    void add(std::string key, std::string_view name, std::size_t record, const Place& place) {
        const auto [known, is_new] = index_.emplace(std::move(key), groups_.size());
        if (is_new) groups_.emplace_back();
        audit::add(groups_[known->second], name, record, place);
    }

    const std::vector<Spellings>& all() const { return groups_; }

private:
    std::vector<Spellings> groups_;
    std::unordered_map<std::string, std::size_t> index_;
};

void check_set(std::span<const AuditRecord> records, const Context& context, Hits& hits) {
    Groups groups;
    for (std::size_t i = 0; i < records.size(); ++i)
        for (const FundingCredit& credit : records[i].document.funding_credits)
            for (const Funder& funder : credit.funders) {
                const auto& agent = funder.agent;
                std::string_view name = agent.name.empty() ? agent.verbatim : agent.name;
                // Names that the configuration has for one funder are one name.
                if (const AuditFunder* known = context.funders.find(name)) name = known->name;
                std::string key = key_of(name);
                if (!key.empty()) groups.add(std::move(key), name, i, credit.place);
            }
    for (const Spellings& each : groups.all())
        if (each.counts.size() > 1) tell(each, hits);
}

}  // namespace

extern const Rule fnd006_spelt_otherwise;
const Rule fnd006_spelt_otherwise{
    .info = {.id = "FND006",
             .title = "One funder is spelt in several ways in the set",
             .level = AuditLevel::warning,
             .why = "Lists by funder show it as several, and a report on a grant finds a part of "
                    "what it paid for.",
             .fix = "spell it one way, or give its identifier",
             .example = "Leon Levy Foundation, and the Leon Levy Foundation.",
             .source =
                 "captures of the Wilson Center Digital Archive; OpenAIRE guidelines, funding "
                 "reference"},
    .check_set = check_set,
};

}  // namespace solander::audit
