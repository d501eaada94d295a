// SPDX-License-Identifier: Apache-2.0
#include "verify/chain_walk.h"

#include <algorithm>

#include <fmt/format.h>

#include "crypto/digest_stream.h"
#include "trust/namespaces.h"
#include "verify/evidence.h"
#include "verify/timeline.h"
#include "verify/witnessed_times.h"

namespace solander::verify {

namespace {

class ChainWalk {
public:
    ChainWalk(const ChainContext& context, const Chain& chain)
        : context_(context),
          chain_(chain),
          compare_(comparer(context.trust)),
          witnessed_(WitnessedTimes::of(context, chain)) {}

    WalkedChain run() && {
        for (const auto& signature : chain_.unfinished)
            add(Code::custody_unfinished, signature,
                "is the signature of an event that is not there: a step was begun, not finished");
        if (chain_.events.empty()) add(Code::custody_sequence, "0001-seal.xml", "is not there");
        std::uint64_t expected = 1;
        for (const ChainEvent& event : chain_.events) {
            const std::size_t before = walked_.findings.size();
            judge_number(event, expected);
            expected = std::max(expected, event.name.seq + 1);
            judge(event);
            is_sound_ &= before == walked_.findings.size() || !has_fault_since(before);
            if (event.event && !walked_.events.empty()) walked_.events.back().sound = is_sound_;
            previous_ = &event;
        }
        tell_unconfirmed();
        if (!tells_a_story_) walked_.holding = {};
        if (!context_.manifest_digest || !all_trusted_) walked_.verdict = Verdict::indeterminate;
        return std::move(walked_);
    }

private:
    void add(Code code, std::string subject, std::string message) {
        walked_.findings.push_back({code, std::move(subject), std::move(message)});
    }

    bool has_failure_since(std::size_t index) const {
        return std::any_of(walked_.findings.begin() + static_cast<std::ptrdiff_t>(index),
                           walked_.findings.end(), [](const Finding& finding) {
                               return code_info(finding.code).effect == Verdict::failed;
                           });
    }

    bool has_fault_since(std::size_t index) const {
        return std::any_of(walked_.findings.begin() + static_cast<std::ptrdiff_t>(index),
                           walked_.findings.end(), [](const Finding& finding) {
                               return code_info(finding.code).effect != Verdict::passed;
                           });
    }

    void judge_number(const ChainEvent& event, std::uint64_t expected) {
        const auto seq = event.name.seq;
        if (seq < expected)
            add(Code::custody_duplicate_seq, event.name.event,
                fmt::format("has the number {}, as another event has", seq));
        else if (seq > expected)
            add(Code::custody_sequence, event.name.event,
                fmt::format("has the number {}; the next should be {}", seq, expected));
        tells_a_story_ &= seq == expected;
    }

    void judge(const ChainEvent& event) {
        const std::string& name = event.name.event;
        const bool all_readable = std::all_of(
            event.signatures.begin(), event.signatures.end(),
            [](const CheckedSignature& signature) { return signature.unreadable.empty(); });
        all_trusted_ &= !event.is_unreadable && all_readable;
        if (!event.event) tells_a_story_ = false;
        if (event.is_unreadable) return;
        if (event.file == nullptr)
            return add(Code::custody_sequence, name, "is not there, but a signature of it is");
        const std::size_t before = walked_.findings.size();
        judge_signature_files(name, event.signatures,
                              event.event ? event.event->signers : std::vector<SealingPrincipal>{},
                              walked_.findings);
        if (!event.event) return judge_unread(event);
        judge_statement(event.name, *event.event);
        judge_signatures(event, *event.event);
        // What does not hold moves nothing: where the package is cannot be told from here on.
        if (has_failure_since(before)) tells_a_story_ = false;
        judge_step(event, *event.event);
    }

    void judge_signatures(const ChainEvent& event, const model::Event& said) {
        const auto index = static_cast<std::size_t>(&event - chain_.events.data());
        const SignedStatement statement = statement_of(context_, event, witnessed_.of_event(index));
        judge_declared(statement, walked_.findings);
        const bool believes = context_.trust != nullptr && !context_.trust->empty();
        auto signers = judge_signers(statement, believes ? context_.trust : nullptr, context_.now,
                                     walked_.findings);
        for (const auto& signer : signers) all_trusted_ &= signer.signature_good && signer.trusted;
        tell(event, said, signers);
        std::move(signers.begin(), signers.end(), std::back_inserter(walked_.signers));
    }

