// SPDX-License-Identifier: Apache-2.0
#include "handover/append.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "custody/journal.h"
#include "custody/receipt.h"
#include "format/manifest_xml.h"
#include "handover/install.h"
#include "trust/namespaces.h"
#include "verify/chain_report.h"
#include "verify/timeline.h"

namespace solander::handover {

namespace {

/// What a step is called where it is refused: "a release".
std::string noun(model::EventType type) {
    using model::EventType;
    if (type == EventType::cancel_confirm) return "a confirmation of a cancel";
    if (type == EventType::refuse) return "a refusal";
    if (type == EventType::rights_determination) return "a rights determination";
    if (type == EventType::fixity_check) return "a fixity check";
    if (type == EventType::replicate) return "a replication";
    return fmt::format("a {}", model::name_of(type));
}

Result<void> check_signatories(const std::vector<Signatory>& signers) {
    if (signers.empty()) return Error(ErrorCode::usage, "no key to sign with");
    for (const Signatory& signer : signers) {
        if (signer.principal.empty() || base::printable(signer.principal) != signer.principal)
            return Error(ErrorCode::usage, fmt::format("'{}' cannot be the name of a signer",
                                                       base::printable(signer.principal)));
        const auto same =
            std::count_if(signers.begin(), signers.end(), [&signer](const Signatory& other) {
                return other.key.public_key() == signer.key.public_key();
            });
        if (same > 1) return Error(ErrorCode::usage, "one key was given twice");
    }
    return {};
}

model::Event draft_of(const Copy& copy, const CustodyStep& step, model::EventBody body,
                      Timestamp now) {
    model::Event event;
    event.body = std::move(body);
    event.seq = copy.chain.events.back().name.seq + 1;
    event.premis = model::premis_event_type(event.type());
    event.time = now;
    event.manifest = {*copy.context.manifest_digest};
    event.prev = model::Link{copy.chain.events.back().digest};
    for (const Signatory& signer : step.signers)
        event.signers.push_back({signer.principal, signer.key.public_key().fingerprint(),
                                 "ssh-ed25519",
                                 crypto::signature_file_size(trust::kCustodyNamespace)});
    return event;
}

/// Words are signed as they were said, or not at all.
Result<void> make_storable(model::Event& draft) {
    if (!format::make_storable(draft)) return {};
    return Error(
        ErrorCode::usage,
        "the words have a character that an event cannot hold, such as a control character "
        "or one that is not UTF-8");
}

/// An event that we could write, but nobody read, is none.
Result<void> check_readable(const model::Event& draft, const base::Limits& limits) {
    const std::string text = format::write_event(draft);
    if (text.size() > limits.event_bytes)
        return Error(ErrorCode::usage,
                     fmt::format("an event has at most {} bytes; say it in fewer words, and pack "
                                 "the rest as a document",
                                 limits.event_bytes));
    const auto read = format::read_event(base::as_bytes(text), limits);
    if (read) return {};
    return Error(ErrorCode::usage,
                 fmt::format("{} cannot be written: {}", noun(draft.type()), read.error().message));
}

/// Whether the signers are believed by their own trust file: else the chain would no longer verify
/// for themselves.
std::optional<StepRefusal> object_to_signers(const CustodyStep& step, const Copy& copy,
                                             const model::Event& draft) {
    for (const Signatory& signer : step.signers) {
        const PublicKey& key = signer.key.public_key();
        const auto known =
            copy.context.trust->find(key, signer.principal, trust::kCustodyNamespace, draft.time);
        const std::string who =
            fmt::format("{} ({})", base::printable(signer.principal), key.fingerprint());
        switch (known.standing) {
            case trust::Standing::unknown:
                return StepRefusal{
                    Code::signer_unknown,
                    fmt::format("the signing key of {} is not in your own trust file, so what it "
                                "signs would not verify for you: `solander key export` prints "
                                "the line to add",
                                who)};
            case trust::Standing::wrong_namespace:
                return StepRefusal{Code::signer_namespace,
                                   fmt::format("line {} of your trust file does not allow the "
                                               "signing key of {} for {}",
                                               known.line, who, trust::kCustodyNamespace)};
            case trust::Standing::known:
                break;
        }
        if (trust::judge_time(known, draft.time, draft.time) != trust::TimeStanding::ok)
            return StepRefusal{Code::key_not_valid_then,
                               fmt::format("line {} of your trust file says that the signing key "
                                           "of {} is not valid today",
                                           known.line, who)};
    }
    return std::nullopt;
}

/// What an event tells, for a person: "released by a@x to b@x".
std::string told(const model::Event& event) {
    verify::ChainEvent file;
    file.name.seq = event.seq;
    file.name.event = model::event_file_name(event);
    file.name.type = model::name_of(event.type());
    std::vector<SignerReport> signers;
    for (const auto& signer : event.signers)
        signers.push_back({file.name.event, signer.name, signer.fingerprint, false, false, {}});
    return base::printable(verify::tell_event(file, event, signers).sentence);
}

std::string contradiction(const custody::Settled& settled) {
    const model::Event& other = *settled.other;
    const std::string signed_there =
        fmt::format("{}, on {}: {}", model::event_file_name(other), other.time.text(), told(other));
    if (settled.in_this_place)
        return fmt::format(
            "the journal says that the key {} has signed another event here, {}. A second event in "
            "the same place would contradict it. Repeat that step as it was, or get the chain that "
            "has it with `solander custody sync`",
            settled.other_label, signed_there);
    return fmt::format(
        "the journal says that the key {} has signed {}, which this copy of the chain does not "
        "have: it is an old one, or another history. Get the chain that has it with `solander "
        "custody sync`. Only if both sides have given that history up, go on with --no-journal",
        settled.other_label, signed_there);
}

custody::ChainSoFar so_far(const verify::Chain& chain) {
    custody::ChainSoFar known;
    for (std::size_t i = 0; i < chain.events.size(); ++i) {
        known.events.insert(chain.events[i].digest);
        const auto type = chain.events[i].event->type();
        if (i > 0 && (type == model::EventType::receipt || type == model::EventType::refuse ||
                      type == model::EventType::cancel_confirm))
            known.answered.insert(chain.events[i - 1].digest);
    }
    return known;
}

/// A journal in the custody directory would be one more file that belongs to no event.
Result<custody::Journal> open_journal(const Copy& copy, const std::filesystem::path& path,
                                      const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto real, environment.files.canonical(path));
    if (std::ranges::mismatch(copy.real, real).in1 == copy.real.end())
        return Error(ErrorCode::usage, fmt::format("the journal {} lies inside the custody: choose "
                                                   "a place of your own",
                                                   base::printable(path.string())));
    return custody::Journal::open(environment, path);
}

Result<NewEvent> sign(const CustodyStep& step, const std::string& file, const std::string& text) {
    const auto bytes = [](const std::string& words) {
        const auto view = base::as_bytes(words);
        return base::Bytes(view.begin(), view.end());
    };
    NewEvent made{{file, bytes(text)}, {}};
    const Sha512 message = crypto::sha512(base::as_bytes(text));
    for (const Signatory& signer : step.signers) {
        SOLANDER_TRY_ASSIGN(const std::string signature,
                            crypto::sign(signer.key, trust::kCustodyNamespace, message));
        made.signatures.push_back(
            {fmt::format("{}.{}.sig", file, signer.key.public_key().label()), bytes(signature)});
    }
    return made;
}

custody::Folder with(const custody::Folder& folder, const NewEvent& event) {
    custody::Folder more = folder;
    more.files.push_back({event.event.name, event.event.bytes});
    for (const auto& signature : event.signatures)
        more.files.push_back({signature.name, signature.bytes});
    std::ranges::sort(more.files, {}, &custody::FolderFile::name);
    return more;
}

/// Whether it helps to know whose turn it is.
bool is_about_turns(Code code) {
    static constexpr std::array kTurns{
        Code::custody_sealed_twice,      Code::custody_not_holder,
        Code::custody_recipient,         Code::custody_not_in_transit,
        Code::custody_not_recipient,     Code::custody_not_releaser,
        Code::custody_in_transit,        Code::custody_cancel_digest,
        Code::custody_cancel_unconfirmed};
    return std::find(kTurns.begin(), kTurns.end(), code) != kTurns.end();
}

}  // namespace

