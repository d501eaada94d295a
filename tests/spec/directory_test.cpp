// SPDX-License-Identifier: Apache-2.0
// The same for a package that was unpacked: what can happen to a directory.
#include <sys/stat.h>

#include "flaw.h"
#include "support/faulty_files.h"
#include "support/process.h"

namespace solander::test {

namespace fs = std::filesystem;

const std::vector<DirectoryFlaw>& directory_flaws() {
    static const std::vector<DirectoryFlaw> flaws{
        {"None", [](const fs::path&) {}, "", "PPPPP"},
        {"Renamed", [](const fs::path& bag) { fs::create_directory(bag / "data/in"); }, "",
         "PPPPP"},
        {"FileMore", [](const fs::path& bag) { write_file(bag / "data/in/more.txt", "x"); },
         "entry.unlisted", "FPPPP"},
        {"FileMoreAtTheTop", [](const fs::path& bag) { write_file(bag / "readme.txt", "x"); },
         "entry.unlisted", "FPPPP"},
        {"NinetyFilesMoreInFrontOfTheManifest",
         [](const fs::path& bag) {
             for (int i = 0; i < 90; ++i) write_file(bag / ("a" + std::to_string(i)), "x");
         },
         "entry.unlisted", "FPPPP"},
        {"Litter", [](const fs::path& bag) { write_file(bag / "data/.DS_Store", "x"); },
         "entry.unlisted", "FPPPP"},
        {"FileLess", [](const fs::path& bag) { fs::remove(bag / "data/in/letter.txt"); },
         "entry.missing", "FFPPP"},
        {"TagFileLess", [](const fs::path& bag) { fs::remove(bag / "bag-info.txt"); },
         "entry.missing", "FFPPP"},
        {"SignatureLess",
         [](const fs::path& bag) {
             fs::remove(bag / Forgery::signature_of("manifest.xml", "archivist"));
         },
         "entry.missing signature.missing custody.seal-signatures", "FPFFP"},
        {"SignatureMore",
         [](const fs::path& bag) {
             fs::copy_file(bag / Forgery::signature_of("manifest.xml", "archivist"),
                           bag / Forgery::signature_of("manifest.xml", "registrar"));
         },
         "entry.unlisted signature.undeclared custody.seal-signatures", "FPFFP"},
        {"FileLonger",
         [](const fs::path& bag) { fs::resize_file(bag / "data/in/letter.txt", 5000); },
         "payload.size", "PFPPP"},
        {"FileShorter", [](const fs::path& bag) { fs::resize_file(bag / "data/in/letter.txt", 5); },
         "payload.size", "PFPPP"},
        {"FileEmptied", [](const fs::path& bag) { fs::resize_file(bag / "data/in/letter.txt", 0); },
         "payload.size", "PFPPP"},
        {"ByteOfAFile",
         [](const fs::path& bag) {
             std::string text = read_file(bag / "data/in/letter.txt");
             text[0] = 'd';
             write_file(bag / "data/in/letter.txt", text);
         },
         "payload.digest", "PFPPP"},
        {"EmptyDirectory", [](const fs::path& bag) { fs::create_directory(bag / "data/photos"); },
         "entry.empty-directory", "FPPPP"},
        {"LinkToTheFileItself",
         [](const fs::path& bag) {
             fs::rename(bag / "data/in/letter.txt", bag.parent_path() / "letter.txt");
             fs::create_symlink(bag.parent_path() / "letter.txt", bag / "data/in/letter.txt");
         },
         "entry.type entry.missing", "FFPPP"},
        {"LinkToTheDirectoryItself",
         [](const fs::path& bag) {
             fs::rename(bag / "data/in", bag.parent_path() / "in");
             fs::create_directory_symlink(bag.parent_path() / "in", bag / "data/in");
         },
         "entry.type entry.missing", "FFPPI"},
        {"LinkedManifest",
         [](const fs::path& bag) {
             fs::rename(bag / "manifest.xml", bag.parent_path() / "manifest.xml");
             fs::create_symlink(bag.parent_path() / "manifest.xml", bag / "manifest.xml");
         },
         "manifest.missing", "IFIII"},
        {"QueueInPlaceOfAFile",
         [](const fs::path& bag) {
             fs::remove(bag / "data/in/letter.txt");
             ::mkfifo((bag / "data/in/letter.txt").c_str(), 0600);
         },
         "entry.type entry.missing", "FFPPP"},
        {"QueueMore", [](const fs::path& bag) { ::mkfifo((bag / "data/in/q").c_str(), 0600); },
         "entry.type", "FPPPP"},
        {"DirectoryInPlaceOfAFile",
         [](const fs::path& bag) {
             fs::remove(bag / "data/in/letter.txt");
             fs::create_directory(bag / "data/in/letter.txt");
         },
         "entry.empty-directory entry.missing", "FFPPP"},
        {"DirectoriesDeeperThanAnyPackage",
         [](const fs::path& bag) {
             fs::path deep = bag / "data";
             for (int i = 0; i < 140; ++i) deep /= "d";
             fs::create_directories(deep);
         },
         "limit.exceeded", "IPPPP"},
        {"DirectoriesTooDeepBesideAByte",
         [](const fs::path& bag) {
             fs::path deep = bag / "data";
             for (int i = 0; i < 140; ++i) deep /= "d";
             fs::create_directories(deep);
             fs::resize_file(bag / "data/in/letter.txt", 5);
         },
         "limit.exceeded payload.size", "IFPPP"},
        {"SignaturesMoreThanAnyPackage",
         [](const fs::path& bag) {
             for (int i = 0; i < 90; ++i) write_file(bag / ("a" + std::to_string(i) + ".sig"), "x");
         },
         "entry.unlisted signature.malformed signature.missing signature.undeclared "
         "custody.seal-signatures",
         "FPFFP"},
        {"SignatureTooLarge",
         [](const fs::path& bag) {
             fs::resize_file(bag / Forgery::signature_of("manifest.xml", "archivist"), 200'000);
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"FileInPlaceOfTheData",
         [](const fs::path& bag) {
             fs::remove_all(bag / "data");
             write_file(bag / "data", "x");
         },
         "entry.unlisted entry.missing", "FFPPI"},
    };
    return flaws;
}

namespace {

/// Unpacks with a program that we did not write.
fs::path unpack(Forgery& forgery) {
    forgery.write();
    const auto into = forgery.scratch() / "unpacked";
    fs::create_directories(into);
    const auto done = run_program({"tar", "-xf", forgery.package().string(), "-C", into.string()});
    if (done.status != 0) throw std::runtime_error(done.err);
    return into / "letters";
}

class TamperedDirectory : public testing::TestWithParam<DirectoryFlaw> {};

TEST_P(TamperedDirectory, IsToldAsWhatItIs) {
    SOLANDER_NEEDS("tar");
    Forgery forgery;
    const auto directory = unpack(forgery);
    GetParam().make(directory);
    const Report report = forgery.verify_directory(directory);
    EXPECT_EQ(distinct_codes(report), GetParam().codes) << told(report);
    EXPECT_EQ(layer_letters(report), GetParam().layers) << told(report);
}

INSTANTIATE_TEST_SUITE_P(Spec, TamperedDirectory, testing::ValuesIn(directory_flaws()),
                         [](const auto& tested) { return tested.param.name; });

/// What root can read is unreadable only when the file system fails.
TEST(Unreadable, IsNeverAPassAndNeverCalledBroken) {
    SOLANDER_NEEDS("tar");
    Forgery forgery;
    const auto directory = unpack(forgery);
    std::string codes;
    for (int failing = 0;; ++failing) {
        Fault fault;
        fault.failing = failing;
        const auto files = faulty_file_system(fault);
        const World world;
        const Environment environment{.files = *files, .clock = world.clock};
        const auto report = verify_package(
            directory,
            {.trust = forgery.scratch() / "trust", .custody = forgery.custody_directory()},
            environment);
        if (fault.operations.load() <= failing) {
            ASSERT_TRUE(report.has_value());
            EXPECT_EQ(report->verdict, Verdict::passed);
            break;
        }
        if (report) {
            EXPECT_EQ(report->verdict, Verdict::indeterminate) << "operation " << failing << "\n"
                                                               << told(*report);
            codes += distinct_codes(*report) + " ";
        }
    }
    EXPECT_NE(codes.find("payload.unreadable"), std::string::npos);
    EXPECT_NE(codes.find("custody.unreadable"), std::string::npos);
}

}  // namespace
}  // namespace solander::test
