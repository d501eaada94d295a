// SPDX-License-Identifier: Apache-2.0
#include "verify/chain_walk.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "crypto/digest_stream.h"
#include "custody/seal_event.h"
#include "format/manifest_xml.h"
#include "package/layout.h"

namespace solander::verify {

namespace {

/// The files of one event.
struct EventFiles {
    custody::FileName name;
    const custody::FolderFile* event = nullptr;
    std::vector<const custody::FolderFile*> signatures;
    bool event_is_unreadable = false;
    std::vector<std::pair<std::string, std::string>> unreadable_signatures;  ///< Name and reason.
};

class ChainWalk {
public:
    ChainWalk(const Evidence& evidence, const custody::Folder& folder, Answers& answers)
        : evidence_(evidence), answers_(answers) {
        for (const auto& file : folder.files) {
            if (EventFiles* files = files_of(file.name)) {
                if (files->name.label.empty())
                    files->event = &file;
                else
                    files->signatures.push_back(&file);
            }
        }
        for (const auto& [name, reason] : folder.unreadable) {
            if (EventFiles* files = files_of(name)) {
                if (files->name.label.empty())
                    files->event_is_unreadable = true;
                else
                    files->unreadable_signatures.emplace_back(name, reason);
            }
        }
    }

    Verdict run() {
        drop_unfinished();
        if (files_.empty()) add(Code::custody_sequence, "0001-seal.xml", "is not there");
        std::uint64_t expected = 1;
        for (const auto& [key, files] : files_) {
            const auto& [seq, name] = key;
            if (seq < expected)
                add(Code::custody_duplicate_seq, name,
                    fmt::format("has the number {}, as another event has", seq));
            else if (seq > expected)
                add(Code::custody_sequence, name,
                    fmt::format("has the number {}; the next should be {}", seq, expected));
            expected = std::max(expected, seq + 1);
            judge(files);
            follow(files);
        }
        return evidence_.manifest && all_trusted_ ? Verdict::passed : Verdict::indeterminate;
    }

private:
    void add(Code code, std::string subject, std::string message) {
        answers_.findings.push_back({code, std::move(subject), std::move(message)});
    }

    /// The event that a file belongs to, with its name set to that of the file; null for
    /// VERIFY.txt.
    EventFiles* files_of(std::string_view file) {
        const auto name = custody::parse_file_name(file);
        if (!name) return nullptr;
        EventFiles& files = files_[{name->seq, name->event}];
        files.name = *name;
        return &files;
    }

    void follow(const EventFiles& files) {
        previous_is_known_ = !files.event_is_unreadable;
        previous_ = files.event == nullptr ? std::nullopt
                                           : std::optional(crypto::sha256(files.event->bytes));
    }

    /// Signatures for the event after the last, which itself is not there: its name is the commit.
    void drop_unfinished() {
        if (files_.size() < 2) return;
        const auto last = std::prev(files_.end());
        if (last->second.event != nullptr || last->second.event_is_unreadable ||
            last->second.name.seq != std::prev(last)->second.name.seq + 1)
            return;
        for (const auto* signature : last->second.signatures)
            add(Code::custody_unfinished, signature->name,
                "is the signature of an event that is not there: a step was begun, not finished");
        files_.erase(last);
    }

    void judge(const EventFiles& files) {
        const std::string& name = files.name.event;
        all_trusted_ &= !files.event_is_unreadable && files.unreadable_signatures.empty();
        if (files.event_is_unreadable) return;
        if (files.event == nullptr)
            return add(Code::custody_sequence, name, "is not there, but a signature of it is");
        const auto& bytes = files.event->bytes;
        const Sha512 message = crypto::sha512(bytes);
        std::vector<CheckedSignature> signatures;
        for (const auto* file : files.signatures)
            signatures.push_back(
                check_signature(file->name, file->bytes, custody::kCustodyNamespace, message));
        for (const auto& [file, reason] : files.unreadable_signatures)
            signatures.push_back({.file = file, .unreadable = reason});
        const auto event = format::read_event(bytes, evidence_.limits);
        judge_signature_files(name, signatures,
                              event ? event->signers : std::vector<SealingPrincipal>{},
                              answers_.findings);
        if (!event) return judge_unread(files, signatures, event.error());
        judge_event(files.name, *event);
        const SignedStatement statement{name, custody::kCustodyNamespace, signatures,
                                        event->signers, event->time};
        judge_declared(statement, answers_.findings);
        const bool believes = evidence_.trust != nullptr && !evidence_.trust->empty();
        auto signers = judge_signers(statement, believes ? evidence_.trust : nullptr, evidence_.now,
                                     answers_.findings);
        for (const auto& signer : signers) all_trusted_ &= signer.signature_good && signer.trusted;
        answers_.events.push_back(
            {name, event->seq, files.name.type, event->time.text(),
             signers.front().trusted ? signers.front().name : signers.front().fingerprint});
        std::move(signers.begin(), signers.end(), std::back_inserter(answers_.signers));
    }