std::string standing(const Copy& copy) {
    std::string where = custody::where_it_stands(copy.walked.holding);
    where.front() = 'I';  // "in this copy …" begins a sentence here
    return fmt::format("{}. Now {}", where, custody::what_is_allowed(copy.walked.holding));
}

StepOutcome refused(Copy& copy, Code code, const std::string& objection) {
    StepOutcome outcome;
    const Verdict effect = code_info(code).effect;
    outcome.verdict = effect == Verdict::passed ? Verdict::failed : effect;
    outcome.refusal = StepRefusal{
        code, is_about_turns(code) ? fmt::format("{}. {}", objection, standing(copy)) : objection};
    if (copy.report.custody) outcome.custody = *copy.report.custody;
    outcome.report = std::move(copy.report);
    outcome.directory = copy.path;
    outcome.notes = std::move(copy.notes);
    return outcome;
}

StepOutcome not_good(Copy& copy) {
    StepOutcome outcome;
    // Who looked at the chain alone has decided nothing about the package.
    outcome.verdict = worse(copy.report.verdict, Verdict::indeterminate);
    if (copy.report.custody) outcome.custody = *copy.report.custody;
    outcome.report = std::move(copy.report);
    outcome.directory = copy.path;
    outcome.notes = std::move(copy.notes);
    return outcome;
}

