// SPDX-License-Identifier: Apache-2.0
#include "handover/sync.h"

#include <algorithm>

#include <fmt/format.h>

#include <solander/handover.h>

#include "base/escape.h"
#include "base/try.h"
#include "handover/append.h"
#include "handover/copy.h"
#include "handover/install.h"
#include "package/bundle.h"
#include "verify/folder_findings.h"

namespace solander {

namespace handover {

Result<custody::Folder> read_other_copy(const std::filesystem::path& path,
                                        const base::Limits& limits,
                                        const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto info, environment.files.info(path));
    if (info.kind == FileKind::directory) {
        SOLANDER_TRY_ASSIGN(const auto directory, environment.files.open_directory(path));
        return custody::read_folder(environment, *directory, limits);
    }
    SOLANDER_TRY_ASSIGN(const auto package, package::open_package(environment, path, limits));
    const package::Bundle* bundle = package->bundle();
    if (bundle == nullptr || !bundle->flaws.empty() || bundle->custody_over_limit)
        return Error(ErrorCode::open, "is neither a custody directory nor a whole bundle");
    std::vector<custody::FolderFile> files;
    for (const auto& file : bundle->custody) files.push_back({file.path, file.bytes});
    return custody::folder_of(std::move(files), limits);
}

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

/// How many events two chains have in common, from the seal on.
std::size_t common(const verify::Chain& one, const verify::Chain& other) {
    const auto ends = std::ranges::mismatch(
        one.events, other.events, {}, &verify::ChainEvent::digest, &verify::ChainEvent::digest);
    return static_cast<std::size_t>(ends.in1 - one.events.begin());
}

bool is_one_of(model::EventType type, std::initializer_list<model::EventType> types) {
    return std::ranges::find(types, type) != types.end();
}

/// Whether our cancel and the recipient's answer crossed on their way, and nothing since then on
/// our side was anybody else's business.
bool is_crossed(const verify::Chain& ours, const verify::Chain& theirs, std::size_t from) {
    using enum model::EventType;
    if (ours.events[from].event->type() != cancel ||
        !is_one_of(theirs.events[from].event->type(), {receipt, refuse}))
        return false;
    return std::all_of(ours.events.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                       ours.events.end(), [](const verify::ChainEvent& event) {
                           return is_one_of(event.event->type(),
                                            {note, fixity_check, rights_determination, replicate});
                       });
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

StepOutcome refuse_other(Copy& copy, const Other& other, std::size_t from) {
    const auto& ours = copy.chain.events[from];
    const auto& theirs = other.chain.events[from];
    const std::string both =
        fmt::format("here {}, in {} {}", shown(ours), other.shown, shown(theirs));
    if (is_crossed(other.chain, copy.chain, from))
        return refused(copy, Code::custody_crossed,
                       fmt::format("a cancel and its answer crossed ({}). The answer stands, and "
                                   "it is here: the other side takes it from this copy with "
                                   "`solander custody sync`",
                                   both));
    const auto actor_of = [](const verify::ChainEvent& event) {
        const auto& signer = event.event->signers.front();
        return custody::Party{signer.name, signer.fingerprint};
    };
    const auto compare = verify::comparer(copy.context.trust);
    if (compare(actor_of(ours), actor_of(theirs)) == custody::Sameness::same)
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
    auto folder = read_other_copy(from, copy.limits, environment);
    if (!folder) {
        const bool is_named = folder.error().message().starts_with(other.shown);
        return is_named ? folder.error() : folder.error().in(other.shown);
    }
    other.folder = *std::move(folder);
    other.chain = verify::read_chain(other.folder, copy.limits);
    other.walked = verify::walk_chain(copy.context, other.chain);
    if (!is_sound(other.folder, other.walked))
        return refused(copy, Code::custody_other_unsound,
                       fmt::format("nothing was taken from {}, which does not verify itself: {}",
                                   other.shown, first_fault(other)));
    const std::size_t same = common(copy.chain, other.chain);
    const std::size_t ours = copy.chain.events.size();
    const std::size_t theirs = other.chain.events.size();
    if (same == theirs && same == ours) {
        copy.notes.push_back(fmt::format("nothing to do: both copies end at event {}",
                                         copy.chain.events.back().name.seq));
        return done(copy, copy.walked, *copy.context.manifest_digest,
                    copy.chain.events.back().name.seq + 1);
    }
    if (same == theirs)
        return refused(copy, Code::custody_would_rewind,
                       fmt::format("{} ends at {}, and this copy at {}: events are never taken "
                                   "away",
                                   other.shown, other.chain.events.back().name.event,
                                   copy.chain.events.back().name.event));
    if (same < ours && !is_crossed(copy.chain, other.chain, same))
        return refuse_other(copy, other, same);
    return take(copy, other, same);
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
