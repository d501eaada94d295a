// SPDX-License-Identifier: Apache-2.0
#include "policy/needs.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <solander/audit.h>

#include "audit/record.h"
#include "base/escape.h"
#include "base/listed.h"
#include "model/names.h"
#include "policy/threshold.h"
#include "settings/source.h"

namespace solander::policy {

namespace {

constexpr std::string_view kManifest = "manifest.xml";
constexpr std::string_view kAttestation = "attestation";

/// The role that each type of event takes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kRoleOf{
    {{"seal", "seal"},
     {"release", "release"},
     {"cancel", "release"},
     {"receipt", "receive"},
     {"refuse", "receive"},
     {"cancel-confirm", "receive"},
     {"note", "record"},
     {"fixity-check", "record"},
     {"rights-determination", "record"},
     {"replicate", "record"}}};

class Needs {
public:
    Needs(const Policy& policy, const Judged& judged)
        : policy_(policy), judged_(judged), manifest_(judged.report.manifest()) {
        needs_.file = policy.file;
        for (const SignerReport& signer : judged.report.signers)
            signers_.emplace(
                std::pair(std::string_view(signer.statement), std::string_view(signer.fingerprint)),
                &signer);
    }

    PolicyReport run() && {
        for (const PolicyRole& role : policy_.roles) judge_role(role);
        judge_threshold("require.signatures", policy_.signatures, true, true);
        judge_threshold("require.sealing", policy_.sealing, true, false);
        judge_threshold("require.attestations", policy_.attestations, false, true);
        judge_confirmed();
        judge_fields();
        judge_audit();
        judge_algorithms();
        return std::move(needs_);
    }

private:
    void add(std::string name, const std::string& at, bool met, std::string sentence) {
        needs_.needs.push_back({std::move(name), at, met, std::move(sentence)});
    }

    bool has_role(const PolicyRole& role, const std::vector<std::string>& names) const {
        return std::ranges::any_of(names, [&role](const std::string& name) {
            return std::ranges::find(role.principals, name) != role.principals.end();
        });
    }

    /// By the reader's own name for the key, if there is one; what signers call themselves is told
    /// as that.
    static std::string whose(const SignerReport& signer) {
        if (!signer.signature_good) return "nobody whose signature is good";
        std::string name = base::printable(signer.name);
        if (signer.trusted) return name;
        if (!name.empty()) return name + ", whose signature does not count";
        return signer.claimed_name.empty()
                   ? "a key that you do not trust for it"
                   : fmt::format("a key that you do not trust for it, which calls itself '{}'",
                                 base::printable(signer.claimed_name));
    }

    /// Every signer of the manifest and the actor of every event; whoever signs with an actor
    /// takes no role.
    void judge_role(const PolicyRole& role) {
        if (role.name == "time-witness") return;  // who counts when times are judged
        const std::string name = "roles." + role.name;
        std::vector<std::string> others;
        const auto take = [&](const std::string& statement, const SignerReport& signer) {
            if (has_role(role, signer.names)) return;
            others.push_back(fmt::format("{} is by {} ({})", base::printable(statement),
                                         whose(signer), signer.fingerprint));
        };
        for (const SignerReport& signer : judged_.report.signers) {
            if (role.name == "seal" && signer.statement == kManifest)
                take(signer.statement, signer);
            if (role.name == "attest" && signer.statement == kAttestation)
                take(signer.file.string(), signer);
        }
        for (const EventReport& event : judged_.report.events) {
            const auto* const taken =
                std::ranges::find(kRoleOf, event.type, [](const auto& pair) { return pair.first; });
            if (taken == kRoleOf.end() || taken->second != role.name || event.signers.empty())
                continue;
            if (const SignerReport* actor = signer_of(event)) take(event.file, *actor);
        }
        const std::string may = base::listed(role.principals);
        for (const std::string& other : others)
            add(name, role.at, false,
                fmt::format("{}; that is for {}", other, base::printable(may)));
        if (others.empty()) add(name, role.at, true, "nobody else has done it");
    }

    /// The actor; null where the event could not be read.
    const SignerReport* signer_of(const EventReport& event) const {
        const auto found = signers_.find({event.file, event.signers.front().fingerprint});
        return found == signers_.end() ? nullptr : found->second;
    }