    /// A recipient is whom the reader knows by the keys; what the releaser calls them is a claim.
    std::string recipient_of(const model::Release& release) {
        if (context_.trust == nullptr) return release.to;
        std::string name = release.to;
        for (const auto& recipient : release.recipients) {
            const auto names = context_.trust->names_of(recipient.key, trust::kCustodyNamespace);
            if (names.empty() || std::find(names.begin(), names.end(), release.to) != names.end())
                continue;
            add(Code::signer_name_differs, recipient.key,
                fmt::format("is released to as '{}'; your trust file calls it '{}'", release.to,
                            names.front()));
            name = names.front();
        }
        return name;
    }

    void tell(const ChainEvent& event, const model::Event& said,
              const std::vector<SignerReport>& signers) {
        const auto* release = std::get_if<model::Release>(&said.body);
        if (release == nullptr) return walked_.events.push_back(tell_event(event, said, signers));
        recipient_ = recipient_of(*release);
        model::Event shown = said;
        std::get<model::Release>(shown.body).to = recipient_;
        walked_.events.push_back(tell_event(event, shown, signers));
        if (recipient_ != release->to)
            walked_.events.back().details.emplace_back("claimed-to", release->to);
    }

    /// An event that this build cannot read is a newer one if somebody trusted says so, else none.
    void judge_unread(const ChainEvent& event) {
        const auto& refusal = *event.refusal;
        const bool may_be_newer = refusal.kind == format::Refusal::Kind::newer ||
                                  (refusal.kind == format::Refusal::Kind::invalid &&
                                   !model::parse_name<model::EventType>(event.name.type));
        const bool vouched = is_vouched_for(event.signatures, trust::kCustodyNamespace,
                                            context_.trust, context_.now);
        if (may_be_newer && vouched)
            add(Code::custody_event_unsupported, event.name.event,
                fmt::format("is of a kind that this version does not know ({})", event.name.type));
        else
            add(Code::custody_event_invalid, event.name.event,
                refusal.line == 0 ? refusal.message
                                  : fmt::format("line {}: {}", refusal.line, refusal.message));
    }

    /// What an event says of itself and of what it follows from.
    void judge_statement(const custody::FileName& file, const model::Event& event) {
        if (event.seq != file.seq || model::name_of(event.type()) != file.type ||
            event.premis != model::premis_event_type(event.type()))
            add(Code::custody_event_invalid, file.event,
                "states another number, type or PREMIS type than its name");
        if (context_.manifest_digest && event.manifest.sha256 != *context_.manifest_digest)
            add(Code::custody_manifest, file.event,
                fmt::format("is about the manifest {}; this one is {}", event.manifest.sha256.hex(),
                            context_.manifest_digest->hex()));
        judge_link(file, event);
        if (const auto* seal = std::get_if<model::Seal>(&event.body))
            judge_seal(file, event, *seal);
        if (const auto* receipt = std::get_if<model::Receipt>(&event.body))
            judge_examination(file, event, *receipt, true);
        if (const auto* check = std::get_if<model::FixityCheck>(&event.body))
            judge_examination(file, event, *check, false);
    }

    void judge_link(const custody::FileName& file, const model::Event& event) {
        const auto linked = event.prev ? std::optional(event.prev->sha256) : std::nullopt;
        const bool is_known = previous_ == nullptr || !previous_->is_unreadable;
        const auto expected = previous_ != nullptr && previous_->file != nullptr
                                  ? std::optional(previous_->digest)
                                  : std::nullopt;
        if (is_known && linked != expected)
            add(Code::custody_link, file.event,
                expected ? "does not follow from the event before it"
                         : "names an event before it, and there is none");
        if (previous_ != nullptr && previous_->event && event.time < previous_->event->time)
            add(Code::time_backwards, file.event,
                fmt::format("claims the time {}; the event before it claims {}", event.time.text(),
                            previous_->event->time.text()));
    }

    void judge_seal(const custody::FileName& file, const model::Event& event,
                    const model::Seal& seal) {
        if (context_.manifest == nullptr || event.seq != 1) return;
        const Manifest& manifest = *context_.manifest;
        if (event.signers.front().fingerprint != manifest.sealing.front().fingerprint ||
            event.time != manifest.created)
            add(Code::custody_seal_actor, file.event,
                "is not by the first sealing signer of the manifest, at its time");
        if (!context_.manifest_signatures) return;
        std::map<std::string, Sha256> stated;
        for (const auto& signature : seal.manifest_signatures)
            stated.emplace(signature.file, signature.sha256);
        if (stated != *context_.manifest_signatures)
            add(Code::custody_seal_signatures, file.event,
                "was made over other signature files of the manifest than are here");
    }

