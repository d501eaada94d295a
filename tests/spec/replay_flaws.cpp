// SPDX-License-Identifier: Apache-2.0
// Good statements in places for which they were not made.
#include "chronicle.h"
#include "matrix.h"
#include "spelling.h"
#include "story.h"

namespace solander::test {

namespace {

constexpr const char* kSeal = "0001-seal.xml";

std::string manifest_signature() {
    return Forgery::signature_of("manifest.xml", "archivist");
}

/// Another package of the same archivist, as good as this one.
class AnotherPackage : public Forgery {
public:
    AnotherPackage() {
        replace(manifest(), "October 9, 1962", "October 8, 1962");
        reseal();
    }
};

/// The archivist signs an event for what it is not.
void sign_event_as(Forgery& forgery, const std::string& name, std::string_view name_space) {
    forgery.custody[Forgery::signature_of(name, "archivist")] =
        signed_by("archivist", name_space, forgery.custody.at(name));
}

}  // namespace

const std::vector<Flaw>& replay_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- of another package
        {"CustodyOfAnotherPackage", "custody-of-another",
         [](Forgery& f) { f.custody = AnotherPackage().custody; },
         "custody.manifest custody.seal-signatures", "PPPFP"},
        {"SealOfAnotherPackageAndItsSignature", "custody-of-another",
         [](Forgery& f) {
             const AnotherPackage other;
             f.seal() = other.custody.at(kSeal);
             const auto file = Forgery::signature_of(kSeal, "archivist");
             f.custody[file] = other.custody.at(file);
         },
         "custody.manifest custody.seal-signatures", "PPPFP"},
        {"EventOfAnotherPackage", "custody-of-another",
         [](Forgery& f) {
             AnotherPackage other;
             Story(other).note("archivist");
             for (const auto& [name, bytes] : other.custody)
                 if (name.starts_with("0002")) f.custody[name] = bytes;
         },
         "custody.manifest custody.link", "PPPFP"},
        {"ManifestOfAnotherPackage", "older-manifest",
         [](Forgery& f) {
             AnotherPackage other;
             f.manifest() = other.manifest();
             f.entry(manifest_signature()).data = other.entry(manifest_signature()).data;
         },
         "tag.differs custody.manifest custody.seal-signatures quote.differs", "PFPFF"},
        {"FrontOfAnotherPackage", "older-manifest",
         [](Forgery& f) {
             Forgery other;
             std::string& letter = other.entry("data/in/letter.txt").data;
             const std::string before = hex_digest(letter);
             replace(letter, "Helena", "Helene");
             replace(other.manifest(), before, hex_digest(letter));
             replace(other.entry("manifest-sha256.txt").data, before, hex_digest(letter));
             other.reseal();
             for (std::size_t i = 0; i + 3 < f.entries.size(); ++i) f.entries[i] = other.entries[i];
             f.custody = other.custody;
         },
         "payload.digest", "PFPPP"},
        {"SignatureOfAnotherPackage", "signature-of-something-else",
         [](Forgery& f) {
             f.entry(manifest_signature()).data = AnotherPackage().entry(manifest_signature()).data;
         },
         "signature.bad custody.seal-signatures", "PPFFP"},
        // ---- of another kind of statement
        {"SealSignedInTheNamespaceOfManifests", "signature-of-something-else",
         [](Forgery& f) { sign_event_as(f, kSeal, "manifest@solander"); }, "signature.malformed",
         "PPPFP"},
        {"SealSignedForGit", "signature-of-something-else",
         [](Forgery& f) { sign_event_as(f, kSeal, "git"); }, "signature.malformed", "PPPFP"},
        {"SealSignedAsAnAttestation", "signature-of-something-else",
         [](Forgery& f) { sign_event_as(f, kSeal, "attest@solander"); }, "signature.malformed",
         "PPPFP"},
        {"ManifestAsAnEvent", "signature-of-something-else",
         [](Forgery& f) { f.add_event("0002-note.xml", f.manifest()); }, "custody.event-invalid",
         "PPPFP"},
        {"EventAsTheManifest", "signature-of-something-else",
         [](Forgery& f) {
             f.manifest() = f.seal();
             f.entry(manifest_signature()).data =
                 signed_by("archivist", "manifest@solander", f.manifest());
         },
         "manifest.invalid custody.manifest", "IFIFI"},
        // ---- of another place in the chain
        {"SealAgainAsTheSecondEvent", "event-dropped",
         [](Forgery& f) { f.add_event("0002-seal.xml", f.seal()); },
         "custody.event-invalid custody.link", "PPPFP"},
        {"NoteAgainAsTheThirdEvent", "event-dropped",
         [](Forgery& f) {
             Story(f).note("archivist");
             f.add_event("0003-note.xml", f.custody.at("0002-note.xml"));
         },
         "custody.event-invalid custody.link", "PPPFP"},
        {"TwoEventsChangePlaces", "event-dropped",
         [](Forgery& f) {
             Story(f).note("archivist", "one").note("archivist", "two");
             const auto file = [](int number) {
                 return "000" + std::to_string(number) + "-note.xml";
             };
             std::swap(f.custody.at(file(2)), f.custody.at(file(3)));
             std::swap(f.custody.at(Forgery::signature_of(file(2), "archivist")),
                       f.custody.at(Forgery::signature_of(file(3), "archivist")));
         },
         "custody.event-invalid custody.link time.backwards", "PPPFP"},
        {"TwoEventsOfOneNumberBothGood", "event-dropped",
         [](Forgery& f) {
             f.trust = trust_in();
             Forgery other;
             f.custody = chronicle(f, "A:note=one");
             for (const auto& [name, bytes] : chronicle(other, "A:release>B"))
                 if (name.starts_with("0002")) f.custody[name] = bytes;
         },
         "custody.duplicate-seq custody.link", "PPPFP"},
        {"EventOfAnotherBranch", "event-dropped",
         [](Forgery& f) {
             f.trust = trust_in();
             Forgery other;
             f.custody = chronicle(f, "A:note=one");
             for (const auto& [name, bytes] : chronicle(other, "A:note=two A:note=three"))
                 if (name.starts_with("0003")) f.custody[name] = bytes;
         },
         "custody.link", "PPPFP"},
        {"SignatureOfAnotherEvent", "signature-of-something-else",
         [](Forgery& f) {
             Story(f).note("archivist");
             f.custody.at(Forgery::signature_of("0002-note.xml", "archivist")) =
                 f.custody.at(Forgery::signature_of(kSeal, "archivist"));
         },
         "signature.bad", "PPPFP"},
        {"NoteByteChanged", "event-dropped",
         [](Forgery& f) {
             Story(f).note("archivist", "Moved to shelf 3");
             replace(f.custody.at("0002-note.xml"), "shelf 3", "shelf 4");
         },
         "signature.bad", "PPPFP"},
        {"NoteSignedAnewByAStranger", "signed-anew",
         [](Forgery& f) {
             f.trust = trust_lines({"archivist"});
             Story(f).note("archivist");
             f.custody.erase(Forgery::signature_of("0002-note.xml", "archivist"));
             f.sign_event("0002-note.xml", "registrar");
         },
         "signature.missing signature.undeclared", "PPPFP"},
    };
    return flaws;
}

}  // namespace solander::test
