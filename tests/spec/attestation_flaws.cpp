// SPDX-License-Identifier: Apache-2.0
// A package that is as it was sealed, and what a reader gives as further signatures over it.
#include <string>

#include <fmt/format.h>

#include "matrix.h"
#include "spelling.h"
#include "trust/namespaces.h"

namespace solander::test {

namespace {

std::string attestation_by(const std::string& key, std::string_view statement,
                           std::string_view name_space = trust::kAttestNamespace) {
    return signed_by(key, name_space, statement);
}

/// The reader has this file.
void given(Forgery& forgery, std::string_view file) {
    forgery.options.attestations = {forgery.scratch() / "attestation"};
    write_file(forgery.options.attestations.front(), file);
}

/// The registrar's, and this line for it.
void given_with_trust(Forgery& forgery, const std::string& options = {},
                      const std::string& principal = "registrar@example.org") {
    given(forgery, attestation_by("registrar", forgery.manifest()));
    forgery.trust = trust_lines({"archivist"}) +
                    fmt::format("{} {}{}{}\n", principal, options, options.empty() ? "" : " ",
                                fixture_key("registrar").public_key().openssh_line(""));
}

/// In the form of a signature, by a key that nobody can use here.
std::string by_a_token() {
    const Spelling spelling{.key = key_blob("sk-ssh-ed25519@openssh.com", base::Bytes(32)),
                            .name_space = std::string(trust::kAttestNamespace),
                            .type = "sk-ssh-ed25519@openssh.com",
                            .signature = base::Bytes(64)};
    return spelling.file();
}

std::string by_a_weak_key() {
    Spelling spelling = universal_signature();
    spelling.name_space = trust::kAttestNamespace;
    return spelling.file();
}

}  // namespace

const std::vector<Flaw>& attestation_flaws() {
    static const std::vector<Flaw> flaws{
        {"OverAnotherPackage", "attestation-that-is-none",
         [](Forgery& f) { given(f, attestation_by("registrar", "<manifest/>\n")); },
         "attestation.bad", "PPFPP", Stock::no_option},
        {"ForSomethingElse", "attestation-that-is-none",
         [](Forgery& f) { given(f, attestation_by("registrar", f.manifest(), "git")); },
         "attestation.namespace", "PPFPP", Stock::no_option},
        {"TheSealItself", "attestation-that-is-none",
         [](Forgery& f) {
             given(f, f.entry(Forgery::signature_of("manifest.xml", "archivist")).data);
         },
         "attestation.namespace", "PPFPP", Stock::no_option},
        {"ALetter", "attestation-that-is-none", [](Forgery& f) { given(f, "Dear Helena,\n"); },
         "attestation.malformed", "PPFPP", Stock::no_option},
        {"Nothing", "attestation-that-is-none", [](Forgery& f) { given(f, ""); },
         "attestation.malformed", "PPFPP", Stock::no_option},
        {"LineEndsConverted", "attestation-that-is-none",
         [](Forgery& f) {
             std::string file = attestation_by("registrar", f.manifest());
             for (std::size_t at = 0; (at = file.find('\n', at)) != std::string::npos; at += 2)
                 file.insert(at, "\r");
             given(f, file);
         },
         "attestation.malformed", "PPFPP", Stock::no_option},
        {"SomethingBehind", "attestation-that-is-none",
         [](Forgery& f) { given(f, attestation_by("registrar", f.manifest()) + "x\n"); },
         "attestation.malformed", "PPFPP", Stock::no_option},
        {"ByAToken", "attestation-that-is-none", [](Forgery& f) { given(f, by_a_token()); },
         "attestation.unsupported", "PPIPP", Stock::no_option},
        {"ByAWeakKey", "low-order-key", [](Forgery& f) { given(f, by_a_weak_key()); }, "key.weak",
         "PPFPP", Stock::no_option},
        {"OfWhichNobodyIsBelieved", "no-trust",
         [](Forgery& f) {
             given(f, attestation_by("registrar", f.manifest()));
             f.has_trust = false;
         },
         "trust.missing", "PPIIP", Stock::no_option},
        {"BySomebodyUnknown", "attestation-that-is-none",
         [](Forgery& f) {
             given(f, attestation_by("registrar", f.manifest()));
             f.trust = trust_lines({"archivist"});
         },
         "attestation.unknown", "PPIPP", Stock::no_option},
        {"ByAKeyForSealing", "attestation-that-is-none",
         [](Forgery& f) {
             given_with_trust(f, "namespaces=\"manifest@solander,custody@solander\"");
         },
         "signer.namespace", "PPIPP", Stock::no_option},
        {"ByAKeyThatHasExpired", "attestation-that-is-none",
         [](Forgery& f) { given_with_trust(f, "valid-before=\"20241201Z\""); }, "key.unproven-time",
         "PPIPP", Stock::no_option},
        {"ByAKeyThatIsNotValidYet", "attestation-that-is-none",
         [](Forgery& f) { given_with_trust(f, "valid-after=\"22000101Z\""); }, "key.not-valid-then",
         "PPIPP", Stock::no_option},
        {"ThatIsGood", "attestation-that-is-none", [](Forgery& f) { given_with_trust(f); }, "",
         "PPPPP", Stock::no_option},
        {"ByAPattern", "wildcard-party", [](Forgery& f) { given_with_trust(f, {}, "*"); },
         "signer.pattern", "PPPPP", Stock::no_option},
        {"ByAPatternThatFitsNoName", "wildcard-party",
         [](Forgery& f) { given_with_trust(f, {}, "*@example.org"); }, "attestation.unknown",
         "PPIPP", Stock::no_option},
        {"ThatIsGoodForThatAlone", "attestation-that-is-none",
         [](Forgery& f) { given_with_trust(f, "namespaces=\"attest@solander\""); }, "", "PPPPP",
         Stock::no_option},
        {"OfASealerUnknownToo", "attestation-that-is-none",
         [](Forgery& f) {
             given_with_trust(f);
             f.trust.erase(0, f.trust.find('\n') + 1);
         },
         "signer.unknown", "PPIIP", Stock::no_option},
    };
    return flaws;
}

}  // namespace solander::test
