// SPDX-License-Identifier: Apache-2.0
#include "verify/elsewhere.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "verify/check.h"

namespace solander::verify {

namespace {

constexpr std::size_t kMostOfAKind = 100;

std::string all_of(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, " and "));
}

/// Who signed an event, as the reader knows them.
std::vector<std::string> signers_of(const ChainEvent& event, const WalkedChain& walked) {
    std::vector<std::string> names;
    for (const EventReport& told : walked.events)
        if (told.file == event.name.event)
            for (const PartyReport& signer : told.signers) names.push_back(signer.name);
    return names;
}

/// `a receipt by registrar@example.org`
std::string deed(const ChainEvent& event, const WalkedChain& walked) {
    const auto names = signers_of(event, walked);
    return fmt::format("a {}{}{}", event.name.type, names.empty() ? "" : " by ", all_of(names));
}

std::string who_holds_it(const CustodyReport& custody) {
    if (!custody.holder) return "who holds it can't be told";
    if (custody.state == HoldingState::in_transit)
        return fmt::format("it is on its way from {} to {}", custody.holder->name, custody.to);
    return custody.holder->name + " holds it";
}

/// Whose the package is by a branch: whoever holds it, or is to receive it.
std::string claimant(const CustodyReport& custody) {
    if (!custody.holder) return "somebody";
    return custody.state == HoldingState::in_transit ? custody.to : custody.holder->name;
}

class Judge {
public:
    Judge(const Evidence& evidence, Answers& answers)
        : evidence_(evidence),
          answers_(answers),
          ours_(walk_chain(context_of(evidence), evidence.chain)) {}

    Verdict run() && {
        if (const auto* receipts = evidence_.elsewhere.receipts) judge_receipts(*receipts);
        const auto all = compare_elsewhere(evidence_);
        for (const auto& compared : all) judge_copy(compared);
        for (const auto& quarrel : quarrels_among(all, comparer(evidence_.trust)))
            judge_quarrel(quarrel);
        tell_what_was_left_out();
        tell_confirmations();
        return verdict_;
    }

private:
    const std::vector<ChainEvent>& events() const { return evidence_.chain.events; }

    /// Of each kind the first hundred: a file of receipts can have a million lines.
    void add(Code code, std::string subject, std::string message) {
        const std::size_t told = ++told_[code];
        if (told <= kMostOfAKind)
            answers_.findings.push_back({code, std::move(subject), std::move(message)});
    }

    void tell_what_was_left_out() {
        for (const auto& [code, told] : told_)
            if (told > kMostOfAKind)
                answers_.findings.push_back(
                    {code, "", fmt::format("and {} more of this kind", told - kMostOfAKind)});
    }

    void add_otherwise(std::string sentence) {
        auto& otherwise = answers_.confirmation.otherwise;
        if (otherwise.size() < kMostOfAKind) otherwise.push_back(std::move(sentence));
    }

    /// A line of a receipt, and the file that it stands in.
    struct Stated {
        const custody::ReceiptLine* line;
        const std::string* file;
    };

    void judge_receipts(const std::vector<custody::ReceiptFile>& files) {
        std::vector<Stated> stated;
        for (const auto& file : files) judge_receipts(file, stated);
        // All together, so that it makes no difference in which file or order they came.
        std::stable_sort(stated.begin(), stated.end(), [](const Stated& a, const Stated& b) {
            return a.line->claim->seq < b.line->claim->seq;
        });
        std::set<std::pair<std::uint64_t, Sha256>> known;
        const Stated* before = nullptr;
        for (const Stated& each : stated) {
            const auto& claim = *each.line->claim;
            if (!known.insert({claim.seq, each.line->digest}).second) continue;
            judge_stated(claim, each.line->digest, *each.file);
            if (before != nullptr) judge_two_stated(*before->line, *each.line, *each.file);
            before = &each;
        }
    }