    /// An event that this build cannot read is a newer one if somebody trusted says so, else none.
    void judge_unread(const EventFiles& files, const std::vector<CheckedSignature>& signatures,
                      const format::Refusal& refusal) {
        const bool may_be_newer =
            refusal.kind == format::Refusal::Kind::newer ||
            (refusal.kind == format::Refusal::Kind::invalid && files.name.type != "seal");
        const bool vouched =
            is_vouched_for(signatures, custody::kCustodyNamespace, evidence_.trust, evidence_.now);
        if (may_be_newer && vouched)
            add(Code::custody_event_unsupported, files.name.event,
                fmt::format("is of a kind that this version does not know ({})", files.name.type));
        else
            add(Code::custody_event_invalid, files.name.event,
                refusal.line == 0 ? refusal.message
                                  : fmt::format("line {}: {}", refusal.line, refusal.message));
    }

    void judge_event(const custody::FileName& file, const model::Event& event) {
        if (event.seq != file.seq || model::name_of(event.type) != file.type ||
            event.premis != custody::premis_event_type(event.type))
            add(Code::custody_event_invalid, file.event,
                "states another number, type or PREMIS type than its name");
        if (evidence_.manifest_digest && event.manifest.sha256 != *evidence_.manifest_digest)
            add(Code::custody_manifest, file.event,
                fmt::format("is about the manifest {}; this one is {}", event.manifest.sha256.hex(),
                            evidence_.manifest_digest->hex()));
        const auto linked = event.prev ? std::optional(event.prev->sha256) : std::nullopt;
        if (previous_is_known_ && linked != previous_)
            add(Code::custody_link, file.event,
                previous_ ? "does not follow from the event before it"
                          : "names an event before it, and there is none");
        if (event.type == model::EventType::seal) judge_seal(file, event);
    }

    void judge_seal(const custody::FileName& file, const model::Event& event) {
        if (event.seq != 1)
            add(Code::custody_event_invalid, file.event,
                "seals again; a package is sealed once, as the first event");
        if (!evidence_.manifest) return;
        const Manifest& manifest = *evidence_.manifest;
        if (event.signers.front().fingerprint != manifest.sealing.front().fingerprint ||
            event.time != manifest.created)
            add(Code::custody_seal_actor, file.event,
                "is not by the first sealing signer of the manifest, at its time");
        std::map<std::string, Sha256> stated;
        for (const auto& signature : event.seal.manifest_signatures)
            stated.emplace(signature.file, signature.sha256);
        std::map<std::string, Sha256> found;
        for (const auto& signature : evidence_.signatures)
            if (!signature.unreadable.empty()) return;  // of which nothing can be said
        for (const auto& signature : evidence_.signatures)
            found.emplace(signature.file,
                          crypto::sha256(*evidence_.package->front().find(signature.file)));
        if (stated != found || stated.size() != event.seal.manifest_signatures.size())
            add(Code::custody_seal_signatures, file.event,
                "was made over other signature files of the manifest than are here");
    }

    const Evidence& evidence_;
    Answers& answers_;
    std::map<std::pair<std::uint64_t, std::string>, EventFiles> files_;
    std::optional<Sha256> previous_;
    bool previous_is_known_ = true;
    bool all_trusted_ = true;
};

}  // namespace

Verdict walk_chain(const Evidence& evidence, const custody::Folder& folder, Answers& answers) {
    return ChainWalk(evidence, folder, answers).run();
}

}  // namespace solander::verify
