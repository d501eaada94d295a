// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include <solander/proof.h>

#include "base/escape.h"
#include "base/read_file.h"
#include "base/try.h"
#include "package/canonical_tar.h"
#include "trust/namespaces.h"
#include "verify/branches.h"
#include "verify/chain_walk.h"
#include "verify/proof.h"
#include "verify/trust_file.h"

namespace solander {

namespace {

using verify::ChainEvent;
using verify::ProofSide;

Error no_proof() {
    return {ErrorCode::format, "is no proof of an equivocation"};
}

/// The files of a proof, by side. What lies between and around them is compared later, as a whole.
struct Unpacked {
    custody::Folder sides[2];
};

/// The side that an entry belongs to, and its name there.
std::optional<std::pair<std::size_t, std::string_view>> place_of(std::string_view path) {
    for (std::size_t i = 0; i < 2; ++i)
        if (const auto side = verify::kProofSides[i];
            path.starts_with(side) && path.substr(side.size()).starts_with('/'))
            return std::pair(i, path.substr(side.size() + 1));
    return std::nullopt;
}

Result<Unpacked> unpack(base::BytesView bytes) {
    Unpacked unpacked;
    bool is_first = true;
    while (bytes.size() > package::kTarEnd) {
        const auto header = package::parse_header(bytes.first(package::kTarBlock));
        bytes = bytes.subspan(package::kTarBlock);
        if (!header || header->size > bytes.size() || package::padded(header->size) > bytes.size())
            return no_proof();
        const auto data = bytes.first(header->size);
        bytes = bytes.subspan(package::padded(header->size));
        if (is_first && header->name != verify::kProofReadme) return no_proof();
        if (!std::exchange(is_first, false)) {
            const auto place = place_of(header->name);
            if (!place) return no_proof();
            unpacked.sides[place->first].files.push_back(
                {std::string(place->second), {data.begin(), data.end()}});
        }
    }
    if (is_first) return no_proof();
    return unpacked;
}

/// Looks for what is wrong with a proof; the first of it is what is told.
class ProofCheck {
public:
    ProofCheck(const Unpacked& unpacked, const trust::TrustStore* trust, Timestamp now)
        : unpacked_(unpacked), trust_(trust), now_(now) {}

    ProofReport run(std::string_view tar) && {
        for (std::size_t i = 0; i < 2; ++i) {
            chains_[i] = verify::read_chain(unpacked_.sides[i], limits_);
            if (auto wrong = wrong_with(chains_[i], unpacked_.sides[i])) {
                return failed(fmt::format("{}: {}", verify::kProofSides[i], *wrong));
            }
        }
        const ChainEvent& one = event(0);
        const ChainEvent& two = event(1);
        report_.manifest = one.event->manifest.sha256;
        report_.seq = one.event->seq;
        report_.one = one.name.event;
        report_.two = two.name.event;
        if (tar != verify::proof_tar(side(0), side(1)))
            return failed("it is not, byte for byte, as a proof of these two events is");
        if (one.digest == two.digest) return failed("the two events are one");
        if (one.event->manifest != two.event->manifest)
            return failed("the two events are about different packages");
        if (one.event->prev != two.event->prev || one.event->seq != two.event->seq)
            return failed("the two events do not stand in the same place");
        return judge_signers();
    }

private:
    const ChainEvent& event(std::size_t i) const { return chains_[i].events.front(); }

    ProofSide side(std::size_t i) const {
        return {unpacked_.sides[i].files, event(i).digest, event(i).event->time};
    }

    ProofReport failed(std::string sentence) {
        report_.verdict = Verdict::failed;
        report_.sentence = std::move(sentence);
        return std::move(report_);
    }

