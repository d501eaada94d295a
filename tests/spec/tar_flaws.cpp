// SPDX-License-Identifier: Apache-2.0
// What a tar can hold besides regular files, and what it can say of a file twice.
#include "matrix.h"
#include "tar_parts.h"

namespace solander::test {

namespace {

constexpr std::size_t kSize = 124;
constexpr std::size_t kType = 156;
constexpr std::size_t kMagic = 257;
constexpr std::size_t kPrefix = 345;

void append(Forgery& forgery, TarEntry entry) {
    forgery.entries.push_back(std::move(entry));
}

}  // namespace

const std::vector<Flaw>& tar_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- what is no regular file
        {"SymbolicLinkInPlaceOfAFile", "links-and-devices",
         [](Forgery& f) {
             letter_of(f) = special("letters/data/in/letter.txt", '2', "/etc/passwd");
         },
         "container.header container.padding container.size entry.type payload.digest", "FFPPI",
         Stock::refused, InAnotherForm{"entry.type entry.missing", "FFPPP", kUnpackedSo}},
        {"SymbolicLinkThatKeepsTheBytes", "links-and-devices",
         [](Forgery& f) { patch_header(letter_of(f), kType, "2telegram.txt"); },
         "container.header entry.type", "FPPPP", Stock::refused,
         InAnotherForm{"entry.type entry.missing", "FFPPP", kUnpackedSo}},
        {"HardLinkToTheManifest", "links-and-devices",
         [](Forgery& f) {
             append(f, special("letters/data/in/more.xml", '1', "letters/manifest.xml"));
         },
         "container.padding container.size entry.type entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted", "FPPPP", kUnpackedSo}},
        {"CharacterDevice", "links-and-devices",
         [](Forgery& f) { append(f, special("letters/data/in/null", '3')); },
         "container.padding container.size entry.type entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.type", "FPPPP", kUnpackedSo}},
        {"BlockDevice", "links-and-devices",
         [](Forgery& f) { append(f, special("letters/data/in/disk", '4')); },
         "container.padding container.size entry.type entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.type", "FPPPP", kUnpackedSo}},
        {"Queue", "links-and-devices",
         [](Forgery& f) { append(f, special("letters/data/in/queue", '6')); },
         "container.padding container.size entry.type entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.type", "FPPPP", kUnpackedSo}},
        {"QueueInPlaceOfAFile", "links-and-devices",
         [](Forgery& f) { letter_of(f) = special("letters/data/in/letter.txt", '6'); },
         "container.header container.padding container.size entry.type payload.digest", "FFPPI",
         Stock::refused, InAnotherForm{"entry.type entry.missing", "FFPPP", kUnpackedSo}},
        {"DirectoryOfItsOwn", "empty-directory",
         [](Forgery& f) { append(f, special("letters/data/old/", '5')); },
         "container.padding container.size entry.type entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.empty-directory", "FPPPP", kUnpackedSo}},
        {"DirectoryInFront", "hidden-bytes",
         [](Forgery& f) { f.entries.insert(f.entries.begin(), special("letters/", '5')); },
         "package.unrecognised", "IIIII", Stock::refused, InAnotherForm{"", "PPPPP", kNoHeaders},
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"ContiguousFile", "links-and-devices",
         [](Forgery& f) { patch_header(letter_of(f), kType, "7"); }, "container.header entry.type",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"FileOfAnOldTar", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), kType, std::string_view("\0", 1)); },
         "container.header", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"SparseFileOfGnu", "links-and-devices",
         [](Forgery& f) { patch_header(letter_of(f), kType, "S"); }, "container.header entry.type",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"SparseFileOfPax", "links-and-devices",
         [](Forgery& f) {
             put_before(letter_of(f), extended_header('x', pax_record("GNU.sparse.major", "1") +
                                                               pax_record("GNU.sparse.minor", "0") +
                                                               pax_record("GNU.sparse.realsize",
                                                                          "1099511627776")));
         },
         "container.header container.padding container.size payload.digest", "FFPPI",
         Stock::refused, InAnotherForm{"payload.size", "PFPPP", kUnpackedSo}},
        {"VolumeLabel", "hidden-bytes", [](Forgery& f) { append(f, special("letters", 'V')); },
         "container.padding container.size entry.type entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"RestOfAnotherVolume", "links-and-devices",
         [](Forgery& f) { patch_header(letter_of(f), kType, "M"); }, "container.header entry.type",
         "FPPPP", Stock::refused, InAnotherForm{"entry.missing", "FFPPP", kUnpackedSo}},
        {"TypeThatNobodyKnows", "links-and-devices",
         [](Forgery& f) { append(f, special("letters/data/in/z", 'Z')); },
         "container.padding container.size entry.type entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted", "FPPPP", kUnpackedSo}},
        // ---- what is said of a file twice
        {"LongNameOfGnu", "two-readings-of-the-tar",
         [](Forgery& f) {
             put_before(letter_of(f),
                        extended_header('L', std::string("letters/data/in/other.txt\0", 26),
                                        "././@LongLink"));
         },
         "container.header container.padding container.size entry.type entry.unlisted "
         "payload.digest",
         "FFPPI", Stock::refused,
         InAnotherForm{"entry.unlisted entry.missing", "FFPPP", kUnpackedSo}},
        {"LongLinkOfGnu", "two-readings-of-the-tar",
         [](Forgery& f) {
             put_before(letter_of(f),
                        extended_header('K', std::string("/etc/passwd\0", 12), "././@LongLink"));
         },
         "container.header container.padding container.size entry.type entry.unlisted "
         "payload.digest",
         "FFPPI", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"GlobalHeaderWithAPath", "two-readings-of-the-tar",
         [](Forgery& f) {
             put_before(letter_of(f),
                        extended_header('g', pax_record("path", "letters/data/in/other.txt")));
         },
         "container.header container.padding container.size entry.type entry.unlisted "
         "payload.digest",
         "FFPPI", Stock::refused,
         InAnotherForm{"entry.unlisted entry.missing", "FFPPI", kUnpackedSo}},
        {"GlobalHeaderInFront", "two-readings-of-the-tar",
         [](Forgery& f) {
             put_before(f.entries.front(), extended_header('g', pax_record("comment", "x")));
         },
         "package.unrecognised", "IIIII", Stock::blind_to_form,
         InAnotherForm{"", "PPPPP", kNoHeaders},
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"GlobalHeaderBehindTheEnd", "two-readings-of-the-tar",
         [](Forgery& f) { f.end += extended_header('g', pax_record("comment", "x")); },
         "container.size", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"ExtendedPathThatLeavesTheDirectory", "path-escape",
         [](Forgery& f) {
             put_before(letter_of(f),
                        extended_header('x', pax_record("path", "../../../etc/cron.d/job")));
         },
         "container.header container.padding container.size entry.unlisted entry.missing "
         "payload.digest",
         "FFPPI", Stock::refused, InAnotherForm{"entry.missing", "FFPPP", kUnpackedSo}},
        {"ExtendedPathThatIsAbsolute", "path-escape",
         [](Forgery& f) {
             put_before(letter_of(f), extended_header('x', pax_record("path", "/etc/cron.d/job")));
         },
         "container.header container.padding container.size entry.unlisted entry.missing "
         "payload.digest",
         "FFPPI", Stock::refused, InAnotherForm{"entry.missing", "FFPPP", kUnpackedSo}},
        {"ExtendedSize", "two-readings-of-the-tar",
         [](Forgery& f) {
             put_before(letter_of(f), extended_header('x', pax_record("size", "5")));
         },
         "container.header container.padding container.size payload.digest", "FFPPI",
         Stock::refused, InAnotherForm{"payload.size", "PFPPP", kUnpackedSo}},
        {"ExtendedHeaderThatSaysTheSame", "two-readings-of-the-tar",
         [](Forgery& f) {
             put_before(letter_of(f),
                        extended_header('x', pax_record("path", "letters/data/in/letter.txt")));
         },
         "container.header container.padding container.size payload.digest", "FFPPI",
         Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"ExtendedHeaderOfAVendor", "hidden-bytes",
         [](Forgery& f) {
             put_before(letter_of(f), extended_header('x', pax_record("EXAMPLE.note", "words")));
         },
         "container.header container.padding container.size payload.digest", "FFPPI",
         Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"ExtendedHeaderOfSun", "two-readings-of-the-tar",
         [](Forgery& f) {
             put_before(letter_of(f),
                        extended_header('X', pax_record("path", "letters/data/in/other.txt")));
         },
         "container.header container.padding container.size entry.type entry.unlisted "
         "payload.digest",
         "FFPPI", Stock::refused,
         InAnotherForm{"entry.unlisted entry.missing", "FFPPP", kUnpackedSo}},
        {"TwoExtendedPaths", "two-readings-of-the-tar",
         [](Forgery& f) {
             TarEntry& entry = f.entry("data/in/Příloha č. 1.txt");
             put_before(entry, extended_header('x', pax_record("path", "letters/data/in/first")));
         },
         "container.header container.padding container.size payload.digest", "FFPPI",
         Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"TwoPathsInOneExtendedHeader", "two-readings-of-the-tar",
         [](Forgery& f) {
             TarEntry& entry = f.entry("data/in/Příloha č. 1.txt");
             entry.header = extended_header('x', pax_record("path", "letters/data/in/first") +
                                                     pax_record("path", entry.name)) +
                            header_of(entry).substr(1024);
         },
         "container.header", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"ExtendedRecordOfAWrongLength", "two-readings-of-the-tar",
         [](Forgery& f) {
             TarEntry& entry = f.entry("data/in/Příloha č. 1.txt");
             entry.header = header_of(entry);
             entry.header[512] = '9';
         },
         "container.header", "FPPPP", Stock::refused, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"NameSplitIntoItsPrefix", "two-readings-of-the-tar",
         [](Forgery& f) {
             patch_header_only(letter_of(f), 0, std::string(100, '\0'));
             patch_header_only(letter_of(f), 0, "in/letter.txt");
             patch_header(letter_of(f), kPrefix, "letters/data");
         },
         "container.header entry.unlisted entry.missing", "FPPPP", Stock::blind_to_form,
         InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"NameThatEndsInASlash", "two-readings-of-the-tar",
         [](Forgery& f) { patch_header(letter_of(f), 0, "letters/data/in/letter.txt/"); },
         "container.header entry.unlisted entry.missing", "FPPPP", Stock::refused,
         InAnotherForm{"entry.empty-directory entry.missing", "FFPPP", kUnpackedSo}},
        {"NameWithBytesBehindItsEnd", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), 60, "hidden words"); }, "container.header",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"SizeWithoutALeadingZero", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), kSize, "         44"); }, "container.header",
         "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"SizeThatIsNegative", "two-readings-of-the-tar",
         [](Forgery& f) { patch_header(letter_of(f), kSize, std::string(12, '\xFF')); },
         "container.header", "FPPPP", Stock::refused,
         InAnotherForm{"entry.missing", "FFPPP", kUnpackedSo}},
        {"MagicOfGnu", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), kMagic, std::string_view("ustar  \0", 8)); },
         "container.header", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"MagicOfNone", "hidden-bytes",
         [](Forgery& f) { patch_header(letter_of(f), kMagic, std::string(8, '\0')); },
         "container.header", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        // ---- where it ends and begins
        {"EndInItsMiddle", "two-readings-of-the-tar",
         [](Forgery& f) { put_before(letter_of(f), std::string(1024, '\0')); },
         "container.header container.padding container.size entry.missing payload.digest", "FFPPI",
         Stock::refused, InAnotherForm{"entry.missing", "FFPPI", kUnpackedSo}},
        {"ZeroBlockInItsMiddle", "two-readings-of-the-tar",
         [](Forgery& f) { put_before(letter_of(f), std::string(512, '\0')); },
         "container.header container.padding container.size entry.missing payload.digest", "FFPPI",
         Stock::refused, InAnotherForm{"entry.missing", "FFPPI", kUnpackedSo}},
        {"EndOfThreeBlocks", "hidden-bytes", [](Forgery& f) { f.end += std::string(512, '\0'); },
         "container.size", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"EndWithoutItsLastByte", "file-cut-off", [](Forgery& f) { f.end.pop_back(); },
         "container.size", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"ByteInFront", "not-a-package", [](Forgery& f) { put_before(f.entries.front(), "x"); },
         "package.unrecognised", "IIIII", Stock::refused, InAnotherForm{"", "", kUnpackedSo},
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"ScriptInFront", "not-a-package",
         [](Forgery& f) {
             std::string script = "#!/bin/sh\nexit 0\n";
             script.resize(512, '\n');
             put_before(f.entries.front(), script);
         },
         "package.unrecognised", "IIIII", Stock::refused, InAnotherForm{"", "PPPPP", kNoHeaders},
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"DirectoryOfAZipBehindTheEnd", "two-readings-of-the-tar",
         [](Forgery& f) { f.end += std::string("PK\5\6", 4) + std::string(18, '\0'); },
         "container.size", "FPPPP", Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"Zip", "not-a-package",
         [](Forgery& f) {
             f.entries.clear();
             f.end = std::string("PK\3\4", 4) + std::string(600, 'x');
         },
         "package.unrecognised", "IIIII", Stock::refused, InAnotherForm{"", "", kUnpackedSo},
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"CompressedTar", "bomb",
         [](Forgery& f) {
             f.entries.clear();
             f.end = std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + std::string(600, '\x55');
         },
         "package.unrecognised", "IIIII", Stock::refused, InAnotherForm{"", "", kUnpackedSo},
         InAnotherForm{"bundle.form manifest.missing custody.unreadable", "FFIII", kWholeOnly}},
        {"EntriesWithoutEnd", "endless-data",
         [](Forgery& f) {
             for (int i = 0; i < 1500; ++i) append(f, {.name = "letters/" + std::to_string(i)});
         },
         "container.padding container.size entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted", "FPPPP", kUnpackedSo}},
    };
    return flaws;
}

}  // namespace solander::test