StepOutcome done(Copy& copy, const verify::WalkedChain& walked, const Sha256& manifest,
                 std::uint64_t first) {
    StepOutcome outcome;
    std::vector<EventReport> events = walked.events;
    outcome.custody = verify::tell_custody(walked);
    verify::confirm({}, outcome.custody, events);
    for (auto& event : events)
        if (event.seq >= first) outcome.written.push_back(std::move(event));
    outcome.report = std::move(copy.report);
    outcome.directory = copy.path;
    outcome.notes = std::move(copy.notes);
    if (!outcome.written.empty()) {
        const EventReport& head = outcome.written.back();
        outcome.receipt = custody::receipt_text(
            {copy.package_name(), manifest, head.seq, head.type}, head.digest);
    }
    return outcome;
}

Result<StepOutcome> append(Copy& copy, const CustodyStep& step, model::EventBody body,
                           const Environment& environment) {
    SOLANDER_TRY(check_signatories(step.signers));
    model::Event draft = draft_of(copy, step, std::move(body), environment.clock.now());
    SOLANDER_TRY(make_storable(draft));
    const std::string file = model::event_file_name(draft);
    const auto compare = verify::comparer(copy.context.trust);
    if (const auto objection = custody::object_to(draft, copy.walked.holding, compare))
        return refused(copy, objection->code,
                       fmt::format("{} cannot be the next event: it {}", noun(draft.type()),
                                   objection->sentence));
    if (const auto objection = object_to_signers(step, copy, draft))
        return refused(copy, objection->code, objection->sentence);
    SOLANDER_TRY(check_readable(draft, copy.limits));
    if (copy.folder.files.size() + step.signers.size() + 1 > copy.limits.custody_files)
        return Error(ErrorCode::limit, "the custody directory holds as many files as it may");

    std::string text = format::write_event(draft);
    if (step.journal) {
        std::vector<std::string> labels;
        for (const Signatory& signer : step.signers)
            labels.push_back(signer.key.public_key().label());
        SOLANDER_TRY_ASSIGN(auto journal, open_journal(copy, *step.journal, environment));
        SOLANDER_TRY_ASSIGN(const auto settled, journal.settle(draft, labels, so_far(copy.chain)));
        if (settled.other) return refused(copy, Code::custody_equivocation, contradiction(settled));
        text = settled.text;
    }
    if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");

    SOLANDER_TRY_ASSIGN(NewEvent signed_event, sign(step, file, text));
    const std::vector<NewEvent> events{std::move(signed_event)};
    const custody::Folder folder = with(copy.folder, events.front());
    const verify::Chain chain = verify::read_chain(folder, copy.limits);
    const verify::WalkedChain walked = verify::walk_chain(copy.context, chain);
    if (!verify::is_sound(folder, walked)) {
        const auto wrong = std::ranges::find_if(walked.findings, [](const Finding& finding) {
            return code_info(finding.code).effect != Verdict::passed;
        });
        return Error(ErrorCode::internal,
                     fmt::format("{} would not verify{}; it was not put in place", file,
                                 wrong == walked.findings.end()
                                     ? ""
                                     : fmt::format(" ({} {})", base::printable(wrong->subject),
                                                   base::printable(wrong->message))));
    }
    {
        SOLANDER_TRY_ASSIGN(const auto installation, Installation::prepare(copy, events));
        SOLANDER_TRY(installation->commit());
    }
    return done(copy, walked, *copy.context.manifest_digest, draft.seq);
}

}  // namespace solander::handover