    /// Those who sealed do not attest to it as well: neither by their keys, nor by another that the
    /// reader gives one of their names, for whatever use and time.
    std::vector<std::string> names_of_attester(const SignerReport& attester) const {
        std::set<std::string> names(attester.names.begin(), attester.names.end());
        for (const SignerReport& signer : judged_.report.signers) {
            if (signer.statement != kManifest) continue;
            if (signer.fingerprint == attester.fingerprint) return {};
            if (judged_.trust != nullptr &&
                judged_.trust->shares_name(signer.fingerprint, attester.fingerprint))
                return {};
            for (const std::string& name : signer.names) names.erase(name);
        }
        return {names.begin(), names.end()};
    }

    /// Why an attestation that is good may count for nothing, where that is so.
    std::string attesters_who_sealed() const {
        std::string told;
        for (const SignerReport& signer : judged_.report.signers)
            if (signer.statement == kAttestation && signer.trusted && !signer.names.empty() &&
                names_of_attester(signer).empty())
                told += fmt::format(" (that of {} does not count, who has sealed the package)",
                                    base::printable(signer.name));
        return told;
    }

    std::vector<Vouching> vouching(bool sealing, bool attesting) const {
        std::vector<Vouching> keys;
        for (const SignerReport& signer : judged_.report.signers) {
            if (!signer.signature_good || !signer.trusted) continue;
            if (sealing && signer.statement == kManifest)
                keys.push_back({signer.fingerprint, signer.names});
            if (attesting && signer.statement == kAttestation)
                keys.push_back({signer.fingerprint, names_of_attester(signer)});
        }
        return keys;
    }

    /// Names that the trust file does not have can never be met; that is worth knowing.
    std::string unknown_names(const PolicyThreshold& threshold) const {
        if (judged_.trust == nullptr) return {};
        std::set<std::string_view> seen;
        std::vector<std::string> unknown;  // in the order in which they are written
        for (const auto& groups : threshold.alternatives)
            for (const PolicyGroup& group : groups)
                for (const auto& party : group.parties)
                    for (const std::string& name : party)
                        if (seen.insert(name).second && !judged_.trust->has_name(name))
                            unknown.push_back(name);
        if (unknown.empty()) return {};
        return fmt::format(" (your trust file has no key for {})",
                           base::printable(base::listed(unknown)));
    }

    void judge_threshold(std::string_view name, const std::optional<PolicyThreshold>& threshold,
                         bool sealing, bool attesting) {
        if (!threshold) return;
        const Tally tally = count(*threshold, vouching(sealing, attesting));
        if (tally.met)
            return add(std::string(name), threshold->at, true, "met: " + threshold->words);
        std::string sentence = tally.sentence + unknown_names(*threshold);
        if (attesting) sentence += attesters_who_sealed();
        if (attesting && !sealing && !has_attestations())
            sentence += " (no attestation was given: --attestation)";
        add(std::string(name), threshold->at, false, std::move(sentence));
    }

    bool has_attestations() const {
        return std::ranges::any_of(judged_.report.signers, [](const SignerReport& signer) {
            return signer.statement == kAttestation;
        });
    }

    void judge_confirmed() {
        if (!policy_.confirmed_through) return;
        const auto& custody = judged_.report.custody;
        const std::uint64_t events = custody ? custody->events : 0;
        const std::uint64_t through = custody ? custody->confirmed_through : 0;
        const std::uint64_t asked =
            *policy_.confirmed_through == 0 ? events : *policy_.confirmed_through;
        if (events == 0)
            return add("require.confirmed", policy_.confirmed_at, false,
                       "there is no chain of custody that could be confirmed");
        add("require.confirmed", policy_.confirmed_at, through >= asked,
            fmt::format("the chain is known from elsewhere through event {} of {}; it has to be "
                        "through event {}",
                        through, events, asked));
    }

    void judge_fields() {
        if (policy_.fields.empty()) return;
        const auto records = audit_records_of(*manifest_, {});
        for (const PolicyField& field : policy_.fields) {
            const std::string name = "require.fields." + field.field;
            bool met = true;
            for (const AuditRecord& record : records) met &= judge_field(name, field, record);
            if (met)
                add(name, field.at, true, fmt::format("so it is in {} record(s)", records.size()));
        }
    }

