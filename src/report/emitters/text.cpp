// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/custody_log.h"
#include "report/emitter.h"
#include "report/headline.h"
#include "report/policy.h"
#include "report/sealed_audit.h"

namespace solander::report {

namespace {

constexpr std::size_t kShownOfACode = 50;

std::string painted(Verdict verdict, bool color) {
    std::string name(verdict_name(verdict));
    if (!color) return name;
    switch (verdict) {
        case Verdict::passed:
            return "\x1b[1;32m" + name + "\x1b[0m";
        case Verdict::indeterminate:
            return "\x1b[1;33m" + name + "\x1b[0m";
        case Verdict::failed:
            return "\x1b[1;31m" + name + "\x1b[0m";
    }
    return name;
}

/// In place of a verdict: a package that does not meet the policy is not told to have passed.
std::string not_met(bool color) {
    return color ? "\x1b[1;33mPOLICY NOT MET\x1b[0m" : "POLICY NOT MET";
}

void add_layers(std::string& text, const Report& report, bool color) {
    for (std::size_t i = 0; i < kLayerCount; ++i)
        text += fmt::format("  {:<13} {}\n", layer_name(static_cast<Layer>(i)),
                            painted(report.layers.at(i), color));
}

/// Findings by their code, in the order in which the codes first occur; the gravest codes first.
std::vector<std::vector<const Finding*>> grouped(const Report& report) {
    std::map<Code, std::size_t> place;
    std::vector<std::vector<const Finding*>> groups;
    for (const Finding& finding : report.findings) {
        const auto [at, fresh] = place.try_emplace(finding.code, groups.size());
        if (fresh) groups.emplace_back();
        groups[at->second].push_back(&finding);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        return code_info(a.front()->code).effect > code_info(b.front()->code).effect;
    });
    return groups;
}

void add_findings(std::string& text, const Report& report) {
    for (const auto& group : grouped(report)) {
        const CodeInfo& info = code_info(group.front()->code);
        text += fmt::format("\n  {} ({}): {}\n", info.id, severity(info.code), info.title);
        for (std::size_t i = 0; i < group.size() && i < kShownOfACode; ++i)
            text += fmt::format("    {}{}{}\n", base::printable(group[i]->subject),
                                group[i]->subject.empty() ? "" : " ",
                                base::printable(group[i]->message));
        if (group.size() > kShownOfACode)
            text += fmt::format("    and {} more\n", group.size() - kShownOfACode);
        text += fmt::format("    What to do: {}\n", info.remedy);
    }
    if (!report.findings.empty()) text += "\n  `solander explain CODE` tells more about each.\n";
}

void add_attestation(std::string& text, const SignerReport& signer) {
    text += fmt::format("  attested by {}{} ({}){}\n",
                        signer.trusted ? base::printable(signer.name) + " " : "somebody with ",
                        signer.fingerprint, base::printable(signer.file.string()),
                        signer.signature_good ? "" : " (no good signature)");
}

/// How far a signer is known: by the reader's own name, or by none but their own.
std::string signed_by(const SignerReport& signer) {
    const std::string claimed = base::printable(signer.claimed_name);
    if (!signer.signature_good)
        return fmt::format("declares the signer '{}', of whom there is no good signature", claimed);
    if (signer.trusted) return "signed by " + base::printable(signer.name);
    if (!signer.name.empty())
        return fmt::format("signed by {}, which does not count", base::printable(signer.name));
    return fmt::format("signed by someone who claims to be '{}'", claimed);
}

void add_signers(std::string& text, const Report& report) {
    for (const SignerReport& signer : report.signers) {
        if (!signer.file.empty()) {
            add_attestation(text, signer);
            continue;
        }
        text += fmt::format("  {} {} {}\n", base::printable(signer.statement), signed_by(signer),
                            signer.fingerprint);
    }
}

void add_custody(std::string& text, const Report& report) {
    if (!report.custody) return;
    text += "\n  Custody\n";
    for (const EventReport& event : report.events)
        text += fmt::format("    {:>4}  {}  {}\n          on {}{}{}\n", event.seq, event.time,
                            base::printable(event.sentence), base::printable(event.rests_on),
                            event.confirmed ? "; confirmed" : "", doubt_of(event, report));
    for (const std::string& gap : report.custody->gaps)
        text += fmt::format("    Open: {}\n", base::printable(gap));
    text += fmt::format("    {}.\n", base::printable(report.custody->summary));
    for (const auto& proof : report.proofs)
        text += fmt::format(
            "    A proof of the contradiction is in {}; anybody can check it with: "
            "solander verify --proof\n",
            base::printable(proof.string()));
}

/// What those who sealed knew of the records. Their word, and no part of the verdict.
void add_audit(std::string& text, const Report& report) {
    const Manifest* const manifest = report.manifest();
    if (manifest == nullptr || !manifest->audit) return;
    text += '\n' + sealed_audit_text(*manifest->audit, names_of(manifest->documents),
                                     report.verified ? "The sealers' own audit"
                                                     : "What is claimed to be the sealers' audit",
                                     "  ");
    text +=
        "    Their word, and no part of the verdict: `solander audit PACKAGE --compare` holds "
        "yours against it.\n";
}

/// What holds and what does not, check by check.
void add_checks(std::string& text, const Report& report, bool color) {
    text += "\n  Checks\n";
    for (const CheckReport& check : report.checks)
        text += fmt::format("    {}: {}\n", painted(check.verdict, color), check.title);
}

void add_details(std::string& text, const Report& report, const Style& style) {
    add_layers(text, report, style.color);
    if (style.verbose) add_checks(text, report, style.color);
    if (report.manifest_digest)
        text += fmt::format("\n  Identity sha256:{}\n", report.manifest_digest->hex());
    add_signers(text, report);
    if (report.policy) text += policy_text(*report.policy, style.verbose);
    add_findings(text, report);
    add_custody(text, report);
    add_audit(text, report);
}

std::string emit(std::span<const Outcome> outcomes, const Style& style) {
    std::string text;
    for (const Outcome& outcome : outcomes) {
        const std::string path = base::printable(outcome.package.string());
        if (outcome.report == nullptr) {
            const std::string message = base::printable(outcome.error->message());
            const bool named = message.starts_with(path + ": ");
            text += fmt::format("ERROR {}{}{}\n", named ? "" : path, named ? "" : ": ", message);
            continue;
        }
        const Report& report = *outcome.report;
        const bool is_unmet = report.policy && !report.policy->met();
        if (report.passed() && is_unmet)
            text += fmt::format("{} {}: it is sound, but {}\n", not_met(style.color), path,
                                unmet_line(*report.policy));
        else
            text += fmt::format("{} {}: {}\n", painted(report.verdict, style.color), path,
                                headline(report));
        const bool details = outcomes.size() == 1 || style.verbose || !report.passed() || is_unmet;
        if (details && !style.brief) add_details(text, report, style);
    }
    if (outcomes.size() > 1) {
        const Tally count = tally(outcomes);
        text += fmt::format("{}: {} passed{}, {} failed, {} indeterminate, {}\n",
                            count_text(outcomes.size(), "package"), count.passed,
                            count.unmet == 0
                                ? ""
                                : fmt::format(" ({} of them do not meet the policy)", count.unmet),
                            count.failed, count.indeterminate, count_text(count.errors, "error"));
    }
    return text;
}

}  // namespace

extern const Emitter text;
const Emitter text{.name = "text", .title = "For a person to read", .emit = emit};

}  // namespace solander::report
