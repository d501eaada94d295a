// SPDX-License-Identifier: Apache-2.0
// A package that is as it was sealed, and readers who trust its signer not at all, or not for this.
#include <fmt/format.h>

#include "flaw.h"

namespace solander::test {

namespace {

void trust(Forgery& forgery, std::string_view principals, std::string_view options = {},
           const std::string& key = "archivist") {
    forgery.trust = fmt::format("{} {}{}{}\n", principals, options, options.empty() ? "" : " ",
                                fixture_key(key).public_key().openssh_line(""));
}

}  // namespace

const std::vector<Flaw>& trust_flaws() {
    static const std::vector<Flaw> flaws{
        {"NoFileGiven", [](Forgery& f) { f.has_trust = false; }, "trust.missing", "PPIIP"},
        {"EmptyFile", [](Forgery& f) { f.trust.clear(); }, "trust.missing", "PPIIP"},
        {"OnlyAComment", [](Forgery& f) { f.trust = "# archivist@example.org\n"; }, "trust.missing",
         "PPIIP"},
        {"OnlyLinesThatCannotBeUsed", [](Forgery& f) { f.trust = "archivist@example.org\n"; },
         "trust.missing trust.line", "PPIIP"},
        {"OneLineThatCannotBeUsed",
         [](Forgery& f) { f.trust += "registrar@example.org ssh-ed25519 AAAA\n"; }, "trust.line",
         "PPPPP"},
        {"AnAuthorityForCertificates", [](Forgery& f) { trust(f, "*", "cert-authority"); },
         "trust.missing trust.line", "PPIIP"},
        {"AnotherKey", [](Forgery& f) { f.trust = trust_lines({"registrar"}); }, "signer.unknown",
         "PPIIP"},
        {"AnotherKeyUnderTheSignersName",
         [](Forgery& f) { trust(f, "archivist@example.org", {}, "registrar"); }, "signer.unknown",
         "PPIIP"},
        {"KeyForAnotherUse",
         [](Forgery& f) { trust(f, "archivist@example.org", "namespaces=\"git,file\""); },
         "signer.namespace", "PPIIP"},
        {"KeyForManifestsOnly",
         [](Forgery& f) { trust(f, "archivist@example.org", "namespaces=\"manifest@solander\""); },
         "signer.namespace", "PPPIP"},
        {"KeyForCustodyOnly",
         [](Forgery& f) { trust(f, "archivist@example.org", "namespaces=\"custody@solander\""); },
         "signer.namespace", "PPIPP"},
        {"KeyUnderAPattern", [](Forgery& f) { trust(f, "*@example.org"); }, "signer.pattern",
         "PPPPP"},
        {"KeyUnderAPatternThatDoesNotFit", [](Forgery& f) { trust(f, "*@example.com"); },
         "signer.unknown", "PPIIP"},
        {"KeyUnderAnExcludedName",
         [](Forgery& f) { trust(f, "*@example.org,!archivist@example.org"); }, "signer.unknown",
         "PPIIP"},
        {"KeyUnderAnotherName", [](Forgery& f) { trust(f, "helena@example.org"); },
         "signer.name-differs", "PPPPP"},
        {"KeyThatWasNotYetValid",
         [](Forgery& f) { trust(f, "archivist@example.org", "valid-after=\"20261125Z\""); },
         "key.not-valid-then", "PPIIP"},
        {"KeyThatWasNoLongerValid",
         [](Forgery& f) { trust(f, "archivist@example.org", "valid-before=\"20261101Z\""); },
         "key.not-valid-then", "PPIIP"},
        {"KeyThatHasExpiredSince",
         [](Forgery& f) { trust(f, "archivist@example.org", "valid-before=\"20261128Z\""); },
         "key.unproven-time", "PPIIP"},
        {"ClaimOfATimeToCome", [](Forgery& f) { f.set_now("2026-11-20T00:00:00Z"); }, "time.future",
         "PPIIP"},
    };
    return flaws;
}

}  // namespace solander::test