    bool judge_field(const std::string& name, const PolicyField& field,
                     const AuditRecord& audited) {
        const audit::Record record(audited);
        const auto answers = record.of(field.field);
        const State state = answers.empty() ? State::absent : answers.front()->state();
        if (std::ranges::find(field.states, state) != field.states.end()) return true;
        std::vector<std::string_view> states;
        for (const State allowed : field.states) states.push_back(model::name_of(allowed));
        add(name, field.at, false,
            fmt::format("in the record {} it is {}, and has to be {}", audited.document.id,
                        model::name_of(state), settings::one_of(states)));
        return false;
    }

    void judge_audit() {
        if (!policy_.audit) return;
        const PolicyAudit& asked = *policy_.audit;
        const std::string name = "require.audit";
        if (asked.is_sealed) judge_sealed_audit(asked);
        const auto records = audit_records_of(*manifest_, {});
        AuditRequest request{.records = records, .profiles = asked.profiles};
        request.as_of = judged_.now.date();
        const auto audited = audit_records(request);
        if (!audited) return add(name, asked.at, false, audited.error().message());
        std::map<std::string_view, std::size_t> rules;
        for (const AuditFinding& finding : audited->findings)
            if (audit_level_reaches(finding.level, asked.fail_on)) ++rules[finding.rule];
        std::string told;
        for (const auto& [rule, times] : rules)
            told += fmt::format("{}{} ({})", told.empty() ? "" : ", ", rule, times);
        const std::string profiles = base::listed(asked.profiles);
        if (rules.empty())
            return add(name, asked.at, true, fmt::format("nothing is found by {}", profiles));
        add(name, asked.at, false,
            fmt::format("by {} the records have findings of level {} or above: {}; `solander "
                        "audit` tells each",
                        profiles, audit_level_name(asked.fail_on), told));
    }

    void judge_sealed_audit(const PolicyAudit& asked) {
        const std::string name = "require.audit.sealed";
        if (!manifest_->audit)
            return add(name, asked.at, false, "no audit of the sealers' is sealed in the package");
        std::vector<std::string> missing;
        for (const std::string& profile : asked.profiles) {
            const auto& sealed = manifest_->audit->profiles;
            if (std::ranges::find(sealed, profile, &SealedProfile::name) == sealed.end())
                missing.push_back(profile);
        }
        add(name, asked.at, missing.empty(),
            missing.empty()
                ? "the sealers audited by these profiles"
                : fmt::format("the sealers did not audit by {}", base::listed(missing)));
    }

    /// An end counts from what the reader knows: a package that the memory had before is not made
    /// worse by it.
    void judge_algorithms() {
        if (!policy_.algorithms) return;
        const Timestamp time = judged_.seen.value_or(judged_.now);
        for (const PolicyAlgorithm& algorithm : *policy_.algorithms) {
            const bool met = !algorithm.until || time < *algorithm.until;
            add("algorithms." + algorithm.name, algorithm.at, met,
                algorithm.until
                    ? fmt::format(
                          "it {} accepted until {}{}", met ? "is" : "was", algorithm.until->text(),
                          judged_.seen ? ", and you have the package since " + judged_.seen->text()
                                       : "")
                    : "it is accepted");
        }
    }

    const Policy& policy_;
    const Judged& judged_;
    const Manifest* manifest_;
    /// By statement and fingerprint: chains can be long.
    std::map<std::pair<std::string_view, std::string_view>, const SignerReport*> signers_;
    PolicyReport needs_;
};

}  // namespace

PolicyReport judge(const Policy& policy, const Judged& judged) {
    if (judged.report.manifest() == nullptr)
        return {policy.file,
                {{"manifest", policy.file, false,
                  "there is no manifest that could be read, so nothing can be said of it"}}};
    return Needs(policy, judged).run();
}

}  // namespace solander::policy

namespace solander {

bool PolicyReport::met() const noexcept {
    return std::ranges::all_of(needs, &PolicyNeed::met);
}

}  // namespace solander
