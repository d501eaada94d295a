// SPDX-License-Identifier: Apache-2.0
// A bundle read directly: the same verdict as of package and custody, and for each way in which it
// is not as one is made exactly the findings that it must give, from a file and from a pipe.
#include <csignal>
#include <fstream>
#include <future>
#include <stdexcept>

#include <sys/stat.h>

#include <solander/bundle.h>
#include <solander/read.h>

#include "flaw.h"
#include "package/canonical_tar.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Forgery;
using test::TarEntry;

/// A bundle in a forger's hands.
class ForgedBundle {
public:
    ForgedBundle() {
        forgery_.write();
        for (const auto& [name, bytes] : forgery_.custody)
            entries.push_back({.name = "letters.custody/" + name, .data = bytes});
        entries.push_back({.name = "letters.tar", .data = forgery_.tar()});
    }

    std::vector<TarEntry> entries;
    std::string end = std::string(1024, '\0');
    Timestamp time = *Timestamp::parse("2024-11-24T00:00:00Z");

    TarEntry& entry(std::string_view name) {
        for (TarEntry& one : entries)
            if (one.name == name) return one;
        throw std::runtime_error("no entry " + std::string(name));
    }
    TarEntry& seal() { return entry("letters.custody/0001-seal.xml"); }
    TarEntry& package() { return entry("letters.tar"); }
    void patch_header(TarEntry& one, std::size_t offset, std::string_view bytes) const {
        std::string header = header_of(one);
        header.replace(offset, bytes.size(), bytes);
        one.header = test::with_checksum(header);
    }
    void insert_before_package(TarEntry one) { entries.insert(entries.end() - 1, std::move(one)); }

    std::string bytes() const {
        std::string text;
        for (const TarEntry& one : entries) {
            text += one.header.empty() ? header_of(one) : one.header;
            text += one.data;
            text.append(package::padded(one.data.size()) - one.data.size(), one.filler);
        }
        return text + end;
    }

    fs::path path() const { return forgery_.scratch() / "letters.bundle.tar"; }
    const test::Scratch& scratch() const { return forgery_.scratch(); }
    /// The package and its custody, as the bundle was made of them.
    fs::path origin() const { return forgery_.package(); }
    const Environment& environment() const { return world_.environment; }

    Report verify() { return verify(bytes()); }
    Report verify(std::string_view text) {
        test::write_file(path(), text);
        return report_on(path());
    }
    Report verify_pipe() { return verify_pipe(bytes()); }
    Report verify_pipe(const std::string& text) {
        const auto fifo = forgery_.scratch() / "fifo";
        if (::mkfifo(fifo.c_str(), 0600) != 0) throw std::runtime_error("no FIFO can be made");
        ::signal(SIGPIPE, SIG_IGN);  // a verifier may have seen enough before the end
        const auto writer = std::async(
            std::launch::async, [&text, &fifo] { std::ofstream(fifo, std::ios::binary) << text; });
        Report report = report_on(fifo);
        fs::remove(fifo);
        return report;
    }

    VerifyOptions options() const { return {.trust = forgery_.scratch() / "trust"}; }

private:
    std::string header_of(const TarEntry& one) const {
        return package::tar_header(one.name, one.data.size(), time);
    }
    Report report_on(const fs::path& path) {
        auto report = verify_package(path, options(), world_.environment);
        if (!report) throw std::runtime_error(report.error().message());
        return *std::move(report);
    }

    Forgery forgery_;
    test::World world_;
};

struct BundleFlaw {
    std::string name;
    void (*make)(ForgedBundle&);
    std::string codes;
    std::string layers;
};

void PrintTo(const BundleFlaw& flaw, std::ostream* out) {
    *out << flaw.name;
}

class TamperedBundle : public testing::TestWithParam<BundleFlaw> {};

TEST_P(TamperedBundle, IsToldAsWhatItIs) {
    ForgedBundle bundle;
    GetParam().make(bundle);
    const Report report = bundle.verify();
    EXPECT_EQ(report.form, "bundle");
    EXPECT_EQ(test::distinct_codes(report), GetParam().codes) << test::told(report);
    EXPECT_EQ(test::layer_letters(report), GetParam().layers) << test::told(report);
}

TEST_P(TamperedBundle, GetsTheSameVerdictsThroughAPipe) {
    ForgedBundle bundle;
    GetParam().make(bundle);
    const Report report = bundle.verify_pipe();
    EXPECT_EQ(report.form, "bundle");
    EXPECT_EQ(test::layer_letters(report), GetParam().layers) << test::told(report);
}

