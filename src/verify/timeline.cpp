// SPDX-License-Identifier: Apache-2.0
#include "verify/timeline.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/listed.h"
#include "model/names.h"
#include "verify/chain_walk.h"

namespace solander::verify {

namespace {

using Details = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kWordOf = "the word of ";

PartyReport party_of(const SignerReport& signer) {
    return {signer.trusted ? signer.name : signer.claimed_name, signer.fingerprint, signer.trusted};
}

std::string with(const std::string& what, const std::string& words) {
    return words.empty() ? what : what + ": " + words;
}

std::string figures(const model::Examination& found) {
    return fmt::format("{} {} of {} bytes", found.files, found.files == 1 ? "file" : "files",
                       found.bytes);
}

/// The sentence and the details of a body, by whom it is.
struct Teller {
    const std::string& who;
    Details& details;

    void add(const char* name, const std::string& value) const {
        if (!value.empty()) details.emplace_back(name, value);
    }
    void add(const model::Examination& found) const {
        add("manifest", "sha256:" + found.manifest.sha256.hex());
        add("verdict", std::string(model::name_of(found.verdict)));
        add("files", std::to_string(found.files));
        add("bytes", std::to_string(found.bytes));
        add("remark", found.remark);
    }

    std::string operator()(const model::Seal& seal) const {
        for (const auto& signature : seal.manifest_signatures)
            add("manifest-signature", signature.file);
        return "sealed by " + who;
    }
    std::string operator()(const model::Release& release) const {
        add("to", release.to);
        for (const auto& recipient : release.recipients) add("recipient", recipient.key);
        add("method", release.method);
        add("remark", release.remark);
        const std::string by_method = release.method.empty() ? "" : " (" + release.method + ")";
        return with(fmt::format("released by {} to {}{}", who, release.to, by_method),
                    release.remark);
    }
    std::string operator()(const model::Receipt& receipt) const {
        add(receipt);
        return with(fmt::format("received by {}, who found {} whole", who, figures(receipt)),
                    receipt.remark);
    }
    std::string operator()(const model::Refuse& refuse) const {
        add("reason", refuse.reason);
        return with("refused by " + who, refuse.reason);
    }
    std::string operator()(const model::Cancel& cancel) const {
        add("reason", cancel.reason);
        return with("release taken back by " + who, cancel.reason);
    }
    std::string operator()(const model::CancelConfirm& confirmation) const {
        add("cancel", "sha256:" + confirmation.cancel.sha256.hex());
        add("remark", confirmation.remark);
        return with(who + " confirms that nothing was received", confirmation.remark);
    }
    std::string operator()(const model::Note& note) const {
        add("words", note.words);
        return with("note by " + who, note.words);
    }
    std::string operator()(const model::FixityCheck& check) const {
        add(check);
        const bool whole = check.verdict == Verdict::passed;
        return with(whole ? fmt::format("checked by {}, who found {} whole", who, figures(check))
                          : fmt::format("checked by {}, who found that it is not all as sealed; {} "
                                        "could be read",
                                        who, figures(check)),
                    check.remark);
    }
    std::string operator()(const model::RightsDetermination& determination) const {
        add("date", determination.date);
        add("document", determination.document);
        if (determination.covers) add("covers", std::string(model::name_of(*determination.covers)));
        add("jurisdiction", determination.jurisdiction);
        add("uri", determination.uri);
        add("by", determination.by);
        add("how", determination.how);
        add("what", determination.what);
        const std::string of =
            determination.document.empty() ? "" : " in " + determination.document;
        return fmt::format("rights{} determined on {} by {} ({}), as {} records: {}", of,
                           determination.date, determination.by, determination.how, who,
                           determination.what);
    }
    std::string operator()(const model::Replicate& replicate) const {
        add("place", replicate.place);
        add("remark", replicate.remark);
        return with(fmt::format("a copy placed by {} at {}", who, replicate.place),
                    replicate.remark);
    }
};

std::string word_of(const std::vector<SignerReport>& signers) {
    std::vector<std::string> names;
    for (const auto& signer : signers) {
        if (!signer.signature_good)
            return fmt::format("nobody's word: the signature of '{}' is not good, or not there",
                               signer.claimed_name);
        names.push_back(signer.trusted
                            ? signer.name
                            : fmt::format("a key that you do not trust, which calls itself '{}'",
                                          signer.claimed_name));
    }
    return std::string(kWordOf) + base::listed(names);
}

/// How the story goes on after a release, in words; nothing for other events.
std::string answer_to(const EventReport& release, const EventReport* next) {
    const auto recipient = std::find_if(release.details.begin(), release.details.end(),
                                        [](const auto& detail) { return detail.first == "to"; });
    const std::string to = recipient == release.details.end() ? "" : recipient->second;
    const auto date = release.time.substr(0, 10);
    if (next == nullptr) return fmt::format("released to {} on {}, no receipt", to, date);
    if (next->type == "cancel")
        return fmt::format("released to {} on {}, taken back on {}", to, date,
                           next->time.substr(0, 10));
    return {};
}

bool confirms(const EventReport& event, const EventReport& cancel) {
    return event.type == "cancel-confirm" &&
           std::find(event.details.begin(), event.details.end(),
                     std::pair<std::string, std::string>(
                         "cancel", "sha256:" + cancel.digest.hex())) != event.details.end();
}

std::vector<std::string> gaps_of(const std::vector<EventReport>& events) {
    std::vector<std::string> gaps;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const EventReport* next = i + 1 < events.size() ? &events[i + 1] : nullptr;
        if (events[i].type == "release") {
            auto gap = answer_to(events[i], next);
            const bool is_confirmed =
                next != nullptr &&
                std::any_of(events.begin() + static_cast<std::ptrdiff_t>(i), events.end(),
                            [&](const EventReport& event) { return confirms(event, *next); });
            if (!gap.empty() && next == nullptr)
                gaps.push_back(std::move(gap));
            else if (!gap.empty() && !is_confirmed)
                gaps.push_back(gap + ", which the recipient has not confirmed");
        }
    }
    return gaps;
}

/// Lets an event rest on that of another as well, if that is anybody's.
void add_word_of(const EventReport& answer, EventReport& event) {
    if (answer.rests_on.starts_with(kWordOf) && event.rests_on.starts_with(kWordOf))
        event.rests_on += fmt::format(", and of {} (event {})",
                                      answer.rests_on.substr(kWordOf.size()), answer.seq);
}

/// A release is both sides' word once the other side has answered it. An answer rests on what it
/// answers, and a seal on nothing before it; anything else that one party signed is its word alone.
void tell_both_sides(std::vector<EventReport>& events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        const EventReport* next = i + 1 < events.size() ? &events[i + 1] : nullptr;
        const bool is_answered = events[i].type == "release" && next != nullptr &&
                                 (next->type == "receipt" || next->type == "refuse");
        if (is_answered) add_word_of(*next, events[i]);
        const auto confirmation =
            std::find_if(events.begin() + static_cast<std::ptrdiff_t>(i), events.end(),
                         [&](const EventReport& event) { return confirms(event, events[i]); });
        if (confirmation != events.end()) {
            add_word_of(*confirmation, events[i]);
            continue;
        }
        const bool is_answer = events[i].type == "seal" || events[i].type == "receipt" ||
                               events[i].type == "refuse" || events[i].type == "cancel-confirm";
        if (!is_answered && !is_answer && events[i].signers.size() == 1 &&
            events[i].rests_on.starts_with(kWordOf))
            events[i].rests_on += " alone";
    }
}

