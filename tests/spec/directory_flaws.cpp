// SPDX-License-Identifier: Apache-2.0
// What can happen to a package that was unpacked.
#include <sys/stat.h>

#include "matrix.h"

namespace solander::test {

namespace fs = std::filesystem;

const std::vector<DirectoryFlaw>& directory_flaws() {
    static const std::vector<DirectoryFlaw> flaws{
        {"None", "honest", [](const fs::path&) {}, "", "PPPPP"},
        {"Renamed", "honest", [](const fs::path& bag) { fs::create_directory(bag / "data/in"); },
         "", "PPPPP"},
        {"FileMore", "file-added",
         [](const fs::path& bag) { write_file(bag / "data/in/more.txt", "x"); }, "entry.unlisted",
         "FPPPP"},
        {"FileMoreAtTheTop", "file-added",
         [](const fs::path& bag) { write_file(bag / "readme.txt", "x"); }, "entry.unlisted",
         "FPPPP"},
        {"NinetyFilesMoreInFrontOfTheManifest", "file-added",
         [](const fs::path& bag) {
             for (int i = 0; i < 90; ++i) write_file(bag / ("a" + std::to_string(i)), "x");
         },
         "entry.unlisted", "FPPPP"},
        {"Litter", "file-added",
         [](const fs::path& bag) { write_file(bag / "data/.DS_Store", "x"); }, "entry.unlisted",
         "FPPPP"},
        {"FileLess", "file-cut-off",
         [](const fs::path& bag) { fs::remove(bag / "data/in/letter.txt"); }, "entry.missing",
         "FFPPP"},
        {"TagFileLess", "file-cut-off",
         [](const fs::path& bag) { fs::remove(bag / "bag-info.txt"); }, "entry.missing", "FFPPP"},
        {"SignatureLess", "signature-stripped",
         [](const fs::path& bag) {
             fs::remove(bag / Forgery::signature_of("manifest.xml", "archivist"));
         },
         "entry.missing signature.missing custody.seal-signatures", "FPFFP"},
        {"SignatureMore", "file-added",
         [](const fs::path& bag) {
             fs::copy_file(bag / Forgery::signature_of("manifest.xml", "archivist"),
                           bag / Forgery::signature_of("manifest.xml", "registrar"));
         },
         "entry.unlisted signature.undeclared custody.seal-signatures", "FPFFP"},
        {"FileLonger", "file-cut-off",
         [](const fs::path& bag) { fs::resize_file(bag / "data/in/letter.txt", 5000); },
         "payload.size", "PFPPP"},
        {"FileShorter", "file-cut-off",
         [](const fs::path& bag) { fs::resize_file(bag / "data/in/letter.txt", 5); },
         "payload.size", "PFPPP"},
        {"FileEmptied", "file-cut-off",
         [](const fs::path& bag) { fs::resize_file(bag / "data/in/letter.txt", 0); },
         "payload.size", "PFPPP"},
        {"ByteOfAFile", "payload-changed",
         [](const fs::path& bag) {
             std::string text = read_file(bag / "data/in/letter.txt");
             text[0] = 'd';
             write_file(bag / "data/in/letter.txt", text);
         },
         "payload.digest", "PFPPP"},
        {"EmptyDirectory", "empty-directory",
         [](const fs::path& bag) { fs::create_directory(bag / "data/photos"); },
         "entry.empty-directory", "FPPPP"},
        {"LinkToTheFileItself", "links-and-devices",
         [](const fs::path& bag) {
             fs::rename(bag / "data/in/letter.txt", bag.parent_path() / "letter.txt");
             fs::create_symlink(bag.parent_path() / "letter.txt", bag / "data/in/letter.txt");
         },
         "entry.type entry.missing", "FFPPP"},
        {"LinkToTheDirectoryItself", "links-and-devices",
         [](const fs::path& bag) {
             fs::rename(bag / "data/in", bag.parent_path() / "in");
             fs::create_directory_symlink(bag.parent_path() / "in", bag / "data/in");
         },
         "entry.type entry.missing", "FFPPI"},
        {"LinkedManifest", "links-and-devices",
         [](const fs::path& bag) {
             fs::rename(bag / "manifest.xml", bag.parent_path() / "manifest.xml");
             fs::create_symlink(bag.parent_path() / "manifest.xml", bag / "manifest.xml");
         },
         "manifest.missing", "IFIII"},
        {"QueueInPlaceOfAFile", "links-and-devices",
         [](const fs::path& bag) {
             fs::remove(bag / "data/in/letter.txt");
             ::mkfifo((bag / "data/in/letter.txt").c_str(), 0600);
         },
         "entry.type entry.missing", "FFPPP"},
        {"QueueMore", "links-and-devices",
         [](const fs::path& bag) { ::mkfifo((bag / "data/in/q").c_str(), 0600); }, "entry.type",
         "FPPPP"},
        {"DirectoryInPlaceOfAFile", "empty-directory",
         [](const fs::path& bag) {
             fs::remove(bag / "data/in/letter.txt");
             fs::create_directory(bag / "data/in/letter.txt");
         },
         "entry.empty-directory entry.missing", "FFPPP"},
        {"DirectoriesDeeperThanAnyPackage", "endless-data",
         [](const fs::path& bag) {
             fs::path deep = bag / "data";
             for (int i = 0; i < 140; ++i) deep /= "d";
             fs::create_directories(deep);
         },
         "limit.exceeded", "IPPPP"},
        {"DirectoriesTooDeepBesideAByte", "masked-failure",
         [](const fs::path& bag) {
             fs::path deep = bag / "data";
             for (int i = 0; i < 140; ++i) deep /= "d";
             fs::create_directories(deep);
             fs::resize_file(bag / "data/in/letter.txt", 5);
         },
         "limit.exceeded payload.size", "IFPPP"},
        {"SignaturesMoreThanAnyPackage", "endless-data",
         [](const fs::path& bag) {
             for (int i = 0; i < 90; ++i) write_file(bag / ("a" + std::to_string(i) + ".sig"), "x");
         },
         "entry.unlisted signature.malformed signature.missing signature.undeclared "
         "custody.seal-signatures",
         "FPFFP"},
        {"SignatureTooLarge", "endless-data",
         [](const fs::path& bag) {
             fs::resize_file(bag / Forgery::signature_of("manifest.xml", "archivist"), 200'000);
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"FileInPlaceOfTheData", "file-cut-off",
         [](const fs::path& bag) {
             fs::remove_all(bag / "data");
             write_file(bag / "data", "x");
         },
         "entry.unlisted entry.missing", "FFPPI"},
    };
    return flaws;
}

}  // namespace solander::test
