// SPDX-License-Identifier: Apache-2.0
// Hostile archives as GNU tar, bsdtar and Python read them, and as we judge them. The letter that
// somebody without solander would find on their disk is in many of them not the letter that was
// signed: then the package must not pass, whatever else is said of it.
#include "interop/hostile_tars.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "spec/flaw.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Forgery;
using test::HostileTar;
using test::run_program;

/// As HostileTar has it.
std::string told(const fs::path& root, std::string_view names, bool complained) {
    std::string text = "none";
    std::error_code failed;
    const fs::path path = root / test::kLetter;
    if (fs::is_regular_file(path, failed)) {
        const std::string bytes = test::read_file(path);
        text = bytes == test::kForged ? "forged" : bytes == test::kSigned ? "signed" : "other";
    }
    static const std::string kNames =
        "letters/bagit.txt\nletters/manifest.xml\nletters/manifest.xml." +
        test::fixture_key("archivist").public_key().label() +
        ".sig\nletters/manifest-sha256.txt\nletters/tagmanifest-sha256.txt\n"
        "letters/bag-info.txt\nletters/data/in/P\u0159\u00EDloha \u010D. 1.txt\n"
        "letters/data/in/letter.txt\nletters/data/in/telegram.txt\n";
    if (names != kNames) text += " names";
    return complained ? text + " !" : text;
}

/// All hostile archives, made once, each in a directory of its own where programs may unpack it.
class HostileArchives : public testing::Test {
protected:
    struct Made {
        const HostileTar* tar;
        fs::path path;
        fs::path root;
    };

    HostileArchives() {
        for (const HostileTar& tar : test::hostile_tars()) {
            Forgery forgery;
            tar.make(forgery);
            archives_.push_back(
                {&tar, scratch_ / tar.name / "letters.tar", scratch_ / tar.name / "root"});
            test::write_file(archives_.back().path, forgery.tar());
            fs::create_directories(archives_.back().root);
        }
    }

    void expect_from_program(const std::string& program, std::string HostileTar::*expected) const {
        const std::map<std::string, std::string> utf8{{"LC_ALL", "C.UTF-8"}};
        for (const auto& [tar, path, root] : archives_) {
            const auto listed = run_program({program, "-tf", path.string()}, {.environment = utf8});
            const auto done = run_program({program, "-xf", path.string(), "-C", root.string()},
                                          {.environment = utf8});
            EXPECT_EQ(told(root, listed.out, done.status != 0), tar->*expected) << tar->name;
        }
    }

    const test::Scratch scratch_;
    std::vector<Made> archives_;
};

TEST_F(HostileArchives, AreReadByGnuTarAsListed) {
    SOLANDER_NEEDS("tar");
    expect_from_program("tar", &HostileTar::gnu);
}

TEST_F(HostileArchives, AreReadByBsdtarAsListed) {
    SOLANDER_NEEDS("bsdtar");
    expect_from_program("bsdtar", &HostileTar::bsd);
}

/// Extraction by hand, which nothing can lead out of the directory; of two entries of one name the
/// last one stays, as with extractall(). Beside each directory are the names that were seen.
constexpr const char* kExtract = R"(
import os, sys, tarfile

def unpack(tar, root, names):
    for entry in tar:
        names.append(entry.name)
        path = os.path.normpath(os.path.join(root, entry.name))
        if not path.startswith(root + '/'): continue
        if entry.isdir():
            os.makedirs(path, exist_ok=True)
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if os.path.lexists(path) and not os.path.isdir(path): os.remove(path)
        if entry.issym() or entry.islnk():
            tar.makelink(entry, path)
            continue
        file = tar.extractfile(entry)
        if file: open(path, 'wb').write(file.read())

for path, root in zip(sys.argv[1::2], sys.argv[2::2]):
    names, wrong = [], ''
    try:
        with tarfile.open(path) as tar: unpack(tar, root, names)
    except Exception:
        wrong = '!'
    with open(root + '.names', 'w', encoding='utf-8', errors='surrogateescape') as out:
        out.write(wrong + ''.join(name + '\n' for name in names))
)";

TEST_F(HostileArchives, AreReadByPythonAsListed) {
    SOLANDER_NEEDS("python3");
    std::vector<std::string> command{"python3", "-X", "utf8", "-c", kExtract};
    for (const Made& made : archives_) {
        command.push_back(made.path.string());
        command.push_back(made.root.string());
    }
    const auto done = run_program(command);
    ASSERT_EQ(done.status, 0) << done.err;
    for (const auto& [tar, path, root] : archives_) {
        std::string names = test::read_file(root.string() + ".names");
        const bool complained = names.starts_with('!');
        EXPECT_EQ(told(root, names.substr(complained ? 1 : 0), complained), tar->python)
            << tar->name;
    }
}

TEST(HostileArchive, NeverPasses) {
    for (const HostileTar& tar : test::hostile_tars()) {
        Forgery forgery;
        tar.make(forgery);
        const Report report = forgery.verify();
        EXPECT_EQ(test::distinct_codes(report), tar.codes) << tar.name << "\n"
                                                           << test::told(report);
        EXPECT_EQ(report.passed(), tar.name == "Untouched") << tar.name;
        EXPECT_EQ(forgery.verify_pipe().passed(), report.passed()) << tar.name;
    }
}

/// What the lists above are for: here is no archive that is read in two ways and passes.
TEST(HostileArchive, IsOftenNotWhatWasSigned) {
    std::size_t differing = 0;
    for (const HostileTar& tar : test::hostile_tars()) {
        const bool is_otherwise = !tar.gnu.starts_with("signed") ||
                                  !tar.bsd.starts_with("signed") ||
                                  !tar.python.starts_with("signed");
        EXPECT_FALSE(is_otherwise && tar.codes.empty()) << tar.name;
        differing += is_otherwise ? 1U : 0U;
    }
    EXPECT_GT(differing, 25U);
}

}  // namespace
}  // namespace solander
