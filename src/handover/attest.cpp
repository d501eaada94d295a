// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include <solander/attest.h>

#include "base/escape.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "trust/namespaces.h"
#include "verify/attestations.h"
#include "verify/evidence.h"
#include "verify/outside.h"
#include "verify/report_builder.h"
#include "verify/trust_file.h"

namespace solander {

namespace {

/// Whether every byte is as sealed, and nothing speaks against the signers.
bool may_be_attested(const Report& report) {
    static constexpr std::array kOfTheBytes{Layer::container, Layer::integrity, Layer::metadata};
    return report.verdict != Verdict::failed &&
           std::ranges::all_of(kOfTheBytes, [&report](Layer layer) {
               return report.layers.at(static_cast<std::size_t>(layer)) == Verdict::passed;
           });
}

std::filesystem::path place_of_attestation(const std::filesystem::path& package, package::Form form,
                                           const PublicKey& key) {
    if (form == package::Form::pipe) return {};
    const std::string custody = verify::custody_beside(package, form).string();
    if (custody.empty()) return {};
    static constexpr std::string_view kCustodyEnding = ".custody";
    return fmt::format("{}.attest-{}.sig",
                       custody.substr(0, custody.size() - kCustodyEnding.size()), key.label());
}

bool is_sealer(const Manifest& manifest, const PublicKey& key) {
    return std::ranges::find(manifest.sealing, key.fingerprint(), &SealingPrincipal::fingerprint) !=
           manifest.sealing.end();
}

/// A signature in the package or its custody would be one more file that nobody declared.
Result<void> check_output_is_outside(const std::filesystem::path& output,
                                     const std::filesystem::path& package,
                                     const verify::Evidence& evidence,
                                     const Environment& environment) {
    const auto parent = output.parent_path();
    SOLANDER_TRY_ASSIGN(const auto real,
                        environment.files.canonical(parent.empty() ? "." : parent));
    for (const auto& path : {package, evidence.custody_path}) {
        if (path.empty() || path == "-") continue;
        SOLANDER_TRY_ASSIGN(const auto there, environment.files.find(path));
        if (!there || there->kind != FileKind::directory) continue;
        SOLANDER_TRY_ASSIGN(const auto inside, environment.files.canonical(path));
        if (std::ranges::mismatch(inside, real).in1 == inside.end())
            return Error(
                ErrorCode::usage,
                fmt::format("{} lies inside {}, which has no place for it: choose a place "
                            "outside with -o",
                            base::printable(output.string()), base::printable(path.string())));
    }
    return {};
}

}  // namespace

Result<Attested> attest_package(const std::filesystem::path& package, const Signer& signer,
                                const VerifyOptions& how,
                                const std::optional<std::filesystem::path>& output,
                                const Environment& environment) {
    SOLANDER_TRY_ASSIGN(const auto trust, verify::TrustFile::read(how, environment));
    SOLANDER_TRY_ASSIGN(const auto others, verify::read_attestations(how, environment));
    SOLANDER_TRY(verify::check_own_is_outside(package, how, environment));
    auto gathered = verify::gather(package, how, trust.store(), environment);
    Attested attested;
    if (!gathered) {
        SOLANDER_TRY_ASSIGN(attested.report,
                            verify::ReportBuilder::refuse(package, gathered.error()));
        return attested;
    }
    verify::Evidence& evidence = **gathered;
    verify::check_attestations(others, evidence);
    attested.place = output.value_or(
        place_of_attestation(package, evidence.package->form(), signer.public_key()));
    if (!attested.place.empty())
        SOLANDER_TRY(check_output_is_outside(attested.place, package, evidence, environment));
    attested.report = verify::ReportBuilder::build(package, evidence);
    if (!may_be_attested(attested.report)) return attested;
    if (is_sealer(*attested.report.manifest(), signer.public_key()))
        return Error(
            ErrorCode::usage,
            fmt::format("the key {} has sealed {}: an attestation is the word of somebody "
                        "else",
                        signer.public_key().fingerprint(), base::printable(package.string())));
    const Sha512 message = crypto::sha512(*evidence.manifest_bytes());
    SOLANDER_TRY_ASSIGN(attested.signature, crypto::sign(signer, trust::kAttestNamespace, message));
    return attested;
}

}  // namespace solander