std::string standing(const CustodyReport& custody) {
    if (!custody.holder) return "Who holds it can't be told from this chain";
    const std::string& name = custody.holder->name;
    switch (custody.state) {
        case HoldingState::none:
            break;
        case HoldingState::held:
            return fmt::format("Holder in this copy: {} (event {})", name, custody.since);
        case HoldingState::held_unconfirmed:
            return fmt::format(
                "Holder in this copy: {} (event {}), unless {} received it before the release was "
                "taken back",
                name, custody.since, custody.to);
        case HoldingState::in_transit:
            return fmt::format("In this copy: on its way from {} to {} (event {})", name,
                               custody.to, custody.since);
    }
    return "Who holds it can't be told from this chain";
}

}  // namespace

EventReport tell_event(const ChainEvent& event, const model::Event& said,
                       const std::vector<SignerReport>& signers) {
    EventReport told;
    told.file = event.name.event;
    told.seq = said.seq;
    told.type = event.name.type;
    told.premis = said.premis;
    told.time = said.time.text();
    told.digest = event.digest;
    std::vector<std::string> names;
    for (const auto& signer : signers) {
        told.signers.push_back(party_of(signer));
        names.push_back(told.signers.back().name);
    }
    told.sentence = std::visit(Teller{base::listed(names), told.details}, said.body);
    told.rests_on = word_of(signers);
    return told;
}

CustodyReport tell_custody(const WalkedChain& walked) {
    CustodyReport custody;
    const custody::Holding& holding = walked.holding;
    custody.state = holding.state;
    custody.events = walked.events.size();
    custody.gaps = gaps_of(walked.events);
    if (holding.state == HoldingState::none) return custody;
    custody.since = holding.since;
    custody.since_time = holding.since_time.text();
    custody.to = holding.to;
    custody.holder = PartyReport{holding.holder.name, holding.holder.fingerprint};
    for (const auto& event : walked.events)
        for (const auto& signer : event.signers)
            if (signer.trusted && signer.fingerprint == holding.holder.fingerprint)
                custody.holder = signer;
    return custody;
}

void confirm(const Confirmation& confirmation, CustodyReport& custody,
             std::vector<EventReport>& events) {
    tell_both_sides(events);
    custody.confirmed_through = confirmation.through;
    custody.confirmed_by = confirmation.by;
    custody.known_otherwise = confirmation.otherwise;
    for (auto& event : events) event.confirmed = event.seq <= confirmation.through;
    custody.summary = standing(custody);
    for (const auto& sentence : confirmation.otherwise) custody.summary += "; but " + sentence;
    if (confirmation.through == 0 && confirmation.otherwise.empty())
        custody.summary += "; nothing here shows that the chain ends there";
    else if (confirmation.through > 0)
        custody.summary +=
            fmt::format("; confirmed through event {} of {} by {}", confirmation.through,
                        custody.events, base::listed(confirmation.by));
}

}  // namespace solander::verify
