// SPDX-License-Identifier: Apache-2.0
// What can be done to a tar without touching anything that is signed.
#include "matrix.h"
#include "tar_parts.h"

namespace solander::test {

namespace {

TarEntry link_to_passwd() {
    return special("letters/data/in/link", '2', "/etc/passwd");
}

}  // namespace

const std::vector<Flaw>& container_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- headers
        {"ModeOfAFile", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), 100, "0000755"); }, "container.header",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"OwnerOfAFile", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), 108, "0001750"); }, "container.header",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"TimeOfAFile", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), 136, "00000000000"); }, "container.header",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"OwnerNameInAHeader", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), 265, "root"); }, "container.header", "FPPPP",
         Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"PrefixInAHeader", "two-readings-of-the-tar",
         [](Forgery& f) { patch_header(letter_of(f), 345, "elsewhere"); }, "container.header",
         "FPPPP", Stock::refused, InAnotherForm{"entry.missing", "FFPPP", kByName}},
        {"LastBytesOfAHeader", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), 500, "hidden words"); }, "container.header",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"HeaderOfTheManifest", "hidden-bytes",
         [](Forgery& f) { patch_header(f.entry("manifest.xml"), 100, "0000600"); },
         "container.header", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"ChecksumOfAHeader", "hidden-bytes",
         [](Forgery& f) {
             letter_of(f).header = header_of(letter_of(f));
             letter_of(f).header[150] ^= 1;
         },
         "container.header", "FPPPP", Stock::refused,
         InAnotherForm{"entry.missing", "FFPPP", kUnpackedSo}},
        {"SizeInBase256", "hidden-bytes",
         [](Forgery& f) {
             std::string size(12, '\0');
             size[0] = static_cast<char>(0x80);
             size[11] = static_cast<char>(letter_of(f).data.size());
             patch_header(letter_of(f), 124, size);
         },
         "container.header", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"NameInAHeader", "two-readings-of-the-tar",
         [](Forgery& f) { patch_header(letter_of(f), 0, "letters/data/in/letter.TXT"); },
         "container.header entry.unlisted entry.missing", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted entry.missing", "FFPPP", kByName}},
        {"NameThatLeavesTheDirectory", "path-escape",
         [](Forgery& f) {
             patch_header(letter_of(f), 0, std::string("../../../etc/cron.d/x\0\0\0\0\0", 26));
         },
         "container.header entry.unlisted entry.missing", "FPPPP", Stock::refused,
         InAnotherForm{"entry.missing", "FFPPP", kUnpackedSo}},
        {"PathInAnExtendedHeader", "two-readings-of-the-tar",
         [](Forgery& f) {
             TarEntry& entry = f.entry("data/in/Příloha č. 1.txt");
             entry.header = header_of(entry);
             replace(entry.header, "1.txt\n", "2.txt\n");
         },
         "container.header entry.unlisted entry.missing", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted entry.missing", "FFPPP", kByName}},
        {"ExtendedHeaderWithOneRecordMore", "two-readings-of-the-tar",
         [](Forgery& f) {
             letter_of(f).header =
                 extended_header('x', "22 path=letters/other\n") + header_of(letter_of(f));
         },
         "container.header container.padding container.size entry.unlisted entry.missing "
         "payload.digest",
         "FFPPI", Stock::refused, InAnotherForm{"entry.unlisted entry.missing", "FFPPP", kByName}},
        {"GlobalExtendedHeader", "two-readings-of-the-tar",
         [](Forgery& f) {
             letter_of(f).header =
                 extended_header('g', "15 uname=nobody\n") + header_of(letter_of(f));
         },
         "container.header container.padding container.size entry.type entry.unlisted "
         "payload.digest",
         "FFPPI", Stock::refused, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"HardLinkInPlaceOfAFile", "links-and-devices",
         [](Forgery& f) { patch_header(letter_of(f), 156, "1"); }, "container.header entry.type",
         "FPPPP", Stock::refused, InAnotherForm{"entry.missing", "FFPPP", kUnpackedSo}},
        // ---- bytes between and behind
        {"PaddingOfAFile", "hidden-bytes", [](Forgery& f) { letter_of(f).filler = ' '; },
         "container.padding", "FPPPP", Stock::blind_to_form,
         InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"PaddingOfTheManifest", "hidden-bytes",
         [](Forgery& f) { f.entry("manifest.xml").filler = '\n'; }, "container.padding", "FPPPP",
         Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"EndThatIsNotZero", "hidden-bytes", [](Forgery& f) { f.end[1000] = 'x'; },
         "container.padding", "FPPPP", Stock::blind_to_form,
         InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"ByteAppended", "hidden-bytes", [](Forgery& f) { f.end += '\0'; }, "container.size",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"ZerosAppended", "hidden-bytes", [](Forgery& f) { f.end += std::string(9216, '\0'); },
         "container.size", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"AnotherPackageAppended", "hidden-bytes", [](Forgery& f) { f.end += f.tar(); },
         "container.size", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"EndMissing", "file-cut-off", [](Forgery& f) { f.end.clear(); }, "container.size", "FPPPP",
         Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"EndOfOneBlock", "file-cut-off", [](Forgery& f) { f.end.resize(512); }, "container.size",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        // ---- entries
        {"EntryAppended", "file-added",
         [](Forgery& f) {
             f.entries.push_back({"letters/data/in/more.txt", "P.S.\n"});
         },
         "container.padding container.size entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted", "FPPPP", kByName}},
        {"EntryOfNoBytesBetween", "file-added",
         [](Forgery& f) { f.entries.insert(f.entries.end() - 1, {"letters/data/in/m"}); },
         "container.header container.padding container.size entry.unlisted payload.digest", "FFPPI",
         Stock::refused, InAnotherForm{"entry.unlisted", "FPPPP", kByName}},
        {"NameTwice", "name-twice",
         [](Forgery& f) {
             f.entries.push_back({"letters/data/in/letter.txt", "Dear Hilda\n"});
         },
         "container.padding container.size entry.duplicate", "FPPPP", Stock::refused,
         InAnotherForm{"payload.size", "PFPPP", kByName}},
        {"ManifestTwice", "name-twice",
         [](Forgery& f) {
             f.entries.push_back({"letters/manifest.xml", "<manifest/>"});
         },
         "container.padding container.size entry.duplicate", "FPPPP", Stock::refused,
         InAnotherForm{"xml.malformed signature.bad custody.manifest", "IFFFI", kByName}},
        {"LinkAppended", "links-and-devices",
         [](Forgery& f) { f.entries.push_back(link_to_passwd()); },
         "container.padding container.size entry.type entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.type", "FPPPP", kByName}},
        {"LastFileLeftOut", "file-cut-off", [](Forgery& f) { f.entries.pop_back(); },
         "container.header container.size entry.missing payload.size", "FFPPI", Stock::refused,
         InAnotherForm{"entry.missing", "FFPPI", kByName}},
        {"LastFileCutInItsMiddle", "file-cut-off",
         [](Forgery& f) {
             f.entries.back().header = header_of(f.entries.back());
             f.entries.back().data.resize(1024);
             f.end.clear();
         },
         "container.size payload.size", "FFPPI", Stock::refused,
         InAnotherForm{"payload.size", "PFPPI", kUnpackedSo}},
        {"CutBehindTheFront", "file-cut-off",
         [](Forgery& f) {
             f.entries.resize(f.entries.size() - 3);
             f.end.clear();
         },
         "entry.missing container.size", "FFPPI", Stock::refused,
         InAnotherForm{"entry.missing", "FFPPI", kByName}},
        {"CutInTheManifest", "file-cut-off",
         [](Forgery& f) {
             f.entries.resize(2);
             f.entries[1].header = header_of(f.entries[1]);
             f.manifest().resize(1024);
             f.end.clear();
         },
         "container.size manifest.missing", "FFIII", Stock::refused,
         InAnotherForm{"xml.malformed signature.missing custody.manifest", "IFFFI", kUnpackedSo},
         InAnotherForm{"container.size manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"TwoFilesSwapped", "payload-changed",
         [](Forgery& f) {
             std::swap(f.entries[f.entries.size() - 1], f.entries[f.entries.size() - 2]);
         },
         "container.header container.padding payload.digest", "FFPPI", Stock::blind_to_form,
         InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"SignatureAfterTheTagFiles", "hidden-bytes",
         [](Forgery& f) { std::swap(f.entries[2], f.entries[3]); },
         "container.header container.padding", "FPPPP", Stock::blind_to_form,
         InAnotherForm{"", "PPPPP", kNoHeaders}},
        // ---- payload
        {"ByteOfAFile", "payload-changed", [](Forgery& f) { letter_of(f).data[5] ^= 1; },
         "payload.digest", "PFPPP"},
        {"ByteOfACapture", "payload-changed",
         [](Forgery& f) { f.entry("data/in/telegram.txt").data[100] ^= 1; }, "payload.digest",
         "PFPPI"},
        // ---- no package at all
        {"BlockInFront", "not-a-package",
         [](Forgery& f) {
             f.entries.front().header = std::string(512, '\0') + header_of(f.entries.front());
         },
         "package.unrecognised", "IIIII", Stock::refused, InAnotherForm{"", "", kUnpackedSo},
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"NothingAtAll", "file-cut-off",
         [](Forgery& f) {
             f.entries.clear();
             f.end.clear();
         },
         "package.unrecognised", "IIIII", Stock::refused, InAnotherForm{"", "", kUnpackedSo},
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"SomeOtherTar", "not-a-package",
         [](Forgery& f) {
             f.entries = {{"letters/readme.txt", "Hello\n"}};
         },
         "package.unrecognised", "IIIII", Stock::refused, std::nullopt,
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"NameThatIsNone", "not-a-package",
         [](Forgery& f) { patch_header(f.entries.front(), 0, "letter$"); }, "package.unrecognised",
         "IIIII", Stock::refused, std::nullopt,
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"ManifestBeyondTheLimit", "endless-data",
         [](Forgery& f) { f.options.manifest_bytes = 100; }, "limit.exceeded", "IIIII",
         Stock::no_option},
    };
    return flaws;
}

}  // namespace solander::test
