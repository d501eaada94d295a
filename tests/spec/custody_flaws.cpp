// SPDX-License-Identifier: Apache-2.0
// What can be wrong beside a package that is as it was sealed.
#include <fmt/format.h>

#include "matrix.h"
#include "story.h"

namespace solander::test {

namespace {

constexpr std::string_view kSeal = "0001-seal.xml";

/// What stands from the signers to the end in an event of a type to come.
std::string rest_of(const Forgery& forgery) {
    const std::string& seal = forgery.custody.at(std::string(kSeal));
    const auto signers = seal.find(">\n  <signers>");
    return seal.substr(signers, seal.find("  <seal>") - signers) + "  <renewal/>\n</event>\n";
}

/// An event of a kind that this version does not know, rightly linked and signed.
void add_renewal(Forgery& forgery, const std::string& key, std::string_view seq = "2",
                 const std::string& after = std::string(kSeal)) {
    const std::string head =
        forgery.event_text(fmt::format(" seq=\"{}\" type=\"renewal\" premis=\"ren\" "
                                       "time=\"2024-11-25T00:00:00Z\"",
                                       seq));
    forgery.add_event(fmt::format("000{}-renewal.xml", seq),
                      head + forgery.prev(after) + rest_of(forgery), key);
}

/// The seal says something else, signed by the archivist.
void seal_says(Forgery& forgery, std::string_view from, std::string_view to) {
    replace(forgery.seal(), from, to);
    forgery.sign_event(std::string(kSeal));
}

void rename_seal(Forgery& forgery, const std::string& name) {
    forgery.custody[name] = forgery.seal();
    forgery.sign_event(name);
    forgery.custody.erase(Forgery::signature_of(kSeal, "archivist"));
    forgery.custody.erase(std::string(kSeal));
}

}  // namespace

const std::vector<Flaw>& custody_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- the directory
        {"IsNotThere", "custody-left-out", [](Forgery& f) { f.has_custody = false; },
         "custody.missing", "PPPIP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"IsEmptyButForItsText", "event-dropped",
         [](Forgery& f) {
             const std::string text = f.custody.at("VERIFY.txt");
             f.custody = {{"VERIFY.txt", text}};
         },
         "custody.sequence", "PPPFP"},
        {"IsAFile", "custody-left-out", [](Forgery& f) { f.options.custody = f.package(); },
         "custody.unreadable", "PPPIP", Stock::no_option, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"WithAnotherFile", "file-added-to-custody",
         [](Forgery& f) { f.custody["notes.txt"] = "mine"; }, "custody.unlisted", "PPPFP"},
        {"WithLitter", "file-added-to-custody", [](Forgery& f) { f.custody[".DS_Store"] = "x"; },
         "custody.unlisted", "PPPFP"},
        {"WithADirectory", "file-added-to-custody",
         [](Forgery& f) { f.custody["old/0001-seal.xml"] = "x"; }, "custody.unlisted", "PPPFP",
         Stock::refused, std::nullopt,
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"WithAZeroTooManyInANumber", "event-dropped",
         [](Forgery& f) { rename_seal(f, "00001-seal.xml"); }, "custody.unlisted custody.sequence",
         "PPPFP"},
        {"WithADirectoryNamedLikeAnEvent", "file-added-to-custody",
         [](Forgery& f) { f.custody["0002-renewal.xml/x"] = "x"; }, "custody.unlisted", "PPPFP",
         Stock::refused, std::nullopt,
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"WithoutInstructions", "instructions-changed",
         [](Forgery& f) { f.custody.erase("VERIFY.txt"); }, "custody.verify-txt", "PPPFP",
         Stock::blind_to_text},
        {"WithOtherInstructions", "instructions-changed",
         [](Forgery& f) { replace(f.custody.at("VERIFY.txt"), "not signed", "signed"); },
         "custody.verify-txt", "PPPFP", Stock::blind_to_text},
        // ---- the seal
        {"SealIsMissing", "event-dropped", [](Forgery& f) { f.custody.erase(std::string(kSeal)); },
         "custody.sequence", "PPPFP"},
        {"SealByteChanged", "event-dropped",
         [](Forgery& f) { replace(f.seal(), "archivist@", "archivisT@"); }, "signature.bad",
         "PPPFP"},
        {"SealUnsigned", "signature-stripped",
         [](Forgery& f) { f.custody.erase(Forgery::signature_of(kSeal, "archivist")); },
         "signature.missing", "PPPFP"},
        {"SealSignedForTheManifest", "signature-of-something-else",
         [](Forgery& f) {
             f.custody[Forgery::signature_of(kSeal, "archivist")] =
                 f.entry(Forgery::signature_of("manifest.xml", "archivist")).data;
         },
         "signature.malformed", "PPPFP"},
        {"SealSignedByOneMore", "file-added-to-custody",
         [](Forgery& f) { f.sign_event(std::string(kSeal), "registrar"); }, "signature.undeclared",
         "PPPFP"},
        {"SealOfNoForm", "false-event", [](Forgery& f) { seal_says(f, "<signers>", "<signees>"); },
         "custody.event-invalid", "PPPFP", Stock::blind_to_grammar},
        {"SealWithADoctype", "xml-entities",
         [](Forgery& f) { seal_says(f, "?>\n", "?>\n<!DOCTYPE event>\n"); },
         "custody.event-invalid", "PPPFP", Stock::blind_to_grammar},
        {"SealOfAnotherPackage", "custody-of-another",
         [](Forgery& f) {
             const auto digest = " manifest=\"sha256:" + hex_digest(f.manifest());
             seal_says(f, digest, " manifest=\"sha256:" + hex_digest("<another/>"));
         },
         "custody.manifest", "PPPFP"},
        {"SealAtAnotherTime", "foreign-seal",
         [](Forgery& f) { seal_says(f, "2024-11-24T00:00:00Z", "2024-11-24T00:00:01Z"); },
         "custody.seal-actor", "PPPFP", Stock::blind_to_order},
        {"SealBySomebodyElse", "foreign-seal",
         [](Forgery& f) {
             const auto key = [](const std::string& name) {
                 return fixture_key(name).public_key().fingerprint();
             };
             replace(f.seal(), "archivist@example.org", "registrar@example.org");
             replace(f.seal(), key("archivist"), key("registrar"));
             f.custody.erase(Forgery::signature_of(kSeal, "archivist"));
             f.sign_event(std::string(kSeal), "registrar");
         },
         "custody.seal-actor", "PPPFP", Stock::blind_to_order},
        {"SealOverOtherSignatureFiles", "signature-replaced",
         [](Forgery& f) {
             const auto file = Forgery::signature_of("manifest.xml", "archivist");
             seal_says(f, hex_digest(f.entry(file).data), hex_digest("another"));
         },
         "custody.seal-signatures", "PPPFP"},
        {"SealThatLeavesOutASignatureFile", "signature-replaced",
         [](Forgery& f) {
             const auto file = Forgery::signature_of("manifest.xml", "archivist");
             seal_says(f, file, "manifest.xml.0123456789abcdef.sig");
         },
         "custody.seal-signatures", "PPPFP"},
        {"SealThatClaimsAnotherNumber", "event-dropped",
         [](Forgery& f) { seal_says(f, " seq=\"1\"", " seq=\"2\""); }, "custody.event-invalid",
         "PPPFP"},
        {"SealThatClaimsAnotherPremisType", "false-event",
         [](Forgery& f) { seal_says(f, "premis=\"ipc\"", "premis=\"acc\""); },
         "custody.event-invalid", "PPPFP", Stock::blind_to_grammar},
        {"SealThatFollowsSomething", "event-dropped",
         [](Forgery& f) {
             const std::string manifest = "sha256:" + hex_digest(f.manifest()) + "\"";
             seal_says(f, manifest, manifest + " prev=\"sha256:" + hex_digest("x") + "\"");
         },
         "custody.event-invalid", "PPPFP", Stock::blind_to_grammar},
        // ---- the chain
        {"SealedTwice", "foreign-seal",
         [](Forgery& f) {
             std::string again = f.seal();
             replace(again, " seq=\"1\"", " seq=\"2\"");
             replace(again, ">\n  <signers>", f.prev(std::string(kSeal)) + ">\n  <signers>");
             f.add_event("0002-seal.xml", again);
         },
         "custody.sealed-twice", "PPPFP", Stock::blind_to_order},
        {"LinkToSomethingElse", "event-dropped",
         [](Forgery& f) {
             std::string again = f.seal();
             replace(again, " seq=\"1\"", " seq=\"2\"");
             replace(again, ">\n  <signers>",
                     " prev=\"sha256:" + hex_digest("x") + "\">\n  <signers>");
             f.add_event("0002-seal.xml", again);
         },
         "custody.link", "PPPFP"},
        {"EventOfAKindToCome", "later-version", [](Forgery& f) { add_renewal(f, "archivist"); },
         "custody.event-unsupported", "PPPIP", Stock::blind_to_grammar},
        // Who holds it then nobody can tell, so nobody is told that they do not.
        {"StepBehindAnEventOfAKindToCome", "later-version",
         [](Forgery& f) {
             add_renewal(f, "archivist");
             Story(f).note("registrar");
         },
         "custody.event-unsupported", "PPPIP", Stock::blind_to_grammar},
        {"EventOfAKindToComeByAStranger", "later-version",
         [](Forgery& f) {
             f.trust = trust_lines({"archivist"});
             add_renewal(f, "registrar");
         },
         "custody.event-invalid", "PPPFP"},
        {"EventOfAKindToComeUnsigned", "later-version",
         [](Forgery& f) {
             add_renewal(f, "archivist");
             f.custody.erase(Forgery::signature_of("0002-renewal.xml", "archivist"));
         },
         "custody.event-invalid", "PPPFP"},
        {"EventMissingInBetween", "event-dropped",
         [](Forgery& f) { add_renewal(f, "archivist", "3"); },
         "custody.sequence custody.event-unsupported", "PPPFP"},
        {"TwoEventsOfOneNumber", "event-dropped",
         [](Forgery& f) {
             add_renewal(f, "archivist");
             f.add_event("0002-other.xml", f.custody.at("0002-renewal.xml"));
         },
         "custody.event-unsupported custody.duplicate-seq", "PPPFP"},
        {"SignatureForAnEventToCome", "file-added-to-custody",
         [](Forgery& f) {
             add_renewal(f, "archivist");
             f.custody.erase("0002-renewal.xml");
         },
         "custody.unfinished", "PPPIP"},
        {"SignatureForAnEventFarAhead", "event-dropped",
         [](Forgery& f) {
             add_renewal(f, "archivist", "9");
             f.custody.erase("0009-renewal.xml");
         },
         "custody.sequence", "PPPFP"},
        {"EventTooLarge", "endless-data",
         [](Forgery& f) { f.custody["0002-renewal.xml"] = std::string((1 << 20) + 1, ' '); },
         "custody.unlisted", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"SealThatDeclaresAnotherLengthOfItsSignature", "false-event",
         [](Forgery& f) { seal_says(f, "signature-size=\"310\"", "signature-size=\"311\""); },
         "signature.type", "PPPFP", Stock::blind_to_claims},
        {"SignatureForAnEventInBetween", "event-dropped",
         [](Forgery& f) {
             add_renewal(f, "archivist");
             add_renewal(f, "archivist", "3", "0002-renewal.xml");
             f.custody.erase("0002-renewal.xml");
         },
         "custody.sequence custody.event-unsupported", "PPPFP"},
    };
    return flaws;
}

}  // namespace solander::test