    /// A receipt answers for a package that was whole; a fixity check may have found that it is
    /// not.
    void judge_examination(const custody::FileName& file, const model::Event& event,
                           const model::Examination& found, bool must_pass) {
        const auto object = [&](const std::string& what) {
            add(Code::custody_receipt_body, file.event, "states " + what);
        };
        if (found.manifest != event.manifest)
            object(fmt::format("that the manifest is {}, and is about {}",
                               found.manifest.sha256.hex(), event.manifest.sha256.hex()));
        if (found.verdict != Verdict::passed) {
            if (must_pass) object(fmt::format("the verdict {}", verdict_name(found.verdict)));
            return;
        }
        if (context_.manifest == nullptr) return;
        std::uint64_t bytes = 0;
        for (const auto& payload : context_.manifest->files) bytes += payload.size;
        const auto files = context_.manifest->files.size();
        if (found.files != files || found.bytes != bytes)
            object(fmt::format("{} files of {} bytes; the manifest lists {} of {}", found.files,
                               found.bytes, files, bytes));
    }

    void judge_step(const ChainEvent& event, const model::Event& said) {
        if (!tells_a_story_) return;
        if (auto objection = custody::object_to(said, walked_.holding, compare_)) {
            add(objection->code, event.name.event,
                fmt::format("{}; {}", objection->sentence, where()));
            tells_a_story_ = false;
            return;
        }
        if (said.type() == model::EventType::release) tell_unconfirmed();
        walked_.holding = custody::after(said, event.digest, walked_.holding);
        if (said.type() == model::EventType::release) walked_.holding.to = recipient_;
    }

    std::string where() const { return custody::where_it_stands(walked_.holding); }

    /// Says that a cancelled release rests on the word of one side, once nothing can change that.
    void tell_unconfirmed() {
        const auto& holding = walked_.holding;
        if (tells_a_story_ && holding.state == HoldingState::held_unconfirmed)
            add(Code::custody_cancel_unconfirmed, fmt::format("event {}", holding.since),
                fmt::format("takes back the release to {}, who has not confirmed it", holding.to));
    }

    const ChainContext& context_;
    const Chain& chain_;
    custody::Compare compare_;
    WitnessedTimes witnessed_;
    WalkedChain walked_;
    const ChainEvent* previous_ = nullptr;
    std::string recipient_;  ///< Of the last release, by the reader's own name.
    bool all_trusted_ = true;
    bool is_sound_ = true;
    bool tells_a_story_ = true;
};

std::optional<std::map<std::string, Sha256>> digests_of_signatures(const Evidence& evidence) {
    std::map<std::string, Sha256> found;
    for (const auto& signature : evidence.signatures) {
        if (!signature.unreadable.empty()) return std::nullopt;  // of which nothing can be said
        found.emplace(signature.file,
                      crypto::sha256(*evidence.package->front().find(signature.file)));
    }
    return found;
}

}  // namespace

ChainContext context_of(const Evidence& evidence) {
    return {.trust = evidence.trust,
            .now = evidence.now,
            .manifest_digest = evidence.manifest_digest,
            .manifest = evidence.manifest ? &*evidence.manifest : nullptr,
            .manifest_signatures = digests_of_signatures(evidence),
            .seen = evidence.elsewhere.seen()};
}

SignedStatement statement_of(const ChainContext& context, const ChainEvent& event,
                             std::span<const WitnessedTime> witnessed) {
    const auto seen = context.seen.find(event.digest);
    return {
        event.name.event,  trust::kCustodyNamespace,
        event.signatures,  event.event->signers,
        event.event->time, seen == context.seen.end() ? std::nullopt : std::optional(seen->second),
        witnessed};
}

Verdict WalkedChain::overall() const {
    Verdict worst = verdict;
    for (const Finding& finding : findings) worst = worse(worst, code_info(finding.code).effect);
    return worst;
}

WalkedChain walk_chain(const ChainContext& context, const Chain& chain) {
    return ChainWalk(context, chain).run();
}

custody::Compare comparer(const trust::TrustStore* trust) {
    return [trust](const custody::Party& one, const custody::Party& other) {
        using custody::Sameness;
        if (one.fingerprint == other.fingerprint) return Sameness::same;
        if (trust == nullptr || trust->empty()) return Sameness::undecided;
        if (trust->same_principal(one.fingerprint, other.fingerprint, trust::kCustodyNamespace))
            return Sameness::same;
        const bool by_pattern =
            one.name == other.name &&
            trust->could_be(one.fingerprint, one.name, trust::kCustodyNamespace) &&
            trust->could_be(other.fingerprint, other.name, trust::kCustodyNamespace);
        return by_pattern ? Sameness::by_pattern : Sameness::different;
    };
}

}  // namespace solander::verify
