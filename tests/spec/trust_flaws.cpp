// SPDX-License-Identifier: Apache-2.0
// A package that is as it was sealed, and readers who trust its signer not at all, or not for this.
#include <fmt/format.h>

#include "matrix.h"
#include "story.h"

namespace solander::test {

namespace {

void trust(Forgery& forgery, std::string_view principals, std::string_view options = {},
           const std::string& key = "archivist") {
    forgery.trust = fmt::format("{} {}{}{}\n", principals, options, options.empty() ? "" : " ",
                                fixture_key(key).public_key().openssh_line(""));
}

/// The archivist's key is taken back; if `witness`, the policy believes the times of the recipient,
/// who has received the package.
void revoke(Forgery& forgery, std::string_view since, bool has_witness) {
    write_file(forgery.scratch() / "revoked.toml",
               fmt::format("[[revoked]]\nkey = \"{}\"\nreason = \"lost\"\n{}",
                           fixture_key("archivist").public_key().fingerprint(), since));
    forgery.options.revoked = forgery.scratch() / "revoked.toml";
    if (!has_witness) return;
    Story(forgery).release("archivist", "registrar").receipt("registrar");
    write_file(forgery.scratch() / "policy.toml",
               "[roles]\ntime-witness = \"registrar@example.org\"\n");
    forgery.options.policy = forgery.scratch() / "policy.toml";
}

}  // namespace

const std::vector<Flaw>& trust_flaws() {
    static const std::vector<Flaw> flaws{
        {"RevokedKey", "stolen-key", [](Forgery& f) { revoke(f, "", false); }, "key.revoked",
         "PPFFP", Stock::no_option},
        {"KeyThatWasLostAfterTheClaim", "stolen-key",
         [](Forgery& f) { revoke(f, "compromised-since = 2025-01-01\n", false); },
         "key.unproven-time", "PPIIP", Stock::no_option},
        {"KeyThatWasLostAfterAWitnessSigned", "stolen-key",
         [](Forgery& f) { revoke(f, "compromised-since = 2025-01-01\n", true); }, "key.time-proven",
         "PPPPP", Stock::no_option},
        {"NoFileGiven", "no-trust", [](Forgery& f) { f.has_trust = false; }, "trust.missing",
         "PPIIP", Stock::no_keys},
        {"EmptyFile", "no-trust", [](Forgery& f) { f.trust.clear(); }, "trust.missing", "PPIIP"},
        {"OnlyAComment", "no-trust", [](Forgery& f) { f.trust = "# archivist@example.org\n"; },
         "trust.missing", "PPIIP"},
        {"OnlyLinesThatCannotBeUsed", "no-trust",
         [](Forgery& f) { f.trust = "archivist@example.org\n"; }, "trust.missing trust.line",
         "PPIIP"},
        {"OneLineThatCannotBeUsed", "no-trust",
         [](Forgery& f) { f.trust += "registrar@example.org ssh-ed25519 AAAA\n"; }, "trust.line",
         "PPPPP", Stock::blind_to_trust},
        {"AnAuthorityForCertificates", "no-trust",
         [](Forgery& f) { trust(f, "*", "cert-authority"); }, "trust.missing trust.line", "PPIIP"},
        {"AnotherKey", "signed-anew", [](Forgery& f) { f.trust = trust_lines({"registrar"}); },
         "signer.unknown", "PPIIP"},
        {"AnotherKeyUnderTheSignersName", "signed-anew",
         [](Forgery& f) { trust(f, "archivist@example.org", {}, "registrar"); }, "signer.unknown",
         "PPIIP"},
        {"KeyForAnotherUse", "signature-of-something-else",
         [](Forgery& f) { trust(f, "archivist@example.org", "namespaces=\"git,file\""); },
         "signer.namespace", "PPIIP"},
        {"KeyForManifestsOnly", "signature-of-something-else",
         [](Forgery& f) { trust(f, "archivist@example.org", "namespaces=\"manifest@solander\""); },
         "signer.namespace", "PPPIP"},
        {"KeyForCustodyOnly", "signature-of-something-else",
         [](Forgery& f) { trust(f, "archivist@example.org", "namespaces=\"custody@solander\""); },
         "signer.namespace", "PPIPP"},
        {"KeyUnderAPattern", "wildcard-party", [](Forgery& f) { trust(f, "*@example.org"); },
         "signer.pattern", "PPPPP", Stock::blind_to_trust},
        {"KeyUnderAPatternThatDoesNotFit", "signed-anew",
         [](Forgery& f) { trust(f, "*@example.com"); }, "signer.unknown", "PPIIP",
         Stock::blind_to_trust},
        {"KeyUnderAnExcludedName", "signed-anew",
         [](Forgery& f) { trust(f, "*@example.org,!archivist@example.org"); }, "signer.unknown",
         "PPIIP", Stock::blind_to_trust},
        {"KeyUnderAnotherName", "borrowed-name", [](Forgery& f) { trust(f, "helena@example.org"); },
         "signer.name-differs", "PPPPP", Stock::blind_to_trust},
        {"KeyThatWasNotYetValid", "expired-key",
         [](Forgery& f) { trust(f, "archivist@example.org", "valid-after=\"20241125Z\""); },
         "key.not-valid-then", "PPIIP", Stock::blind_to_time},
        {"KeyThatWasNoLongerValid", "expired-key",
         [](Forgery& f) { trust(f, "archivist@example.org", "valid-before=\"20241101Z\""); },
         "key.not-valid-then", "PPIIP"},
        {"KeyThatHasExpiredSince", "expired-key",
         [](Forgery& f) { trust(f, "archivist@example.org", "valid-before=\"20241128Z\""); },
         "key.unproven-time", "PPIIP"},
        {"ClaimOfATimeToCome", "time-to-come",
         [](Forgery& f) { f.set_now("2024-11-20T00:00:00Z"); }, "time.future", "PPIIP",
         Stock::no_clock},
        // ---- more files that a reader could have
        {"OnlyBlankLines", "no-trust", [](Forgery& f) { f.trust = "\n \n\t\n"; }, "trust.missing",
         "PPIIP"},
        {"OnlyAnExcludedName", "no-trust", [](Forgery& f) { trust(f, "!archivist@example.org"); },
         "signer.unknown", "PPIIP"},
        {"AKeyWithoutAName", "no-trust",
         [](Forgery& f) {
             f.trust = fixture_key("archivist").public_key().openssh_line("archivist") + "\n";
         },
         "trust.missing trust.line", "PPIIP"},
        {"AnOptionThatNobodyKnows", "no-trust",
         [](Forgery& f) { trust(f, "archivist@example.org", "trusted=\"yes\""); },
         "trust.missing trust.line", "PPIIP"},
        {"ADateThatIsNone", "no-trust",
         [](Forgery& f) { trust(f, "archivist@example.org", "valid-before=\"soon\""); },
         "trust.missing trust.line", "PPIIP"},
        {"AKeyOfAnotherType", "weaker-algorithm",
         [](Forgery& f) { f.trust += "x@example.org ssh-rsa AAAAB3NzaC1yc2EAAAABAw==\n"; },
         "trust.line", "PPPPP", Stock::blind_to_trust},
        {"BinaryFile", "no-trust", [](Forgery& f) { f.trust = std::string(300, '\x01'); },
         "trust.missing trust.line", "PPIIP"},
        {"KeyForEverybody", "wildcard-party", [](Forgery& f) { trust(f, "*"); }, "signer.pattern",
         "PPPPP", Stock::blind_to_trust},
        {"TwoNamesForOneKey", "borrowed-name",
         [](Forgery& f) {
             trust(f, "director@example.org");
             f.trust += trust_lines({"archivist"});
         },
         "signer.name-differs", "PPPPP", Stock::blind_to_trust},
        {"NoNamespaces", "signature-of-something-else",
         [](Forgery& f) { trust(f, "archivist@example.org"); }, "", "PPPPP", Stock::passed},
        // ---- times of events
        {"SealOfTheYear2099", "time-to-come",
         [](Forgery& f) {
             f.created = "2099-01-01T00:00:00Z";
             replace(f.manifest(), kCreated, f.created);
             replace(f.seal(), kCreated, f.created);
             replace(f.entry("bag-info.txt").data, "2024-11-24", "2099-01-01");
             f.reseal();
         },
         "time.future", "PPIIP", Stock::blind_to_time},
        {"NoteOfTheYear2099", "time-to-come",
         [](Forgery& f) {
             auto told = Story(f);
             told.note("archivist");
             replace(f.custody.at(told.last()), "2024-11-25", "2099-01-01");
             f.sign_event(told.last());
         },
         "time.future", "PPPIP", Stock::blind_to_time},
        {"KeyThatExpiredBeforeItsNote", "expired-key",
         [](Forgery& f) {
             Story(f).note("archivist").note("archivist").note("archivist");
             trust(f, "archivist@example.org", "valid-before=\"20241126Z\"");
         },
         "key.unproven-time key.not-valid-then", "PPIIP"},
        {"KeyOfTheRecipientThatWasNotYetValid", "expired-key",
         [](Forgery& f) {
             Story(f).release("archivist", "registrar").receipt("registrar");
             trust(f, "registrar@example.org", "valid-after=\"20241201Z\"", "registrar");
             f.trust += trust_lines({"archivist"});
         },
         "key.not-valid-then", "PPPIP", Stock::blind_to_time},
    };
    return flaws;
}

}  // namespace solander::test
