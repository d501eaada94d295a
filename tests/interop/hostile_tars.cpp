// SPDX-License-Identifier: Apache-2.0
#include "interop/hostile_tars.h"

#include <ostream>

#include "package/canonical_tar.h"

namespace solander::test {

namespace {

std::string header(std::string_view name, std::size_t size) {
    return package::tar_header(name, size, *Timestamp::parse(kCreated));
}

/// A header with other bytes at a place, and its checksum right again.
std::string patched(std::string block, std::size_t offset, std::string_view bytes) {
    block.replace(offset, bytes.size(), bytes);
    return with_checksum(block);
}

/// An entry of another type than a regular file.
TarEntry special(char type, std::string name, std::string data = {}, std::string_view link = {}) {
    std::string block = header(name, data.size());
    block = patched(block, 156, std::string_view(&type, 1));
    return {std::move(name), std::move(data), patched(block, 157, link)};
}

/// `12 size=1024` and a line feed, or the like.
std::string record(std::string_view key, std::string_view value) {
    const std::string rest = " " + std::string(key) + "=" + std::string(value) + "\n";
    const auto digits = std::to_string(rest.size()).size();
    // One digit more where the digits themselves bring about another.
    const auto more = std::to_string(rest.size() + digits).size() - digits;
    return std::to_string(rest.size() + digits + more) + rest;
}

TarEntry extended(char type, std::string records) {
    return special(type, "././@PaxHeader", std::move(records));
}

TarEntry forged(std::string name = std::string(kLetter)) {
    return {std::move(name), std::string(kForged)};
}

TarEntry& letter(Forgery& forgery) {
    return forgery.entry("data/in/letter.txt");
}

std::string letter_header(Forgery& forgery) {
    return header(letter(forgery).name, letter(forgery).data.size());
}

std::size_t index_of_letter(Forgery& forgery) {
    return static_cast<std::size_t>(&letter(forgery) - forgery.entries.data());
}

void add(Forgery& forgery, TarEntry entry) {
    forgery.entries.push_back(std::move(entry));
}

void put_in_front_of_letter(Forgery& forgery, TarEntry entry) {
    const auto at = static_cast<std::ptrdiff_t>(index_of_letter(forgery));
    forgery.entries.insert(forgery.entries.begin() + at, std::move(entry));
}

}  // namespace

void PrintTo(const HostileTar& tar, std::ostream* out) {
    *out << tar.name;
}

const std::vector<HostileTar>& hostile_tars() {
    static const std::vector<HostileTar> list{
        {"Untouched", [](Forgery&) {}, "signed", "signed", "signed", ""},
        // ---- one name, two letters
        {"NameTwice", [](Forgery& f) { add(f, forged()); }, "forged names", "forged names",
         "forged names", "container.padding container.size entry.duplicate"},
        {"NameWithADotInFront", [](Forgery& f) { add(f, forged("./" + std::string(kLetter))); },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.unlisted"},
        {"NameWithTwoSlashes", [](Forgery& f) { add(f, forged("letters//data/in/letter.txt")); },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.unlisted"},
        {"NameWithADotInside", [](Forgery& f) { add(f, forged("letters/./data/in/letter.txt")); },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.unlisted"},
        {"NameThatGoesUp", [](Forgery& f) { add(f, forged("letters/data/x/../in/letter.txt")); },
         "signed names !", "signed names !", "forged names",
         "container.padding container.size entry.unlisted"},
        {"NameFromTheRoot", [](Forgery& f) { add(f, forged("/" + std::string(kLetter))); },
         "forged names", "forged names", "signed names",
         "container.padding container.size entry.unlisted"},
        {"NameWithASlashBehind", [](Forgery& f) { add(f, forged(std::string(kLetter) + "/")); },
         "none names !", "none names", "forged names",
         "container.padding container.size entry.unlisted"},
        {"NameInTwoParts",
         [](Forgery& f) {
             TarEntry entry = forged("letter.txt");
             entry.header = patched(header(entry.name, entry.data.size()), 345, "letters/data/in");
             add(f, entry);
         },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.unlisted"},
        {"PathOfAnExtendedHeader",
         [](Forgery& f) {
             add(f, extended('x', record("path", kLetter)));
             add(f, forged("letters/data/in/harmless.txt"));
         },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.duplicate"},
        {"PathTwiceInAnExtendedHeader",
         [](Forgery& f) {
             add(f, extended('x', record("path", "letters/data/in/harmless.txt") +
                                      record("path", kLetter)));
             add(f, forged("letters/data/in/harmless.txt"));
         },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.duplicate"},
        {"TwoExtendedHeaders",
         [](Forgery& f) {
             add(f, extended('x', record("path", kLetter)));
             add(f, extended('x', record("comment", "the first still counts?")));
             add(f, forged("letters/data/in/harmless.txt"));
         },
         "signed names", "signed names !", "forged names",
         "container.padding container.size entry.unlisted"},
        {"PathOfAGlobalHeader",
         [](Forgery& f) {
             add(f, extended('g', record("path", kLetter)));
             add(f, forged("letters/data/in/harmless.txt"));
         },
         "forged names", "signed names", "forged names",
         "container.padding container.size entry.type entry.unlisted"},
        {"LongNameOfGnu",
         [](Forgery& f) {
             add(f, special('L', "././@LongLink", std::string(kLetter) + '\0'));
             add(f, forged("letters/data/in/harmless.txt"));
         },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.type entry.unlisted"},
        {"LongNameAndExtendedHeader",
         [](Forgery& f) {
             add(f, special('L', "././@LongLink",
                            "letters/data/in/harmless.txt" + std::string(1, '\0')));
             add(f, extended('x', record("path", kLetter)));
             add(f, forged("letters/data/in/harmless.txt"));
         },
         "forged names", "signed names", "signed names",
         "container.padding container.size entry.type entry.unlisted entry.duplicate"},
        // ---- types that count as files, or stand for them
        {"OldTypeOfAFile",
         [](Forgery& f) { add(f, special('\0', std::string(kLetter), std::string(kForged))); },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.duplicate"},
        {"ContiguousFile",
         [](Forgery& f) { add(f, special('7', std::string(kLetter), std::string(kForged))); },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.type entry.duplicate"},
        {"TypeThatNobodyKnows",
         [](Forgery& f) { add(f, special('A', std::string(kLetter), std::string(kForged))); },
         "forged names", "signed !", "forged names",
         "container.padding container.size entry.type entry.duplicate"},
        {"HardLink",
         [](Forgery& f) {
             add(f, special('1', std::string(kLetter), "", "letters/data/in/telegram.txt"));
         },
         "other names", "other names", "other names",
         "container.padding container.size entry.type entry.duplicate"},
        {"HardLinkWithBytes",
         [](Forgery& f) {
             add(f, special('1', std::string(kLetter), std::string(kForged),
                            "letters/data/in/letter.txt"));
         },
         "signed names !", "signed names !", "signed names",
         "container.padding container.size entry.type entry.duplicate"},
        {"SymbolicLink",
         [](Forgery& f) { add(f, special('2', std::string(kLetter), "", "telegram.txt")); },
         "other names", "other names", "other names",
         "container.padding container.size entry.type entry.duplicate"},
        {"SymbolicLinkInPlaceOfADirectory",
         [](Forgery& f) {
             f.entries.insert(f.entries.begin(), special('2', "letters/data", "", "../elsewhere"));
         },
         "none names !", "none names !", "none names !", "package.unrecognised"},
        {"PathOfALink",
         [](Forgery& f) {
             add(f, extended('x', record("linkpath", "letters/data/in/telegram.txt")));
             add(f, special('1', std::string(kLetter), "", "letters/data/in/letter.txt"));
         },
         "other names", "other names", "other names",
         "container.padding container.size entry.type entry.duplicate"},
        {"Directory", [](Forgery& f) { add(f, special('5', std::string(kLetter))); }, "none names",
         "none names", "signed names !",
         "container.padding container.size entry.type entry.duplicate"},
        {"Fifo", [](Forgery& f) { add(f, special('6', "letters/data/in/pipe")); }, "signed names",
         "signed names", "signed names",
         "container.padding container.size entry.type entry.unlisted"},
        {"LabelOfAVolume",
         [](Forgery& f) { add(f, special('V', std::string(kLetter), std::string(kForged))); },
         "signed names", "signed !", "forged names",
         "container.padding container.size entry.type entry.duplicate"},
        {"ContinuedFile",
         [](Forgery& f) { add(f, special('M', std::string(kLetter), std::string(kForged))); },
         "signed names !", "forged names", "forged names",
         "container.padding container.size entry.type entry.duplicate"},
        {"SparseFileOfGnu",
         [](Forgery& f) {
             // One stretch of data, and a hole of a block in front of it.
             TarEntry entry = special('S', std::string(kLetter), std::string(kForged));
             entry.header = patched(entry.header, 257, std::string_view("ustar  \0", 8));
             entry.header = patched(entry.header, 386, "00000001000");
             entry.header = patched(entry.header, 398, "00000000040");
             entry.header = patched(entry.header, 483, "00000001040");
             add(f, entry);
         },
         "other names", "other names", "other names",
         "container.padding container.size entry.type entry.duplicate"},
        {"SparseFileOfPax",
         [](Forgery& f) {
             add(f,
                 extended('x', record("GNU.sparse.major", "1") + record("GNU.sparse.minor", "0") +
                                   record("GNU.sparse.name", kLetter) +
                                   record("GNU.sparse.realsize", std::to_string(kForged.size()))));
             std::string map = "1\n0\n" + std::to_string(kForged.size()) + "\n";
             map.resize(512, '\0');
             add(f, {"letters/GNUSparseFile.0/harmless.txt", map + std::string(kForged)});
         },
         "forged names", "forged names", "forged names",
         "container.padding container.size entry.unlisted"},
        {"HeaderWithoutMagic",
         [](Forgery& f) {
             TarEntry entry = forged();
             entry.header =
                 patched(header(entry.name, entry.data.size()), 257, std::string(8, '\0'));
             add(f, entry);
         },
         "forged names", "forged names", "forged names", "container.padding container.size"},
        // ---- one letter, two sizes
        {"SizeOfAnExtendedHeader",
         [](Forgery& f) {
             // To whoever goes by the header the letter is what was signed; to others it is
             // shorter.
             put_in_front_of_letter(f, extended('x', record("size", "4")));
         },
         "other", "other", "other",
         "container.header container.padding container.size payload.digest"},
        {"LargerSizeOfAnExtendedHeader",
         [](Forgery& f) { put_in_front_of_letter(f, extended('x', record("size", "1024"))); },
         "other names !", "other names", "other names",
         "container.header container.padding container.size payload.digest"},
        {"NegativeSizeOfAnExtendedHeader",
         [](Forgery& f) { put_in_front_of_letter(f, extended('x', record("size", "-1"))); },
         "signed !", "none names !", "other names",
         "container.header container.padding container.size payload.digest"},
        {"SizeOfAGlobalHeader",
         [](Forgery& f) { put_in_front_of_letter(f, extended('g', record("size", "4"))); },
         "other !", "signed", "other",
         "container.header container.padding container.size entry.type entry.unlisted "
         "payload.digest"},
        {"RecordsThatAreNone",
         [](Forgery& f) {
             put_in_front_of_letter(f, extended('x', "99999 path=letters/data/in/other.txt\n"));
         },
         "signed !", "signed !", "none names !",
         "container.header container.padding container.size payload.digest"},
        {"SizeWithBlanks",
         [](Forgery& f) { letter(f).header = patched(letter_header(f), 124, "         44 "); },
         "signed", "signed", "signed", "container.header"},
        {"SizeInBase256",
         [](Forgery& f) {
             std::string size(12, '\0');
             size[0] = '\x80';
             size[11] = static_cast<char>(letter(f).data.size());
             letter(f).header = patched(letter_header(f), 124, size);
         },
         "signed", "signed", "signed", "container.header"},
        {"NegativeSizeInBase256",
         [](Forgery& f) {
             letter(f).header = patched(letter_header(f), 124, std::string(12, '\xFF'));
         },
         "none names !", "none names !", "other names", "container.header"},
        // ---- the same letter in another header
        {"TimeBeforeTheEpoch",
         [](Forgery& f) {
             letter(f).header = patched(letter_header(f), 136, std::string(12, '\xFF'));
         },
         "signed", "signed", "signed", "container.header"},
        {"ChecksumOfSignedBytes",
         [](Forgery& f) {
             std::string block = patched(letter_header(f), 265, "J\xF6rg");
             unsigned sum = 0;
             for (std::size_t i = 0; i < block.size(); ++i)
                 sum += i >= 148 && i < 156
                            ? 0x20U
                            : static_cast<unsigned>(static_cast<signed char>(block[i]));
             std::string digits(6, '0');
             for (std::size_t i = 6; i-- > 0; sum /= 8)
                 digits[i] = static_cast<char>('0' + sum % 8);
             letter(f).header = block.replace(148, 6, digits);
         },
         "signed", "signed", "signed", "container.header"},
        {"ChecksumWithBlanks",
         [](Forgery& f) {
             std::string block = letter_header(f);
             block.replace(148, 8, " " + block.substr(149, 5) + std::string(" \0", 2));
             letter(f).header = block;
         },
         "signed", "signed", "signed", "container.header"},
        {"WrongChecksum", [](Forgery& f) { (letter(f).header = letter_header(f))[150] ^= 1; },
         "none names !", "none names", "none names", "container.header"},
        {"GlobalHeaderThatSaysNothing",
         [](Forgery& f) {
             f.entries.insert(f.entries.begin(), extended('g', record("comment", "hello")));
         },
         "signed", "signed", "signed", "package.unrecognised"},
        {"CharacterSetOfAnExtendedHeader",
         [](Forgery& f) {
             put_in_front_of_letter(f, extended('x', record("hdrcharset", "BINARY")));
         },
         "signed", "signed", "signed",
         "container.header container.padding container.size payload.digest"},
        // ---- around them
        {"BlockOfZerosInFront",
         [](Forgery& f) {
             f.entries.front().header =
                 std::string(512, '\0') +
                 header(f.entries.front().name, f.entries.front().data.size());
         },
         "none names", "none names", "none names", "package.unrecognised"},
        {"BytesInFront",
         [](Forgery& f) {
             f.entries.front().header =
                 std::string(512, 'x') +
                 header(f.entries.front().name, f.entries.front().data.size());
         },
         "signed !", "none names !", "none names !", "package.unrecognised"},
        {"BytesBehindTheEnd", [](Forgery& f) { f.end += "hidden words"; }, "signed", "signed",
         "signed", "container.size"},
        {"EntryBehindTheEnd",
         [](Forgery& f) {
             f.end += header(kLetter, kForged.size()) + std::string(kForged);
             f.end.resize(package::padded(f.end.size()) + 1024, '\0');
         },
         "signed", "signed", "signed", "container.size"},
        {"EntryBehindOneBlockOfZeros",
         [](Forgery& f) {
             std::string hidden = header(kLetter, kForged.size()) + std::string(kForged);
             hidden.resize(package::padded(hidden.size()), '\0');
             f.end = std::string(512, '\0') + hidden + f.end;
         },
         "signed", "signed", "signed", "container.padding container.size"},
        {"OneBlockAtTheEnd", [](Forgery& f) { f.end.resize(512); }, "signed", "signed", "signed",
         "container.size"},
        {"NoEnd", [](Forgery& f) { f.end.clear(); }, "signed", "signed", "signed",
         "container.size"},
        {"CutInTheLastFile",
         [](Forgery& f) {
             f.entries.back().header = header(f.entries.back().name, f.entries.back().data.size());
             f.entries.back().data.resize(512);
             f.end.clear();
         },
         "signed !", "signed !", "signed !", "container.size payload.size"},
    };
    return list;
}

}  // namespace solander::test
