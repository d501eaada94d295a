// SPDX-License-Identifier: Apache-2.0
// Programs that we did not write agree with us about packages.
#include <filesystem>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include <solander/bundle.h>
#include <solander/describe.h>

#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::run_program;
using test::Scratch;

class StockTools : public testing::Test {
protected:
    StockTools() {
        test::write_file(scratch_ / "in/a/letter.txt", "Dear Helena,\n");
        test::write_file(scratch_ / "in/Příloha č. 1.txt", "1. trunk\n");
        test::write_file(scratch_ / "in/empty.txt", "");
    }

    void pack() {
        packed_ =
            test::make_fixture_package(world_, {scratch_ / "in"}, scratch_ / "out", "letters");
        test::write_file(scratch_ / "trust", test::trust_lines({"archivist", "registrar"}));
    }

    fs::path unpack() {
        fs::create_directories(scratch_ / "unpacked");
        const auto done = run_program(
            {"tar", "-xf", packed_.package.string(), "-C", (scratch_ / "unpacked").string()});
        EXPECT_EQ(done.status, 0) << done.err;
        return scratch_ / "unpacked/letters";
    }

    /// The commands of VERIFY.txt as they are printed there, prompts taken off.
    std::string verify_commands() {
        std::istringstream text(test::read_file(packed_.custody / "VERIFY.txt"));
        std::string commands;
        for (std::string line; std::getline(text, line);)
            if (line.starts_with("$ ") || line.starts_with("> ")) commands += line.substr(2) + "\n";
        return commands;
    }

    test::Finished run_verify_text() {
        fs::remove_all(scratch_ / "out/letters.check");
        return run_program(
            {"sh", "-c", verify_commands()},
            {.directory = scratch_ / "out",
             .environment = {{"NAME", "letters"}, {"SIGNERS", (scratch_ / "trust").string()}}});
    }

    Scratch scratch_;
    test::World world_;
    Packed packed_;
};

TEST_F(StockTools, TarListsWhatThePackageHolds) {
    SOLANDER_NEEDS("tar");
    pack();
    const auto listed =
        run_program({"tar", "--quoting-style=literal", "-tf", packed_.package.string()});
    EXPECT_EQ(listed.status, 0) << listed.err;
    const auto label = test::fixture_key("archivist").public_key().label();
    EXPECT_EQ(listed.out, "letters/bagit.txt\nletters/manifest.xml\nletters/manifest.xml." + label +
                              ".sig\nletters/manifest-sha256.txt\nletters/tagmanifest-sha256.txt\n"
                              "letters/bag-info.txt\nletters/data/in/Příloha č. 1.txt\n"
                              "letters/data/in/a/letter.txt\nletters/data/in/empty.txt\n");
}

TEST_F(StockTools, Sha256sumChecksBothLists) {
    SOLANDER_NEEDS("sha256sum");
    pack();
    const auto bag = unpack();
    for (const std::string list : {"manifest-sha256.txt", "tagmanifest-sha256.txt"}) {
        const auto checked = run_program({"sha256sum", "--strict", "-c", list}, {.directory = bag});
        EXPECT_EQ(checked.status, 0) << checked.out << checked.err;
    }
}

TEST_F(StockTools, SshKeygenVerifiesManifestAndSeal) {
    SOLANDER_NEEDS("ssh-keygen");
    pack();
    const auto bag = unpack();
    const auto label = test::fixture_key("archivist").public_key().label();
    const auto verify = [&](const std::string& name_space, const fs::path& file) {
        return run_program(
            {"ssh-keygen", "-Y", "verify", "-f", (scratch_ / "trust").string(), "-I",
             "archivist@example.org", "-n", name_space, "-s", file.string() + "." + label + ".sig"},
            {.input = test::read_file(file)});
    };
    EXPECT_EQ(verify("manifest@solander", bag / "manifest.xml").status, 0);
    EXPECT_EQ(verify("custody@solander", packed_.custody / "0001-seal.xml").status, 0);
    EXPECT_NE(verify("custody@solander", bag / "manifest.xml").status, 0);
}

TEST_F(StockTools, XmllintFindsManifestAndSealValid) {
    SOLANDER_NEEDS("xmllint");
    pack();
    const auto bag = unpack();
    const auto validate = [](const std::string& schema, const fs::path& file) {
        return run_program({"xmllint", "--nonet", "--noout", "--schema",
                            (test::source_root() / "schemas" / schema).string(), file.string()});
    };
    const auto manifest = validate("manifest-1.xsd", bag / "manifest.xml");
    EXPECT_EQ(manifest.status, 0) << manifest.err;
    const auto seal = validate("custody-1.xsd", packed_.custody / "0001-seal.xml");
    EXPECT_EQ(seal.status, 0) << seal.err;
}

TEST_F(StockTools, AForeignBagItProgramFindsTheBagValid) {
    SOLANDER_NEEDS("python3");
    if (run_program({"python3", "-c", "import bagit"}).status != 0)
        GTEST_SKIP() << "no BagIt implementation for Python is installed";
    pack();
    const auto bag = unpack();
    const auto checked = run_program(
        {"python3", "-c", "import bagit, sys; bagit.Bag(sys.argv[1]).validate()", bag.string()});
    EXPECT_EQ(checked.status, 0) << checked.err;
}

TEST_F(StockTools, TheStepsOfVerifyTxtPassAsPrinted) {
    SOLANDER_NEEDS("ssh-keygen");
    SOLANDER_NEEDS("sha256sum");
    pack();
    const auto done = run_verify_text();
    EXPECT_EQ(done.status, 0) << done.out << done.err;
    EXPECT_NE(done.out.find("Every step passed."), std::string::npos);
}

