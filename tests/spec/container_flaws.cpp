// SPDX-License-Identifier: Apache-2.0
// What can be done to a tar without touching anything that is signed.
#include "flaw.h"
#include "package/canonical_tar.h"

namespace solander::test {

namespace {

const Timestamp kCreated = *Timestamp::parse("2026-11-24T00:00:00Z");

std::string header_of(const TarEntry& entry) {
    return package::tar_header(entry.name, entry.data.size(), kCreated);
}

/// Overwrites a part of an entry's header and makes the checksum fit.
void patch_header(TarEntry& entry, std::size_t offset, std::string_view bytes) {
    std::string header = header_of(entry);
    header.replace(offset, bytes.size(), bytes);
    entry.header = with_checksum(header);
}

TarEntry& letter(Forgery& forgery) {
    return forgery.entry("data/in/letter.txt");
}

TarEntry link_to_passwd() {
    TarEntry link{.name = "letters/data/in/link"};
    std::string header = header_of(link);
    header[156] = '2';
    header.replace(157, 11, "/etc/passwd");
    link.header = with_checksum(header);
    return link;
}

/// An extended header of another kind than the one that the format knows.
std::string extended_header(char type, const std::string& records) {
    std::string block = package::tar_header("././@PaxHeader", records.size(), kCreated);
    block[156] = type;
    std::string header = with_checksum(block) + records;
    header.resize(package::padded(header.size()), '\0');
    return header;
}

}  // namespace

const std::vector<Flaw>& container_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- headers
        {"ModeOfAFile", [](Forgery& f) { patch_header(letter(f), 100, "0000755"); },
         "container.header", "FPPPP"},
        {"OwnerOfAFile", [](Forgery& f) { patch_header(letter(f), 108, "0001750"); },
         "container.header", "FPPPP"},
        {"TimeOfAFile", [](Forgery& f) { patch_header(letter(f), 136, "00000000000"); },
         "container.header", "FPPPP"},
        {"OwnerNameInAHeader", [](Forgery& f) { patch_header(letter(f), 265, "root"); },
         "container.header", "FPPPP"},
        {"PrefixInAHeader", [](Forgery& f) { patch_header(letter(f), 345, "elsewhere"); },
         "container.header", "FPPPP"},
        {"LastBytesOfAHeader", [](Forgery& f) { patch_header(letter(f), 500, "hidden words"); },
         "container.header", "FPPPP"},
        {"HeaderOfTheManifest",
         [](Forgery& f) { patch_header(f.entry("manifest.xml"), 100, "0000600"); },
         "container.header", "FPPPP"},
        {"ChecksumOfAHeader",
         [](Forgery& f) {
             letter(f).header = header_of(letter(f));
             letter(f).header[150] ^= 1;
         },
         "container.header", "FPPPP"},
        {"SizeInBase256",
         [](Forgery& f) {
             std::string size(12, '\0');
             size[0] = static_cast<char>(0x80);
             size[11] = static_cast<char>(letter(f).data.size());
             patch_header(letter(f), 124, size);
         },
         "container.header", "FPPPP"},
        {"NameInAHeader",
         [](Forgery& f) { patch_header(letter(f), 0, "letters/data/in/letter.TXT"); },
         "container.header entry.unlisted entry.missing", "FPPPP"},
        {"NameThatLeavesTheDirectory",
         [](Forgery& f) {
             patch_header(letter(f), 0, std::string("../../../etc/cron.d/x\0\0\0\0\0", 26));
         },
         "container.header entry.unlisted entry.missing", "FPPPP"},
        {"PathInAnExtendedHeader",
         [](Forgery& f) {
             TarEntry& entry = f.entry("data/in/Příloha č. 1.txt");
             entry.header = header_of(entry);
             replace(entry.header, "1.txt\n", "2.txt\n");
         },
         "container.header entry.unlisted entry.missing", "FPPPP"},
        {"ExtendedHeaderWithOneRecordMore",
         [](Forgery& f) {
             letter(f).header =
                 extended_header('x', "22 path=letters/other\n") + header_of(letter(f));
         },
         "container.header container.padding container.size entry.unlisted entry.missing "
         "payload.digest",
         "FFPPI"},
        {"GlobalExtendedHeader",
         [](Forgery& f) {
             letter(f).header = extended_header('g', "15 uname=nobody\n") + header_of(letter(f));
         },
         "container.header container.padding container.size entry.type entry.unlisted "
         "payload.digest",
         "FFPPI"},
        {"HardLinkInPlaceOfAFile", [](Forgery& f) { patch_header(letter(f), 156, "1"); },
         "container.header entry.type", "FPPPP"},
        // ---- bytes between and behind
        {"PaddingOfAFile", [](Forgery& f) { letter(f).filler = ' '; }, "container.padding",
         "FPPPP"},
        {"PaddingOfTheManifest", [](Forgery& f) { f.entry("manifest.xml").filler = '\n'; },
         "container.padding", "FPPPP"},
        {"EndThatIsNotZero", [](Forgery& f) { f.end[1000] = 'x'; }, "container.padding", "FPPPP"},
        {"ByteAppended", [](Forgery& f) { f.end += '\0'; }, "container.size", "FPPPP"},
        {"ZerosAppended", [](Forgery& f) { f.end += std::string(9216, '\0'); }, "container.size",
         "FPPPP"},
        {"AnotherPackageAppended", [](Forgery& f) { f.end += f.tar(); }, "container.size", "FPPPP"},
        {"EndMissing", [](Forgery& f) { f.end.clear(); }, "container.size", "FPPPP"},
        {"EndOfOneBlock", [](Forgery& f) { f.end.resize(512); }, "container.size", "FPPPP"},
        // ---- entries
        {"EntryAppended",
         [](Forgery& f) {
             f.entries.push_back({"letters/data/in/more.txt", "P.S.\n"});
         },
         "container.padding container.size entry.unlisted", "FPPPP"},
        {"EntryOfNoBytesBetween",
         [](Forgery& f) { f.entries.insert(f.entries.end() - 1, {"letters/data/in/m"}); },
         "container.header container.padding container.size entry.unlisted payload.digest",
         "FFPPI"},
        {"NameTwice",
         [](Forgery& f) {
             f.entries.push_back({"letters/data/in/letter.txt", "Dear Hilda\n"});
         },
         "container.padding container.size entry.duplicate", "FPPPP"},
        {"ManifestTwice",
         [](Forgery& f) {
             f.entries.push_back({"letters/manifest.xml", "<manifest/>"});
         },
         "container.padding container.size entry.duplicate", "FPPPP"},
        {"LinkAppended", [](Forgery& f) { f.entries.push_back(link_to_passwd()); },
         "container.padding container.size entry.type entry.unlisted", "FPPPP"},
        {"LastFileLeftOut", [](Forgery& f) { f.entries.pop_back(); },
         "container.header container.size entry.missing payload.size", "FFPPI"},
        {"LastFileCutInItsMiddle",
         [](Forgery& f) {
             f.entries.back().header = header_of(f.entries.back());
             f.entries.back().data.resize(1024);
             f.end.clear();
         },
         "container.size payload.size", "FFPPI"},
        {"CutBehindTheFront",
         [](Forgery& f) {
             f.entries.resize(f.entries.size() - 3);
             f.end.clear();
         },
         "entry.missing container.size", "FFPPI"},
        {"CutInTheManifest",
         [](Forgery& f) {
             f.entries.resize(2);
             f.entries[1].header = header_of(f.entries[1]);
             f.manifest().resize(1024);
             f.end.clear();
         },
         "container.size manifest.missing", "FFIII"},
        {"TwoFilesSwapped",
         [](Forgery& f) {
             std::swap(f.entries[f.entries.size() - 1], f.entries[f.entries.size() - 2]);
         },
         "container.header container.padding payload.digest", "FFPPI"},
        {"SignatureAfterTheTagFiles", [](Forgery& f) { std::swap(f.entries[2], f.entries[3]); },
         "container.header container.padding", "FPPPP"},
        // ---- payload
        {"ByteOfAFile", [](Forgery& f) { letter(f).data[5] ^= 1; }, "payload.digest", "PFPPP"},
        {"ByteOfACapture", [](Forgery& f) { f.entry("data/in/telegram.txt").data[100] ^= 1; },
         "payload.digest", "PFPPI"},
        // ---- no package at all
        {"BlockInFront",
         [](Forgery& f) {
             f.entries.front().header = std::string(512, '\0') + header_of(f.entries.front());
         },
         "package.unrecognised", "IIIII"},
        {"NothingAtAll",
         [](Forgery& f) {
             f.entries.clear();
             f.end.clear();
         },
         "package.unrecognised", "IIIII"},
        {"SomeOtherTar",
         [](Forgery& f) {
             f.entries = {{"letters/readme.txt", "Hello\n"}};
         },
         "package.unrecognised", "IIIII"},
        {"NameThatIsNone", [](Forgery& f) { patch_header(f.entries.front(), 0, "letter$"); },
         "package.unrecognised", "IIIII"},
        {"ManifestBeyondTheLimit", [](Forgery& f) { f.options.manifest_bytes = 100; },
         "limit.exceeded", "IIIII"},
    };
    return flaws;
}

}  // namespace solander::test
