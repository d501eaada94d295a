// SPDX-License-Identifier: Apache-2.0
#include "verify/statement_signatures.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "package/layout.h"

namespace solander::verify {

namespace {

constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60;

Code code_of(crypto::SignatureFlaw flaw) {
    switch (flaw) {
        case crypto::SignatureFlaw::malformed:
        case crypto::SignatureFlaw::wrong_namespace:
            return Code::signature_malformed;
        case crypto::SignatureFlaw::line_endings:
            return Code::signature_line_endings;
        case crypto::SignatureFlaw::unsupported_type:
            return Code::signature_type;
        case crypto::SignatureFlaw::weak_key:
            return Code::key_weak;
    }
    return Code::signature_malformed;
}

std::string file_of(std::string_view statement, const SealingPrincipal& signer) {
    return std::string(statement).append(".").append(package::label_of(signer.fingerprint)) +
           ".sig";
}

const CheckedSignature* find(const SignedStatement& statement, const std::string& file) {
    const auto found =
        std::find_if(statement.signatures.begin(), statement.signatures.end(),
                     [&file](const CheckedSignature& signature) { return signature.file == file; });
    return found == statement.signatures.end() ? nullptr : &*found;
}

/// Whether the signature under a signer's name is by that signer's key, and good.
bool is_signed_by(const CheckedSignature* signature, const SealingPrincipal& signer) {
    return signature != nullptr && signature->good && signature->fingerprint == signer.fingerprint;
}

/// `from 2026-01-01T00:00:00Z until 2027-01-01T00:00:00Z`
std::string told_of_period(const trust::Recognition& recognition) {
    const auto& from = recognition.valid_after;
    const auto& until = recognition.valid_before;
    return fmt::format("{}{}{}", from ? "from " + from->text() : "", from && until ? " " : "",
                       until ? "until " + until->text() : "");
}

/// Why a signature counts for nothing at its time, and by which code; nothing if it counts.
struct Untimely {
    Code code = Code::key_unproven_time;
    std::string sentence;
};

std::optional<Untimely> untimely(const trust::Recognition& recognition,
                                 trust::TimeStanding standing, const SignedStatement& statement,
                                 const std::optional<TimeProof>& proof = {}) {
    const std::string claim =
        fmt::format("claims to have signed {} at {}", statement.name, statement.claimed.text());
    const auto unproven = [&](const std::string& what) {
        const std::string known =
            proof ? fmt::format("what you know of shows only that it was there by {}: {}",
                                proof->time.text(), proof->by)
                  : "nothing that you know of proves that time";
        return Untimely{Code::key_unproven_time, fmt::format("{}; {}, and {}", claim, what, known)};
    };
    switch (standing) {
        case trust::TimeStanding::ok:
            return std::nullopt;
        case trust::TimeStanding::claimed_before_valid_after:
        case trust::TimeStanding::claimed_after_valid_before:
            return Untimely{Code::key_not_valid_then,
                            fmt::format("{}, and by line {} of your trust file the key is valid {}",
                                        claim, recognition.line, told_of_period(recognition))};
        case trust::TimeStanding::expired_since:
            return unproven(
                fmt::format("the key has expired since (trust file, line {})", recognition.line));
        case trust::TimeStanding::revoked:
            return Untimely{
                Code::key_revoked,
                fmt::format("{}; {}", claim, told_of_revocation(*recognition.revocation))};
        case trust::TimeStanding::compromised_since:
            return unproven(told_of_revocation(*recognition.revocation));
    }
    return std::nullopt;
}

void judge_time(const trust::Recognition& recognition, const SignedStatement& statement,
                const trust::TrustStore& trust, Timestamp now, SignerReport& report,
                std::vector<Finding>& findings) {
    const auto by_claim = trust::judge_time(recognition, statement.claimed, now);
    if (by_claim == trust::TimeStanding::ok) return;
    const auto proof = proof_of_time(statement, report.fingerprint, trust);
    const auto standing = trust::judge_time(recognition, statement.claimed, now,
                                            proof ? std::optional(proof->time) : std::nullopt);
    if (auto wrong = untimely(recognition, standing, statement, proof)) {
        report.trusted = false;
        findings.push_back({wrong->code, report.fingerprint, std::move(wrong->sentence)});
        return;
    }
    findings.push_back({Code::key_time_proven, report.fingerprint,
                        fmt::format("is not valid any more, and had signed {} by {}: {} shows that",
                                    statement.name, proof->time.text(), proof->by)});
}

/// What is said of a key that is not known for this, and was revoked as well.
std::string also_revoked(const trust::Recognition& recognition) {
    if (!recognition.revocation) return {};
    return "; " + told_of_revocation(*recognition.revocation);
}

/// What the trust file says of a signer whose signature is good.
void judge_trust(const SealingPrincipal& signer, const PublicKey& key,
                 const SignedStatement& statement, const trust::TrustStore& trust, Timestamp now,
                 SignerReport& report, std::vector<Finding>& findings) {
    const auto recognition = trust.find(key, signer.name, statement.name_space, statement.claimed);
    const std::string subject = signer.fingerprint;
    if (recognition.standing != trust::Standing::known &&
        is_revoked_at(recognition, statement.claimed)) {
        auto wrong = untimely(recognition, trust::TimeStanding::revoked, statement);
        findings.push_back({wrong->code, subject, std::move(wrong->sentence)});
        return;
    }
    switch (recognition.standing) {
        case trust::Standing::unknown:
            findings.push_back(
                {Code::signer_unknown, subject,
                 fmt::format("signed {} as '{}', and is not in your trust file{}", statement.name,
                             signer.name, also_revoked(recognition))});
            return;
        case trust::Standing::wrong_namespace:
            findings.push_back(
                {Code::signer_namespace, subject,
                 fmt::format(
                     "signed {}, and your trust file (line {}) does not allow the key for {}{}",
                     statement.name, recognition.line, statement.name_space,
                     also_revoked(recognition))});
            return;
        case trust::Standing::known:
            break;
    }
    report.trusted = true;
    report.name = recognition.principal;
    judge_time(recognition, statement, trust, now, report, findings);
    if (report.trusted) {
        const auto proof = proof_of_time(statement, report.fingerprint, trust);
        report.names = trust.names_at(report.fingerprint, statement.name_space, statement.claimed,
                                      now, proof ? std::optional(proof->time) : std::nullopt);
    }
    if (recognition.by_pattern)
        findings.push_back({Code::signer_pattern, subject,
                            fmt::format("is known only by a pattern in line {} of your trust file; "
                                        "the name '{}' is the signer's own claim",
                                        recognition.line, signer.name)});
    else if (recognition.principal != signer.name)
        findings.push_back({Code::signer_name_differs, subject,
                            fmt::format("calls itself '{}' in {}; your trust file calls it '{}'",
                                        signer.name, statement.name, recognition.principal)});
}

}  // namespace

bool is_revoked_at(const trust::Recognition& recognition, Timestamp claimed) {
    if (!recognition.revocation) return false;
    const auto& since = recognition.revocation->compromised_since;
    return !since || claimed >= *since;
}

std::string told_of_revocation(const Revocation& revocation) {
    return fmt::format("the key was revoked{} ({}): {}",
                       revocation.compromised_since
                           ? ", compromised since " + revocation.compromised_since->text()
                           : "",
                       revocation.at, revocation.reason);
}

std::optional<TimeProof> proof_of_time(const SignedStatement& statement,
                                       std::string_view fingerprint,
                                       const trust::TrustStore& trust) {
    std::optional<TimeProof> proof;
    if (statement.seen) proof = TimeProof{*statement.seen, "your memory"};
    for (const WitnessedTime& witnessed : statement.witnessed) {
        if (proof && proof->time <= witnessed.time) continue;
        if (trust.shares_name(witnessed.fingerprint, fingerprint)) continue;
        proof = TimeProof{witnessed.time, fmt::format("{}, a witness that you name, by {}",
                                                      witnessed.principal, witnessed.event)};
    }
    return proof;
}

CheckedSignature check_signature(std::string file, base::BytesView signature,
                                 std::string_view name_space, const Sha512& statement) {
    CheckedSignature checked{.file = std::move(file), .bytes = signature.size()};
    auto parsed = crypto::parse_signature(base::as_text(signature), name_space);
    if (!parsed) {
        checked.problem = std::move(parsed).error();
    } else {
        checked.good = crypto::verify(*parsed, name_space, statement);
        checked.fingerprint = parsed->key.fingerprint();
        checked.parsed = *std::move(parsed);
    }
    return checked;
}

bool is_vouched_for(const std::vector<CheckedSignature>& signatures, std::string_view name_space,
                    const trust::TrustStore* trust, Timestamp now) {
    return trust != nullptr &&
           std::any_of(
               signatures.begin(), signatures.end(), [&](const CheckedSignature& signature) {
                   return signature.good && trust->lists(signature.parsed->key, name_space, now);
               });
}

void judge_signature_files(std::string_view statement,
                           const std::vector<CheckedSignature>& signatures,
                           const std::vector<SealingPrincipal>& declared,
                           std::vector<Finding>& findings) {
    const auto is_declared_so = [&](const CheckedSignature& signature) {
        return std::any_of(declared.begin(), declared.end(), [&](const SealingPrincipal& signer) {
            return signer.key_type == signature.problem->key_type &&
                   file_of(statement, signer) == signature.file;
        });
    };
    for (const auto& signature : signatures) {
        if (!signature.unreadable.empty()) continue;  // which is told where files are read
        if (signature.problem &&
            signature.problem->flaw == crypto::SignatureFlaw::unsupported_type &&
            is_declared_so(signature))
            findings.push_back({Code::signature_unsupported, signature.file,
                                fmt::format("is of the declared type {}, which this version cannot "
                                            "check",
                                            base::printable(signature.problem->key_type))});
        else if (signature.problem)
            findings.push_back(
                {code_of(signature.problem->flaw), signature.file, signature.problem->sentence});
        else if (!signature.good)
            findings.push_back({Code::signature_bad, signature.file,
                                "does not fit the bytes that it stands beside: one of the two was "
                                "changed"});
    }
}

void judge_declared(const SignedStatement& statement, std::vector<Finding>& findings) {
    std::vector<std::string> declared_files;
    for (const auto& signer : statement.declared) {
        const std::string file = file_of(statement.name, signer);
        declared_files.push_back(file);
        const CheckedSignature* signature = find(statement, file);
        if (signature == nullptr)
            findings.push_back({Code::signature_missing, file,
                                fmt::format("is declared in {} (signer '{}'), and not there",
                                            statement.name, signer.name)});
        else if (signature->parsed &&
                 (signature->fingerprint != signer.fingerprint || signer.key_type != "ssh-ed25519"))
            findings.push_back({Code::signature_type, file,
                                fmt::format("is by another key, {}, than {} declares",
                                            signature->fingerprint, statement.name)});
        else if (signature->good && signature->bytes != signer.signature_bytes)
            findings.push_back({Code::signature_type, file,
                                fmt::format("has {} bytes; {} declares {}", signature->bytes,
                                            statement.name, signer.signature_bytes)});
    }
    for (const auto& signature : statement.signatures)
        if (std::find(declared_files.begin(), declared_files.end(), signature.file) ==
            declared_files.end())
            findings.push_back({Code::signature_undeclared, signature.file,
                                fmt::format("is not declared in {}", statement.name)});
}

bool is_signed_as_declared(const SignedStatement& statement) {
    return statement.signatures.size() == statement.declared.size() &&
           std::all_of(statement.declared.begin(), statement.declared.end(),
                       [&statement](const SealingPrincipal& signer) {
                           return is_signed_by(find(statement, file_of(statement.name, signer)),
                                               signer);
                       });
}

std::vector<SignerReport> judge_signers(const SignedStatement& statement,
                                        const trust::TrustStore* trust, Timestamp now,
                                        std::vector<Finding>& findings) {
    std::vector<SignerReport> reports;
    for (const auto& signer : statement.declared) {
        const CheckedSignature* signature = find(statement, file_of(statement.name, signer));
        SignerReport& report = reports.emplace_back();
        report.statement = statement.name;
        report.claimed_name = signer.name;
        report.fingerprint = signer.fingerprint;
        report.signature_good = is_signed_by(signature, signer);
        if (report.signature_good && trust != nullptr)
            judge_trust(signer, signature->parsed->key, statement, *trust, now, report, findings);
    }
    if (statement.claimed.seconds() > now.seconds() + kDay)
        findings.push_back(
            {Code::time_future, std::string(statement.name),
             fmt::format("claims the time {}, which is still to come", statement.claimed.text())});
    return reports;
}

}  // namespace solander::verify