    void judge_receipts(const custody::ReceiptFile& file, std::vector<Stated>& stated) {
        for (const auto& problem : file.problems())
            add(Code::receipt_malformed, file.name(),
                fmt::format("line {} {}", problem.line, problem.sentence));
        std::uint64_t through = 0;
        for (const ChainEvent& event : events())
            if (event.file != nullptr && file.has(event.digest))
                through = std::max(through, event.name.seq);
        if (through > 0) reached_.emplace_back(through, "receipt " + file.name());
        bool concerns_us = through > 0;
        if (evidence_.manifest_digest)
            for (const auto* line : file.about(*evidence_.manifest_digest)) {
                concerns_us = true;
                stated.push_back({line, &file.name()});
            }
        if (!concerns_us && file.problems().empty())
            add(Code::receipt_unrelated, file.name(),
                "has no line about this package or an event of its chain");
    }

    static std::string known_as(const custody::ReceiptClaim& claim) {
        return fmt::format("event {}, a {}", claim.seq, claim.type);
    }

    /// Two events in one place contradict each other, unless one is a cancel that the other
    /// crossed.
    void judge_two_stated(const custody::ReceiptLine& one, const custody::ReceiptLine& other,
                          const std::string& file) {
        if (one.claim->seq != other.claim->seq || one.digest == other.digest) return;
        if ((one.claim->type == "cancel") != (other.claim->type == "cancel")) return;
        add(Code::custody_fork, file,
            fmt::format("knows two events in one place: {} and {}", known_as(*one.claim),
                        known_as(*other.claim)));
    }

    /// What a receipt states of an event by itself, which nobody has signed.
    void judge_stated(const custody::ReceiptClaim& claim, const Sha256& digest,
                      const std::string& file) {
        const auto is_it = [&](const ChainEvent& event) {
            return event.file != nullptr && event.digest == digest;
        };
        const auto it = std::find_if(events().begin(), events().end(), is_it);
        if (it != events().end()) {
            if (it->name.seq != claim.seq || it->name.type != claim.type)
                add(Code::receipt_malformed, file,
                    fmt::format("calls {} event {}, a {}", it->name.event, claim.seq, claim.type));
            return;
        }
        if (gave_way_at_ != 0 && claim.seq > gave_way_at_) {
            add_otherwise(
                fmt::format("receipt {} knows {} of that history", file, known_as(claim)));
            return;
        }
        if (std::any_of(events().begin(), events().end(), [&claim](const ChainEvent& event) {
                return event.file == nullptr && event.name.seq <= claim.seq;
            })) {
            verdict_ = Verdict::indeterminate;  // it may be the one that is not here
            return;
        }
        const std::string known = known_as(claim);
        if (claim.seq > events().size()) {
            add_rollback(fmt::format("receipt {} knows {}", file, known));
            return;
        }
        const auto branching =
            compare_with_stated(evidence_.chain, claim.seq, claim.type, comparer(evidence_.trust));
        const std::string& own = events()[claim.seq - 1].name.event;
        if (branching.relation != Relation::crossed) {
            add(Code::custody_fork, own,
                fmt::format("is another event than the one that receipt {} knows: {}. Two "
                            "histories, and no signature here that shows who made both",
                            file, known));
            add_otherwise(
                fmt::format("receipt {} knows another history from event {} on", file, claim.seq));
        } else if (branching.ours_stands) {
            add(Code::custody_crossed, own,
                fmt::format("crossed with {} that receipt {} knows: the {} stands, and with it "
                            "this copy",
                            known, file, events()[claim.seq - 1].name.type));
        } else {
            const auto& holding = ours_.holding;
            const bool is_received = claim.type == "receipt";
            const auto custody = tell_custody(ours_);
            const std::string holder = is_received      ? holding.to
                                       : custody.holder ? custody.holder->name
                                                        : "the releaser";
            gave_way_at_ = claim.seq;
            add(Code::custody_crossed, own,
                fmt::format("crossed with {} that receipt {} knows: the {} stands, by which {} "
                            "holds it",
                            known, file, claim.type, holder));
            add_otherwise(fmt::format("by {} that receipt {} knows, which stands, {} holds it",
                                      known, file, holder));
        }
    }

