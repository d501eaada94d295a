// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <solander/policy.h>

#include "base/escape.h"
#include "base/listed.h"
#include "model/names.h"
#include "settings/source.h"

namespace solander {

namespace {

/// What those of a role do, behind "may".
std::string_view deed_of(std::string_view role) {
    if (role == "seal") return "seal";
    if (role == "attest") return "attest";
    if (role == "release") return "release, or cancel a release";
    if (role == "receive") return "receive or refuse";
    if (role == "record") return "add notes, checks and determinations";
    return "witness a time";
}

void add_threshold(std::vector<std::string>& sentences,
                   const std::optional<PolicyThreshold>& threshold, std::string_view what) {
    if (threshold)
        sentences.push_back(fmt::format("{}: {}", what, base::printable(threshold->words)));
}

std::string audit_in_words(const PolicyAudit& audit) {
    return fmt::format("an audit by {} finds nothing of level {} or above{}",
                       base::listed(audit.profiles), audit_level_name(audit.fail_on),
                       audit.is_sealed ? ", and the sealers have audited by these profiles" : "");
}

}  // namespace

std::vector<std::string> policy_in_words(const Policy& policy) {
    std::vector<std::string> sentences;
    for (const PolicyRole& role : policy.roles)
        sentences.push_back(fmt::format(
            "only {} may {}", base::printable(base::listed(role.principals)), deed_of(role.name)));
    add_threshold(sentences, policy.signatures, "sealed or attested by");
    add_threshold(sentences, policy.sealing, "sealed by");
    add_threshold(sentences, policy.attestations, "attested by");
    if (policy.confirmed_through)
        sentences.push_back(*policy.confirmed_through == 0
                                ? "the chain of custody is confirmed through its last event"
                                : fmt::format("the chain of custody is confirmed through event {}",
                                              *policy.confirmed_through));
    for (const PolicyField& field : policy.fields) {
        std::vector<std::string_view> states;
        for (const State state : field.states) states.push_back(model::name_of(state));
        sentences.push_back(
            fmt::format("in every record {} is {}", field.field, settings::one_of(states)));
    }
    if (policy.audit) sentences.push_back(audit_in_words(*policy.audit));
    if (policy.algorithms)
        for (const PolicyAlgorithm& algorithm : *policy.algorithms)
            sentences.push_back(fmt::format(
                "{} is accepted {}", algorithm.name,
                algorithm.until ? "until " + algorithm.until->text() : "without an end"));
    return sentences;
}

}  // namespace solander