/// Where something is wrong with the form, nothing is taken out; and whatever is taken out is
/// whole.
TEST_P(TamperedBundle, IsNotTakenApartIfItsFormIsWrong) {
    ForgedBundle bundle;
    GetParam().make(bundle);
    test::write_file(bundle.path(), bundle.bytes());
    const auto output = bundle.scratch() / "to";
    const auto done = unbundle({.bundle = bundle.path(), .output = output}, bundle.environment());
    const bool bad_form = GetParam().codes.find("bundle.form") != std::string::npos;
    if (bad_form) {
        ASSERT_FALSE(done.has_value());
        EXPECT_EQ(done.error().code(), ErrorCode::format) << done.error().message();
    }
    if (!done) {
        EXPECT_TRUE(!fs::exists(output) || fs::is_empty(output));
    }
}

constexpr const char* kBroken = "bundle.form manifest.missing custody.unreadable";

INSTANTIATE_TEST_SUITE_P(
    Spec, TamperedBundle,
    testing::Values(
        // ---- what does not keep it from being read
        BundleFlaw{"ModeInAHeader",
                   [](ForgedBundle& b) { b.patch_header(b.seal(), 100, "0000755"); }, "bundle.form",
                   "FPPPP"},
        BundleFlaw{"ModeOfThePackage",
                   [](ForgedBundle& b) { b.patch_header(b.package(), 100, "0000755"); },
                   "bundle.form", "FPPPP"},
        BundleFlaw{"OwnerNameInAHeader",
                   [](ForgedBundle& b) { b.patch_header(b.seal(), 265, "root"); }, "bundle.form",
                   "FPPPP"},
        BundleFlaw{"LastBytesOfAHeader",
                   [](ForgedBundle& b) { b.patch_header(b.package(), 500, "hidden words"); },
                   "bundle.form", "FPPPP"},
        BundleFlaw{"TimeInOneHeader",
                   [](ForgedBundle& b) { b.patch_header(b.package(), 136, "00000000000"); },
                   "bundle.form", "FPPPP"},
        BundleFlaw{"TimeInAllHeaders", [](ForgedBundle& b) { b.time = Timestamp(); }, "bundle.form",
                   "FPPPP"},
        BundleFlaw{"BytesBehindAnEvent", [](ForgedBundle& b) { b.seal().filler = 'x'; },
                   "bundle.form", "FPPPP"},
        BundleFlaw{"OrderOfTheCustody",
                   [](ForgedBundle& b) { std::swap(b.entries[1], b.entries[2]); }, "bundle.form",
                   "FPPPP"},
        BundleFlaw{"AnEventTwice", [](ForgedBundle& b) { b.insert_before_package(b.seal()); },
                   "bundle.form", "FPPPP"},
        BundleFlaw{"EndIsNotZero", [](ForgedBundle& b) { b.end[700] = 'x'; }, "bundle.form",
                   "FPPPP"},
        BundleFlaw{"EndIsShort", [](ForgedBundle& b) { b.end.resize(512); }, "bundle.form",
                   "FPPPP"},
        BundleFlaw{"EndIsNotThere", [](ForgedBundle& b) { b.end.clear(); }, "bundle.form", "FPPPP"},
        BundleFlaw{"BlocksBehindTheEnd", [](ForgedBundle& b) { b.end.resize(10240); },
                   "bundle.form", "FPPPP"},
        BundleFlaw{
            "AnEntryBehindThePackage",
            [](ForgedBundle& b) { b.entries.push_back({.name = "letters.custody/0002-note.xml"}); },
            "bundle.form", "FPPPP"},
        BundleFlaw{"AnotherName",
                   [](ForgedBundle& b) {
                       for (TarEntry& one : b.entries) test::replace(one.name, "letters", "others");
                   },
                   "bundle.form", "FPPPP"},
        // ---- what does
        BundleFlaw{"ChecksumOfAHeader",
                   [](ForgedBundle& b) {
                       b.seal().header =
                           package::tar_header(b.seal().name, b.seal().data.size(), b.time);
                       std::swap(b.entries[0], b.entries[1]);
                       b.entries[1].header[150] ^= 1;
                   },
                   kBroken, "FFIII"},
        BundleFlaw{"AForeignFile",
                   [](ForgedBundle& b) {
                       b.insert_before_package({.name = "letters.notes", .data = "x"});
                   },
                   kBroken, "FFIII"},
        BundleFlaw{"AFileElsewhere",
                   [](ForgedBundle& b) {
                       b.insert_before_package(
                           {.name = "letters.custody/../../.profile", .data = "x"});
                   },
                   kBroken, "FFIII"},
        BundleFlaw{
            "AFileAtTheRoot",
            [](ForgedBundle& b) { b.insert_before_package({.name = "/etc/passwd", .data = "x"}); },
            kBroken, "FFIII"},
        BundleFlaw{"TheCustodyOfAnother",
                   [](ForgedBundle& b) {
                       b.insert_before_package({.name = "others.custody/0001-seal.xml"});
                   },
                   kBroken, "FFIII"},
        BundleFlaw{"ALink",
                   [](ForgedBundle& b) {
                       TarEntry link{.name = "letters.custody/W"};
                       b.patch_header(link, 156, "2/etc/passwd");
                       b.insert_before_package(link);
                   },
                   kBroken, "FFIII"},
        BundleFlaw{"ADirectory",
                   [](ForgedBundle& b) {
                       TarEntry directory{.name = "letters.custody/W"};
                       b.patch_header(directory, 156, "5");
                       b.insert_before_package(directory);
                   },
                   kBroken, "FFIII"},
        BundleFlaw{"AnEventThatIsTooLarge",
                   [](ForgedBundle& b) {
                       b.insert_before_package(
                           {.name = "letters.custody/W", .data = std::string((1 << 20) + 1, 'x')});
                   },
                   kBroken, "FFIII"},
        BundleFlaw{"NoPackage", [](ForgedBundle& b) { b.entries.pop_back(); }, kBroken, "FFIII"},
        BundleFlaw{"PackageOfAnotherName", [](ForgedBundle& b) { b.package().name = "others.tar"; },
                   kBroken, "FFIII"},
        BundleFlaw{"PackageThatIsNone",
                   [](ForgedBundle& b) { b.package().data = std::string(2048, 'x'); }, kBroken,
                   "FFIII"},
        BundleFlaw{"SizeOfThePackageIsEndless",
                   [](ForgedBundle& b) { b.patch_header(b.package(), 124, "77777777777"); },
                   "container.size", "FPPPP"},
        // ---- what is in it
        BundleFlaw{
            "AForeignFileInTheCustody",
            [](ForgedBundle& b) { b.insert_before_package({.name = "letters.custody/a.txt"}); },
            "custody.unlisted", "PPPFP"},
        BundleFlaw{"NoVerifyText", [](ForgedBundle& b) { b.entries.erase(b.entries.end() - 2); },
                   "custody.verify-txt", "PPPFP"},
        BundleFlaw{
            "SealIsChanged",
            [](ForgedBundle& b) { test::replace(b.seal().data, "archivist@", "archivisT@"); },
            "signature.bad", "PPPFP"},
        BundleFlaw{"PackageIsShort",
                   [](ForgedBundle& b) { b.package().data.resize(b.package().data.size() - 1024); },
                   "container.size", "FPPPP"},
        BundleFlaw{"PackageIsLong", [](ForgedBundle& b) { b.package().data.append(512, '\0'); },
                   "container.size", "FPPPP"},
        BundleFlaw{"ALetterIsChanged",
                   [](ForgedBundle& b) { test::replace(b.package().data, "Helena", "Helene"); },
                   "payload.digest", "PFPPP"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Bundled, PassesInEveryForm) {
    ForgedBundle bundle;
    const Report report = bundle.verify();
    EXPECT_EQ(report.verdict, Verdict::passed) << test::told(report);
    EXPECT_EQ(report.form, "bundle");
    EXPECT_EQ(report.events.size(), 1U);
    EXPECT_EQ(bundle.verify_pipe().verdict, Verdict::passed);
}

TEST(Bundled, IsWhatMakeBundleMakes) {
    const ForgedBundle bundle;
    const auto made =
        make_bundle({.package = bundle.origin(), .output = bundle.path()}, bundle.environment());
    ASSERT_TRUE(made.has_value()) << made.error().message();
    EXPECT_EQ(test::read_file(bundle.path()), bundle.bytes());
}

TEST(Bundled, CutAnywhereDoesNotPass) {
    ForgedBundle bundle;
    const std::string whole = bundle.bytes();
    for (std::size_t size = 0; size < whole.size(); size += 256) {
        ASSERT_NE(bundle.verify(whole.substr(0, size)).verdict, Verdict::passed) << size;
        ASSERT_NE(bundle.verify_pipe(whole.substr(0, size)).verdict, Verdict::passed) << size;
    }
}

TEST(Bundled, TakesNoCustodyFromElsewhere) {
    ForgedBundle bundle;
    bundle.verify();
    VerifyOptions options = bundle.options();
    options.custody = bundle.origin().parent_path() / "letters.custody";
    const auto report = verify_package(bundle.path(), options, bundle.environment());
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().code(), ErrorCode::usage);
}

TEST(Bundled, FilesCanBeExtracted) {
    ForgedBundle bundle;
    bundle.verify();
    const auto extracted = extract_files(bundle.path(), {.output = bundle.scratch() / "files"},
                                         bundle.options(), bundle.environment());
    ASSERT_TRUE(extracted.has_value()) << extracted.error().message();
    EXPECT_EQ(extracted->files.size(), 3U);
    EXPECT_EQ(test::read_file(bundle.scratch() / "files/data/in/letter.txt"),
              "Dear Helena,\nthe trunk has arrived.\n");
}

}  // namespace
}  // namespace solander
