// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include <solander/handover.h>

#include "base/escape.h"
#include "base/try.h"
#include "handover/append.h"
#include "handover/copy.h"
#include "handover/install.h"
#include "verify/branches.h"
#include "verify/chain_report.h"
#include "verify/folder_findings.h"
#include "verify/other_copy.h"

namespace solander {

namespace handover {

namespace {

/// Another copy of the chain, judged as ours is.
struct Other {
    std::string shown;
    custody::Folder folder;
    verify::Chain chain;
    verify::WalkedChain walked;
};

/// The first thing that keeps a copy from being relied upon.
std::string first_fault(const Other& other) {
    std::vector<Finding> findings = verify::findings_of(other.folder);
    findings.insert(findings.end(), other.walked.findings.begin(), other.walked.findings.end());
    const auto fault = std::ranges::find_if(findings, [](const Finding& finding) {
        return code_info(finding.code).effect != Verdict::passed;
    });
    if (fault == findings.end()) return "its signers are not all known to you";
    return fmt::format("{} {} ({})", base::printable(fault->subject),
                       base::printable(fault->message), code_info(fault->code).id);
}

/// `0003-cancel.xml by a@x.org (SHA256:…) of 2026-12-01T00:00:00Z`
std::string shown(const verify::ChainEvent& event) {
    const auto& actor = event.event->signers.front();
    return fmt::format("{} by {} ({}) of {}", event.name.event, base::printable(actor.name),
                       actor.fingerprint, event.event->time.text());
}

NewEvent copied(const Other& other, const verify::ChainEvent& event) {
    NewEvent made{{event.file->name, event.file->bytes}, {}};
    for (const auto& signature : event.signatures)
        made.signatures.push_back({signature.file, other.folder.find(signature.file)->bytes});
    return made;
}

StepOutcome refuse_other(Copy& copy, const Other& other, const verify::Branching& branching) {
    const auto& ours = copy.chain.events[branching.common];
    const auto& theirs = other.chain.events[branching.common];
    const std::string both =
        fmt::format("here {}, in {} {}", shown(ours), other.shown, shown(theirs));
    if (branching.relation == verify::Relation::crossed)
        return refused(copy, Code::custody_crossed,
                       fmt::format("a cancel and its answer crossed ({}). The answer stands, and "
                                   "it is here: the other side takes it from this copy with "
                                   "`solander custody sync`",
                                   both));
    if (branching.relation == verify::Relation::equivocation)
        return refused(copy, Code::custody_equivocation,
                       fmt::format("one signer has made two histories of this package: {}. Keep "
                                   "both copies as they are: together they prove it",
                                   both));
    return refused(copy, Code::custody_fork,
                   fmt::format("the two copies contradict each other: {}. Show both to both "
                               "signers; the side that gives way releases to the other on its own "
                               "branch",
                               both));
}

/// Puts their events from index `from` on in place, behind ours or instead of ours.
Result<StepOutcome> take(Copy& copy, const Other& other, std::size_t from) {
    std::vector<NewEvent> events;
    for (std::size_t i = from; i < other.chain.events.size(); ++i)
        events.push_back(copied(other, other.chain.events[i]));
    std::optional<SetAside> aside;
    {
        SOLANDER_TRY_ASSIGN(const auto installation, Installation::prepare(copy, events));
        if (from < copy.chain.events.size()) {
            SOLANDER_TRY_ASSIGN(aside, SetAside::move(copy, copy.chain.events[from].name.seq));
        }
        if (const auto taken = installation->commit(); !taken) {
            const bool is_as_before =
                !aside || (installation->placed() == 0 && aside->put_back(copy));
            if (is_as_before) return taken.error();
            return Error(taken.error().code(),
                         fmt::format("{}; our own events are in {}: sync again",
                                     taken.error().message(), base::printable(aside->place())));
        }
    }
    StepOutcome outcome =
        done(copy, other.walked, *copy.context.manifest_digest, other.chain.events[from].name.seq);
    if (aside) {
        outcome.set_aside = copy.path.parent_path() / aside->place();
        outcome.notes.push_back(fmt::format(
            "our cancel and the recipient's answer crossed, and the answer stands: our "
            "events from {} on were moved to {}",
            copy.chain.events[from].name.event, base::printable(outcome.set_aside.string())));
    }
    return outcome;
}

Result<StepOutcome> sync(Copy& copy, const std::filesystem::path& from,
                         const Environment& environment) {
    Other other{.shown = base::printable(from.string()), .folder = {}, .chain = {}, .walked = {}};
    auto folder = verify::read_custody_at(from, environment, copy.limits);
    if (!folder) {
        const bool is_named = folder.error().message().starts_with(other.shown);
        return is_named ? folder.error() : folder.error().in(other.shown);
    }
    other.folder = *std::move(folder);
    other.chain = verify::read_chain(other.folder, copy.limits);
    other.walked = verify::walk_chain(copy.context, other.chain);
    if (!verify::is_sound(other.folder, other.walked))
        return refused(copy, Code::custody_other_unsound,
                       fmt::format("nothing was taken from {}, which does not verify itself: {}",
                                   other.shown, first_fault(other)));
    const auto branching =
        verify::compare_branches(copy.chain, other.chain, verify::comparer(copy.context.trust));
    using enum verify::Relation;
    const auto& our_head = copy.chain.events.back().name;
    switch (branching.relation) {
        case same:
            copy.notes.push_back(
                fmt::format("nothing to do: both copies end at event {}", our_head.seq));
            return done(copy, copy.walked, *copy.context.manifest_digest, our_head.seq + 1);
        case ours_goes_on:
            return refused(
                copy, Code::custody_would_rewind,
                fmt::format("{} ends at {}, and this copy at {}: events are never taken "
                            "away",
                            other.shown, other.chain.events.back().name.event, our_head.event));
        case theirs_goes_on:
            return take(copy, other, branching.common);
        case crossed:
            if (!branching.ours_stands) return take(copy, other, branching.common);
            break;
        case equivocation:
        case fork:
        case undecided:
            break;
    }
    return refuse_other(copy, other, branching);
}

}  // namespace

}  // namespace handover

Result<StepOutcome> sync_custody(const CustodyStep& step, const std::filesystem::path& from,
                                 const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto copy,
                        handover::Copy::open(step, handover::Need::chain, environment));
    if (!copy->is_good()) return handover::not_good(*copy);
    return handover::sync(*copy, from, environment);
}

}  // namespace solander
