// SPDX-License-Identifier: Apache-2.0
#include "report/headline.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/emitter.h"

namespace solander::report {

namespace {

/// The first of that code; null if there is none.
const Finding* find(const Report& report, Code code) {
    const auto found =
        std::find_if(report.findings.begin(), report.findings.end(),
                     [code](const Finding& finding) { return finding.code == code; });
    return found == report.findings.end() ? nullptr : &*found;
}

bool has(const Report& report, Code code) {
    return find(report, code) != nullptr;
}

Verdict layer(const Report& report, Layer which) {
    return report.layers.at(static_cast<std::size_t>(which));
}

std::string sealers(const Report& report) {
    std::string names;
    for (const SignerReport& signer : report.signers) {
        if (signer.statement != "manifest.xml") continue;
        if (!names.empty()) names += " and ";
        names += base::printable(signer.trusted ? signer.name : signer.claimed_name);
    }
    return names;
}

std::string contents(const Manifest& manifest) {
    std::uint64_t bytes = 0;
    for (const auto& file : manifest.files) bytes += file.size;
    return fmt::format("{}, {}", count_text(manifest.files.size(), "file"), size_text(bytes));
}

bool is_failure(const Finding& finding) {
    return code_info(finding.code).effect == Verdict::failed;
}

/// Of what the reader gave beside the package, which may be as it was sealed all the same.
bool is_about_attestation(const Finding& finding) {
    return code_info(finding.code).id.starts_with("attestation.");
}

/// Whether the sealers are believed, and whoever attested the package is not.
bool only_attesters_are_in_doubt(const Report& report) {
    const bool in_doubt =
        has(report, Code::attestation_unsupported) ||
        std::any_of(report.signers.begin(), report.signers.end(),
                    [](const SignerReport& one) { return !one.file.empty() && !one.trusted; });
    return in_doubt && !has(report, Code::time_future) &&
           std::all_of(report.signers.begin(), report.signers.end(), [](const SignerReport& one) {
               return one.statement != "manifest.xml" || one.trusted;
           });
}

/// A bad signature explains much of what else is found; next comes what is found first.
std::vector<Finding>::const_iterator most_telling(const std::vector<Finding>& findings) {
    const auto bad = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.code == Code::signature_bad;
    });
    return bad != findings.end() ? bad : std::find_if(findings.begin(), findings.end(), is_failure);
}

/// What is most telling of what is wrong, and how much there is.
std::string failed_line(const Report& report) {
    const auto failing = std::count_if(report.findings.begin(), report.findings.end(), is_failure);
    const auto first = most_telling(report.findings);
    if (first == report.findings.end()) return "it did not pass";
    const bool only_custody =
        std::all_of(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
            return finding.layer == Layer::custody || !is_failure(finding);
        });
    const auto only = [&report](bool (*is_about)(const Finding& finding)) {
        return std::all_of(report.findings.begin(), report.findings.end(),
                           [is_about](const Finding& finding) {
                               return is_about(finding) || !is_failure(finding);
                           });
    };
    const bool only_revoked =
        only([](const Finding& finding) { return finding.code == Code::key_revoked; });
    const bool only_attestations = only(is_about_attestation);
    const std::string what = only_revoked        ? "who signed it is not to be believed"
                             : only_custody      ? "its custody is not in order"
                             : only_attestations ? "what was given as an attestation of it is none"
                                                 : "it is not as it was sealed";
    const std::string told =
        fmt::format("{}{}{}", base::printable(first->subject), first->subject.empty() ? "" : " ",
                    base::printable(first->message));
    if (failing == 1) return fmt::format("{}: {}", what, told);
    return fmt::format("{}, in {} places: {}", what, failing, told);
}

/// Why a signer whom the reader knows does not count.
std::string_view doubt_of_signer(const Report& report) {
    if (has(report, Code::key_unproven_time))
        return "the signer's key is no longer valid, and nothing proves that it signed in time";
    if (has(report, Code::key_not_valid_then))
        return "the signer's key was not valid at the time that it claims";
    if (has(report, Code::signer_namespace))
        return "your trust file does not let the signer's key sign this";
    return "the signer cannot be believed yet";
}

std::string undecided_line(const Report& report) {
    if (has(report, Code::package_unrecognised)) return "this is not a solander package";
    if (report.form.empty() && has(report, Code::limit_exceeded))
        return "it is larger than the limit for reading";
    if (has(report, Code::format_newer)) return "it was made by a newer version of the format";
    const bool nothing_read =
        layer(report, Layer::container) == Verdict::indeterminate && report.form.empty();
    if (nothing_read && has(report, Code::trust_missing))
        return "its custody alone was looked at, and nobody said whom to believe (--trust)";
    const bool whole = layer(report, Layer::container) == Verdict::passed &&
                       layer(report, Layer::integrity) == Verdict::passed;
    if (!whole) return "not all of it could be looked at";
    if (const Finding* missing = find(report, Code::trust_missing))
        return missing->subject == "the trust file"
                   ? "whole, and unchanged since it was signed; but no line of your trust file can "
                     "be used: `solander trust check` tells why"
                   : "whole, and unchanged since it was signed; but nobody said whom to believe "
                     "(--trust)";
    if (layer(report, Layer::authenticity) != Verdict::passed &&
        only_attesters_are_in_doubt(report))
        return fmt::format(
            "sealed by {}, whole and unchanged; but what was given as an "
            "attestation cannot be believed yet",
            sealers(report));
    if (has(report, Code::signer_unknown) && layer(report, Layer::authenticity) != Verdict::passed)
        return "whole, and unchanged since it was signed; but the signer is not in your trust file";
    if (layer(report, Layer::authenticity) != Verdict::passed)
        return fmt::format("whole, and unchanged since it was signed; but {}",
                           doubt_of_signer(report));
    return fmt::format("sealed by {}, whole and unchanged; but its {} could not be decided",
                       sealers(report),
                       layer(report, Layer::custody) == Verdict::passed ? "metadata" : "custody");
}

}  // namespace

std::string headline(const Report& report) {
    switch (report.verdict) {
        case Verdict::passed:
            return fmt::format("sealed by {} on {}; {}, all as sealed", sealers(report),
                               report.manifest()->created.date(), contents(*report.manifest()));
        case Verdict::failed:
            return failed_line(report);
        case Verdict::indeterminate:
            return undecided_line(report);
    }
    return {};
}

}  // namespace solander::report
