// SPDX-License-Identifier: Apache-2.0
#include "policy/threshold.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "policy/flow.h"

namespace solander::policy {

namespace {

using Groups = std::vector<PolicyGroup>;

/// Who counts where, by the groups of one alternative.
class Assignment {
public:
    Assignment(const Groups& groups, std::span<const Vouching> keys) : groups_(&groups) {
        const std::size_t source = flow_.add_node();
        const std::size_t sink = flow_.add_node();
        for (const PolicyGroup& group : groups) add_group(group, sink);
        for (const Vouching& key : keys) add_key(key, source);
        std::size_t asked = 0;
        for (const PolicyGroup& group : groups) asked += group.least;
        missing_ = asked - flow_.fill(source, sink);
    }

    std::size_t missing() const { return missing_; }

    /// `needs 2 of 3, signed by a; missing 1 of b, c`, for each group that is not met.
    std::string sentence() const {
        std::string text;
        for (std::size_t i = 0; i < groups_->size(); ++i) {
            const std::string unmet = sentence_on((*groups_)[i], seats_[i]);
            if (!unmet.empty()) text += (text.empty() ? "" : "; and ") + unmet;
        }
        return text;
    }

private:
    struct Name {
        std::size_t in;   ///< From the keys that have it.
        std::size_t out;  ///< To the parties that go by it.
    };
    /// A party of a group: the edge to the group, and those from its names.
    struct Seat {
        std::size_t edge;
        std::vector<std::pair<std::size_t, std::string>> by;
    };

    const Name& name(const std::string& text) {
        const auto known = names_.find(text);
        if (known != names_.end()) return known->second;
        const Name made{flow_.add_node(), flow_.add_node()};
        flow_.add_edge(made.in, made.out, 1);
        return names_.emplace(text, made).first->second;
    }

    void add_group(const PolicyGroup& group, std::size_t sink) {
        const std::size_t node = flow_.add_node();
        flow_.add_edge(node, sink, group.least);
        auto& seats = seats_.emplace_back();
        for (const auto& party : group.parties) {
            const std::size_t seat = flow_.add_node();
            auto& added = seats.emplace_back(Seat{flow_.add_edge(seat, node, 1), {}});
            for (const std::string& by : party)
                added.by.emplace_back(flow_.add_edge(name(by).out, seat, 1), by);
        }
    }

    void add_key(const Vouching& key, std::size_t source) {
        const std::size_t node = flow_.add_node();
        flow_.add_edge(source, node, 1);
        for (const std::string& text : key.names) {
            const auto known = names_.find(text);
            if (known != names_.end()) flow_.add_edge(node, known->second.in, 1);
        }
    }

    std::string sentence_on(const PolicyGroup& group, const std::vector<Seat>& seats) const {
        std::string counted;
        std::string missing;
        std::size_t count = 0;
        const auto add = [](std::string& list, const std::string& words) {
            list += (list.empty() ? "" : ", ") + words;
        };
        for (const Seat& seat : seats) {
            if (flow_.carried(seat.edge) > 0) ++count;
            std::string names;
            for (const auto& [edge, by] : seat.by) {
                if (flow_.carried(edge) > 0) add(counted, base::printable(by));
                names += (names.empty() ? "" : " or ") + base::printable(by);
            }
            if (flow_.carried(seat.edge) == 0) add(missing, names);
        }
        if (count == group.least) return {};
        if (seats.size() == 1) return fmt::format("needs the signature of {}", missing);
        return fmt::format("needs {} of {}, {}; missing {}{}", group.least, seats.size(),
                           counted.empty() ? "signed by none of them" : "signed by " + counted,
                           seats.size() - count == group.least - count
                               ? ""
                               : fmt::format("{} of ", group.least - count),
                           missing);
    }

    const Groups* groups_;
    Flow flow_;
    std::map<std::string, Name, std::less<>> names_;
    std::vector<std::vector<Seat>> seats_;
    std::size_t missing_ = 0;
};

/// The same key under several statements is one, in the order in which keys first come. Of their
/// names only those are taken that the threshold has.
std::vector<Vouching> joined(const PolicyThreshold& threshold, std::span<const Vouching> keys) {
    std::set<std::string_view> wanted;
    for (const Groups& groups : threshold.alternatives)
        for (const PolicyGroup& group : groups)
            for (const auto& party : group.parties) wanted.insert(party.begin(), party.end());
    std::vector<Vouching> joined;
    std::map<std::string_view, std::size_t> places;
    for (const Vouching& key : keys) {
        const auto [place, is_new] = places.emplace(key.fingerprint, joined.size());
        if (is_new) joined.push_back({key.fingerprint, {}});
        auto& names = joined[place->second].names;
        for (const std::string& name : key.names)
            if (wanted.contains(name)) names.push_back(name);
    }
    for (Vouching& key : joined) {
        std::ranges::sort(key.names);
        key.names.erase(std::unique(key.names.begin(), key.names.end()), key.names.end());
    }
    return joined;
}

}  // namespace

Tally count(const PolicyThreshold& threshold, std::span<const Vouching> keys) {
    const auto each_once = joined(threshold, keys);
    std::size_t least = 0;
    Tally tally;
    for (const Groups& groups : threshold.alternatives) {
        const Assignment assignment(groups, each_once);
        if (assignment.missing() == 0) return {.met = true, .sentence = {}};
        if (!tally.sentence.empty() && assignment.missing() >= least) continue;
        least = assignment.missing();
        tally.sentence = assignment.sentence();
    }
    if (threshold.alternatives.size() > 1)
        tally.sentence +=
            fmt::format(" (the nearest of {} alternatives)", threshold.alternatives.size());
    return tally;
}

}  // namespace solander::policy