    void add_rollback(const std::string& known) {
        const std::string end = events().empty()
                                    ? std::string("has no chain")
                                    : fmt::format("ends at {}", events().back().name.seq);
        add(Code::custody_rollback, "this copy", fmt::format("{}; {}", end, known));
        add_otherwise(known);
    }

    void judge_copy(const Compared& compared) {
        if (!compared.is_sound) {
            const auto& findings = compared.walked.findings;
            const auto grave = std::max_element(
                findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
                    return code_info(a.code).effect < code_info(b.code).effect;
                });
            add(Code::custody_other_unsound, compared.other->name,
                findings.empty()
                    ? "does not pass"
                    : fmt::format("does not pass: {} {}", grave->subject, grave->message));
            return;
        }
        const auto& theirs = compared.other->chain.events;
        const auto common = compared.branching.common;
        switch (compared.branching.relation) {
            case Relation::same:
            case Relation::ours_goes_on:
                if (common > 0) reached_.emplace_back(common, name_of(compared));
                return;
            case Relation::theirs_goes_on:
                add_rollback(fmt::format(
                    "{} event {}, {}",
                    compared.is_memory ? "you have seen" : compared.other->name + " has",
                    theirs.back().name.seq, deed(theirs.back(), compared.walked)));
                return;
            case Relation::crossed:
                if (common > 0) reached_.emplace_back(common, name_of(compared));
                return judge_crossed(compared);
            case Relation::equivocation:
                if (is_vouched_for(ours_, events()[common])) return judge_equivocation(compared);
                return judge_fork(compared);
            case Relation::fork:
                return judge_fork(compared);
            case Relation::undecided:
                verdict_ = Verdict::indeterminate;
                return;
        }
    }

    static std::string name_of(const Compared& compared) {
        return compared.is_memory ? compared.other->name : "the copy in " + compared.other->name;
    }

    void judge_crossed(const Compared& compared) {
        const auto common = compared.branching.common;
        const auto& own = events()[common].name;
        const auto& other = compared.other->chain.events[common].name;
        if (compared.branching.ours_stands) {
            add(Code::custody_crossed, own.event,
                fmt::format("crossed with {} in {}: the {} stands, and with it this copy",
                            other.event, name_of(compared), own.type));
            return;
        }
        const std::string holds = who_holds_it(tell_custody(compared.walked));
        add(Code::custody_crossed, own.event,
            fmt::format("crossed with {} in {}: the {} stands, by which {}", other.event,
                        name_of(compared), other.type, holds));
        add_otherwise(
            fmt::format("by {} in {}, which stands, {}", other.event, name_of(compared), holds));
    }

    void judge_equivocation(const Compared& compared) {
        const auto common = compared.branching.common;
        const ChainEvent& own = events()[common];
        const ChainEvent& other = compared.other->chain.events[common];
        std::vector<std::string> culprits;
        for (const auto& contradiction : compared.branching.contradictions) {
            const std::string keys = contradiction.ours == contradiction.theirs
                                         ? contradiction.ours
                                         : contradiction.ours + ", " + contradiction.theirs;
            culprits.push_back(fmt::format("{} ({})", name_by(contradiction.ours, own), keys));
        }
        add(Code::custody_equivocation, own.name.event,
            fmt::format("and {} in {} stand in the same place, and are both signed by {}",
                        other.name.event, name_of(compared), all_of(culprits)));
        add_otherwise(
            fmt::format("{} tells another history from event {} on, signed by the same "
                        "party",
                        name_of(compared), common + 1));
    }

    std::string name_by(const std::string& fingerprint, const ChainEvent& event) const {
        for (const EventReport& told : ours_.events)
            if (told.file == event.name.event)
                for (const PartyReport& signer : told.signers)
                    if (signer.fingerprint == fingerprint) return signer.name;
        return "one key";
    }

    /// Others that contradict each other, whichever of them ours agrees with.
    void judge_quarrel(const Quarrel& quarrel) {
        const auto common = quarrel.branching.common;
        const ChainEvent& one = quarrel.one->other->chain.events[common];
        const ChainEvent& other = quarrel.other->other->chain.events[common];
        const bool is_one_hand = quarrel.branching.relation == Relation::equivocation;
        add(is_one_hand ? Code::custody_equivocation : Code::custody_fork, one.name.event,
            fmt::format("in {} ({}) stands where {} has {} ({}){}", name_of(*quarrel.one),
                        deed(one, quarrel.one->walked), name_of(*quarrel.other), other.name.event,
                        deed(other, quarrel.other->walked),
                        is_one_hand ? ": both are signed by the same party" : ""));
        add_otherwise(fmt::format("{} and {} contradict each other from event {} on",
                                  name_of(*quarrel.one), name_of(*quarrel.other), common + 1));
    }

    /// The name of somebody who goes on with both branches; empty if nobody does.
    std::string on_both_branches(const Compared& compared) const {
        const auto common = compared.branching.common;
        for (const EventReport& ours : ours_.events)
            for (const EventReport& theirs : compared.walked.events)
                if (ours.seq > common && theirs.seq > common)
                    for (const PartyReport& one : ours.signers)
                        for (const PartyReport& other : theirs.signers)
                            if (one.fingerprint == other.fingerprint) return one.name;
        return {};
    }

    void judge_fork(const Compared& compared) {
        const auto common = compared.branching.common;
        const ChainEvent& own = events()[common];
        const ChainEvent& other = compared.other->chain.events[common];
        const std::string ours = claimant(tell_custody(ours_));
        const std::string theirs = claimant(tell_custody(compared.walked));
        std::string claims = ours == theirs
                                 ? fmt::format("both make it {}'s", ours)
                                 : fmt::format("{} and {} both hold signed claims", theirs, ours);
        const auto on_both = on_both_branches(compared);
        claims += on_both.empty() ? "; no single key contradicts itself"
                                  : fmt::format("; {} has signed on both", on_both);
        if (!is_vouched_for(ours_, own)) claims = "nobody whom you trust has signed the one here";
        add(Code::custody_fork, own.name.event,
            fmt::format("({}) stands where {} has {} ({}): {}", deed(own, ours_), name_of(compared),
                        other.name.event, deed(other, compared.walked), claims));
        add_otherwise(fmt::format("{} tells another history from event {} on", name_of(compared),
                                  common + 1));
    }

    /// Says of each source how far it reaches, where that is not as far as another does.
    void tell_confirmations() {
        auto& confirmation = answers_.confirmation;
        for (const auto& [through, by] : reached_)
            confirmation.through = std::max(confirmation.through, through);
        for (const auto& [through, by] : reached_)
            confirmation.by.push_back(
                through == confirmation.through ? by : fmt::format("{} (event {})", by, through));
    }

    const Evidence& evidence_;
    Answers& answers_;
    WalkedChain ours_;
    std::vector<std::pair<std::uint64_t, std::string>> reached_;
    std::map<Code, std::size_t> told_;
    /// Where a receipt shows that ours gave way; 0: nowhere.
    std::uint64_t gave_way_at_ = 0;
    Verdict verdict_ = Verdict::passed;
};

Verdict run(const Evidence& evidence, Answers& answers) {
    // Where custody could not be read, or nobody said where it is, nothing is known to be missing.
    if (evidence.custody_problem || evidence.custody_path.empty()) return Verdict::indeterminate;
    const auto& known = evidence.elsewhere;
    const bool has_receipts = known.receipts != nullptr && !known.receipts->empty();
    if (!has_receipts && known.memory == nullptr && known.copies.empty()) return Verdict::passed;
    return Judge(evidence, answers).run();
}

}  // namespace

extern const Check elsewhere;
const Check elsewhere{
    .name = "elsewhere",
    .title = "No receipt, memory or other copy that was shown tells otherwise",
    .layer = Layer::custody,
    .needs = Needs::custody,
    .run = run,
};

}  // namespace solander::verify