    static std::optional<std::string> wrong_with(const verify::Chain& chain,
                                                 const custody::Folder& folder) {
        if (chain.events.size() != 1 || !chain.unfinished.empty() ||
            chain.events.front().file == nullptr)
            return "there is not one event";
        const ChainEvent& event = chain.events.front();
        if (folder.files.size() != event.signatures.size() + 1)
            return "there is more than an event and its signatures";
        if (!event.event) return "is no event: " + event.refusal->message;
        if (model::event_file_name(*event.event) != event.name.event)
            return "states another number or type than its name";
        for (const auto& signature : event.signatures) {
            const bool is_declared =
                signature.good &&
                std::any_of(event.event->signers.begin(), event.event->signers.end(),
                            [&](const SealingPrincipal& signer) {
                                return signer.fingerprint == signature.fingerprint;
                            });
            if (!is_declared) return signature.file + " is no good signature of a declared signer";
        }
        return std::nullopt;
    }

    PartyReport party_of(const std::string& fingerprint, const ChainEvent& event) const {
        const auto& signers = event.event->signers;
        const auto signer = std::find_if(
            signers.begin(), signers.end(),
            [&](const SealingPrincipal& each) { return each.fingerprint == fingerprint; });
        PartyReport party{signer->name, fingerprint, false};
        if (trust_ == nullptr) return party;
        for (const auto& signature : event.signatures) {
            if (signature.fingerprint != fingerprint) continue;
            const auto known = trust_->find(signature.parsed->key, signer->name,
                                            trust::kCustodyNamespace, event.event->time);
            // A key whose time is over accuses nobody: who had it since then is not known.
            party.trusted =
                known.standing == trust::Standing::known && !known.by_pattern &&
                trust::judge_time(known, event.event->time, now_) == trust::TimeStanding::ok;
            if (party.trusted) party.name = known.principal;
        }
        return party;
    }

    bool knows_all_signers() const {
        for (std::size_t i = 0; i < 2; ++i)
            for (const auto& signature : event(i).signatures)
                if (!party_of(signature.fingerprint, event(i)).trusted) return false;
        return true;
    }

    ProofReport judge_signers() {
        const auto contradictions =
            verify::contradictions_between(event(0), event(1), verify::comparer(trust_));
        if (contradictions.empty() && trust_ != nullptr && knows_all_signers())
            return failed("the two events are signed by different parties");
        if (contradictions.empty()) {
            report_.verdict = Verdict::indeterminate;
            report_.sentence =
                "the two events are signed by different keys, and no trust file "
                "says that these are one party's";
            return std::move(report_);
        }
        std::string names;
        for (const auto& [one, two] : contradictions) {
            report_.parties.push_back(party_of(one, event(0)));
            if (one != two) report_.parties.push_back(party_of(two, event(1)));
        }
        bool is_known = true;
        for (const PartyReport& party : report_.parties) {
            is_known &= party.trusted;
            if (!names.empty()) names += " and ";
            names += party.trusted ? fmt::format("{} ({})", party.name, party.fingerprint)
                                   : fmt::format("the key {}, which calls itself {},",
                                                 party.fingerprint, party.name);
        }
        // Without a trust file it is about keys, and holds for everybody; with one, about those
        // whom the reader knows.
        report_.verdict = trust_ == nullptr || is_known ? Verdict::passed : Verdict::indeterminate;
        report_.sentence = fmt::format(
            "{} signed two different events in place {} of the custody "
            "of one package: {} and {}",
            names, report_.seq, report_.one, report_.two);
        return std::move(report_);
    }

    const Unpacked& unpacked_;
    const trust::TrustStore* trust_;
    Timestamp now_;
    base::Limits limits_;
    verify::Chain chains_[2];
    ProofReport report_;
};

}  // namespace

Result<ProofReport> verify_proof(const std::filesystem::path& proof,
                                 const std::optional<std::filesystem::path>& trust,
                                 const Environment& environment) {
    const VerifyOptions options{.trust = trust};
    SOLANDER_TRY_ASSIGN(const auto store, verify::TrustFile::read(options, environment));
    SOLANDER_TRY_ASSIGN(const auto bytes,
                        base::read_all(environment.files, proof, base::Limits{}.proof_bytes));
    const auto unpacked = unpack(bytes);
    if (!unpacked) return unpacked.error();
    return ProofCheck(*unpacked, store.store(), environment.clock.now()).run(base::as_text(bytes));
}

}  // namespace solander
