// SPDX-License-Identifier: Apache-2.0
// What a custody directory can hold besides files of its own: links, queues, and names and sizes
// that no event has. `afterwards` does what no map of names and bytes can say.
#include <filesystem>

#include <sys/stat.h>

#include "matrix.h"

namespace solander::test {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSeal = "0001-seal.xml";

/// Moves a file of the custody away and leaves a link to it in its place.
void link_away(const Forgery& forgery, const std::string& name) {
    const auto file = forgery.custody_directory() / name;
    const auto aside = forgery.scratch() / "aside";
    fs::create_directories(aside);
    fs::rename(file, aside / name);
    fs::create_symlink("../../aside/" + name, file);
}

void make_queue(const Forgery& forgery, const std::string& name) {
    const auto path = forgery.custody_directory() / name;
    fs::remove(path);
    ::mkfifo(path.c_str(), 0600);
}

/// A file of many zeros that takes no room.
void make_sparse(const Forgery& forgery, const std::string& name) {
    const auto path = forgery.custody_directory() / name;
    if (!fs::exists(path)) write_file(path, "");
    fs::resize_file(path, std::uintmax_t{1} << 21);
}

}  // namespace

const std::vector<Flaw>& folder_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- links
        {"DirectoryIsALink", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) {
                 const auto aside = written.scratch() / "aside";
                 fs::rename(written.custody_directory(), aside);
                 fs::create_directory_symlink("../aside", written.custody_directory());
             };
         },
         "", "PPPPP", Stock::passed, std::nullopt, InAnotherForm{"", "", kOneCustody}},
        {"EventIsALink", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) { link_away(written, kSeal); };
         },
         "custody.unlisted custody.sequence", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"SignatureIsALink", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) {
                 link_away(written, Forgery::signature_of(kSeal, "archivist"));
             };
         },
         "custody.unlisted signature.missing", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"InstructionsAreALink", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) { link_away(written, "VERIFY.txt"); };
         },
         "custody.unlisted custody.verify-txt", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"LinkToNothing", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) {
                 fs::create_symlink("nowhere", written.custody_directory() / "0002-note.xml");
             };
         },
         "custody.unlisted", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"LinkToItself", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) {
                 fs::create_symlink("0002-note.xml", written.custody_directory() / "0002-note.xml");
             };
         },
         "custody.unlisted", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        // ---- queues
        {"QueueInPlaceOfTheSeal", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) { make_queue(written, kSeal); };
         },
         "custody.unlisted custody.sequence", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"QueueInPlaceOfTheInstructions", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) { make_queue(written, "VERIFY.txt"); };
         },
         "custody.unlisted custody.verify-txt", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"QueueNamedLikeAnEvent", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) { make_queue(written, "0002-note.xml"); };
         },
         "custody.unlisted", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"QueueThatIsNoEvent", "links-and-devices",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) { make_queue(written, "queue"); };
         },
         "custody.unlisted", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        // ---- sizes and counts
        {"EventOfManyBytes", "endless-data",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) { make_sparse(written, "0002-note.xml"); };
         },
         "custody.unlisted", "PPPFP", Stock::refused, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"InstructionsOfManyBytes", "endless-data",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) { make_sparse(written, "VERIFY.txt"); };
         },
         "custody.unlisted custody.verify-txt", "PPPFP", Stock::blind_to_text, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"SignatureOfManyBytes", "endless-data",
         [](Forgery& f) {
             f.afterwards = [](const Forgery& written) {
                 make_sparse(written, Forgery::signature_of(kSeal, "archivist"));
             };
         },
         "custody.unlisted signature.missing", "PPPFP", Stock::blind_to_spelling, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"ThousandsOfFiles", "endless-data",
         [](Forgery& f) {
             for (int i = 0; i < 3000; ++i) f.custody["x" + std::to_string(i)] = "x";
         },
         "custody.unlisted", "PPPFP"},
        {"SealIsEmpty", "event-dropped", [](Forgery& f) { f.custody[kSeal].clear(); },
         "signature.bad custody.event-invalid", "PPPFP"},
        {"SignatureOfTheSealIsEmpty", "signature-stripped",
         [](Forgery& f) { f.custody[Forgery::signature_of(kSeal, "archivist")].clear(); },
         "signature.malformed", "PPPFP"},
        // ---- names
        {"EventOfNumberZero", "event-dropped",
         [](Forgery& f) { f.add_event("0000-seal.xml", f.seal()); }, "custody.unlisted", "PPPFP"},
        {"EventWithoutZerosInItsNumber", "file-added-to-custody",
         [](Forgery& f) { f.custody["2-note.xml"] = f.seal(); }, "custody.unlisted", "PPPFP"},
        {"EventOfANumberThatOverflows", "endless-data",
         [](Forgery& f) { f.add_event("18446744073709551617-note.xml", f.seal()); },
         "custody.unlisted", "PPPFP"},
        {"EventInUpperCase", "file-added-to-custody",
         [](Forgery& f) { f.custody["0002-NOTE.xml"] = f.seal(); }, "custody.unlisted", "PPPFP"},
        {"SealInUpperCaseToo", "file-added-to-custody",
         [](Forgery& f) { f.custody["0001-SEAL.xml"] = f.seal(); }, "custody.unlisted", "PPPFP"},
        {"EventThatIsHidden", "file-added-to-custody",
         [](Forgery& f) { f.custody[".0002-note.xml"] = f.seal(); }, "custody.unlisted", "PPPFP"},
        {"NameThatIsNotUtf8", "file-added-to-custody",
         [](Forgery& f) { f.custody["0002-\xFF.xml"] = "x"; }, "custody.unlisted", "PPPFP"},
        {"NameThatSpeaksToATerminal", "terminal-escapes",
         [](Forgery& f) { f.custody["\x1b[2J\x1b[31mPASSED"] = "x"; }, "custody.unlisted", "PPPFP",
         Stock::refused, std::nullopt, InAnotherForm{"package.unrecognised", "IIIII", kWholeOnly}},
        {"NameThatSpeaksToACi", "terminal-escapes",
         [](Forgery& f) { f.custody["x\n::error::pwned"] = "x"; }, "custody.unlisted", "PPPFP"},
        {"BackupOfTheSeal", "file-added-to-custody",
         [](Forgery& f) { f.custody["0001-seal.xml~"] = f.seal(); }, "custody.unlisted", "PPPFP"},
    };
    return flaws;
}

}  // namespace solander::test