TEST_F(StockTools, TheStepsOfVerifyTxtFailForWhatTheySeeToo) {
    SOLANDER_NEEDS("ssh-keygen");
    SOLANDER_NEEDS("sha256sum");
    pack();
    const std::string tar = test::read_file(packed_.package);
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string changed = tar;
        for (auto at = changed.find(from); at != std::string::npos; at = changed.find(from, at + 1))
            changed.replace(at, from.size(), to);
        EXPECT_NE(changed, tar) << from;
        test::write_file(packed_.package, changed);
        return run_verify_text().status;
    };
    EXPECT_NE(with("Dear Helena", "Dear Hilena"), 0) << "payload";
    EXPECT_NE(with("principal name=\"archivist@", "principal name=\"archivisT@"), 0) << "manifest";
    EXPECT_NE(with("Bagging-Date: 2026", "Bagging-Date: 2025"), 0) << "tag file";
    test::write_file(packed_.package, tar);
    test::write_file(scratch_ / "trust", test::trust_lines({"registrar"}));
    EXPECT_NE(run_verify_text().status, 0) << "unknown signer";
    test::write_file(scratch_ / "trust", test::trust_lines({"archivist"}));
    test::write_file(packed_.custody / "0002-note.xml", "<note/>");
    EXPECT_NE(run_verify_text().status, 0) << "unsigned event";
    fs::remove(packed_.custody / "0002-note.xml");
    EXPECT_EQ(run_verify_text().status, 0);
}

TEST_F(StockTools, TarRepackedIsAnotherContainerButTheSameDirectory) {
    SOLANDER_NEEDS("tar");
    pack();
    const auto bag = unpack();
    const VerifyOptions options{.trust = scratch_ / "trust", .custody = packed_.custody};
    auto report = verify_package(bag, options, world_.environment);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->verdict, Verdict::passed) << test::codes(*report);
    run_program({"tar", "-cf", (scratch_ / "again.tar").string(), "-C",
                 (scratch_ / "unpacked").string(), "letters"});
    report = verify_package(scratch_ / "again.tar", options, world_.environment);
    ASSERT_TRUE(report.has_value());
    EXPECT_NE(report->verdict, Verdict::passed);
}

/// A recipient without solander needs tar for a bundle, and then has what was sent.
TEST_F(StockTools, TarTakesABundleApart) {
    SOLANDER_NEEDS("tar");
    pack();
    const auto bundle = scratch_ / "letters.bundle.tar";
    const auto made =
        make_bundle({.package = packed_.package, .output = bundle}, world_.environment);
    ASSERT_TRUE(made.has_value()) << made.error().message();
    const auto label = test::fixture_key("archivist").public_key().label();
    const auto listed = run_program({"tar", "-tf", bundle.string()});
    EXPECT_EQ(listed.status, 0) << listed.err;
    EXPECT_EQ(listed.out, "letters.custody/0001-seal.xml\nletters.custody/0001-seal.xml." + label +
                              ".sig\nletters.custody/VERIFY.txt\nletters.tar\n");
    fs::create_directories(scratch_ / "by-tar");
    const auto done =
        run_program({"tar", "-xf", bundle.string(), "-C", (scratch_ / "by-tar").string()});
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(test::snapshot(scratch_ / "by-tar"), test::snapshot(scratch_ / "out"));
    const auto taken =
        unbundle({.bundle = bundle, .output = scratch_ / "by-us"}, world_.environment);
    ASSERT_TRUE(taken.has_value()) << taken.error().message();
    EXPECT_EQ(test::snapshot(scratch_ / "by-us"), test::snapshot(scratch_ / "out"));
}

TEST_F(StockTools, PythonReadsABundle) {
    SOLANDER_NEEDS("python3");
    pack();
    const auto bundle = scratch_ / "letters.bundle.tar";
    ASSERT_TRUE(make_bundle({.package = packed_.package, .output = bundle}, world_.environment));
    const auto done =
        run_program({"python3", "-c",
                     "import sys, tarfile\n"
                     "outer = tarfile.open(sys.argv[1])\n"
                     "for entry in outer: assert entry.isreg() and entry.mode == 0o644, entry\n"
                     "inner = tarfile.open(fileobj=outer.extractfile('letters.tar'))\n"
                     "print(len(outer.getmembers()), inner.getnames()[0])\n",
                     bundle.string()});
    EXPECT_EQ(done.out, "4 letters/bagit.txt\n") << done.err;
}

TEST_F(StockTools, PythonReadsARecordTableInTomlAsInJson) {
    SOLANDER_NEEDS("python3");
    const RecordTable table{
        {"document", "title", "odd name"},
        {{"a.txt", "\"Příloha\" \\ 'one'", ""},
         {"b.txt", "one\n\n\"\"\"two\"\"\"\\\n  three", "\n"},
         {"c.txt", "one \ntwo\t\x01\x7F", "\r\n\xE2\x80\xA8\xC2\x85\xF0\x9F\x93\x9C"}}};
    test::write_file(scratch_ / "t.toml", write_table(table, TableFormat::toml));
    test::write_file(scratch_ / "t.json", write_table(table, TableFormat::json));
    static constexpr const char* kCompare =
        "import json, sys, tomllib\n"
        "read = tomllib.load(open(sys.argv[1], 'rb'))['document']\n"
        "print(read == json.load(open(sys.argv[2])), len(read))\n";
    const auto done = run_program({"python3", "-c", kCompare, (scratch_ / "t.toml").string(),
                                   (scratch_ / "t.json").string()});
    EXPECT_EQ(done.out, "True 3\n") << done.err;
}

}  // namespace
}  // namespace solander
