// SPDX-License-Identifier: Apache-2.0
// The proof that one party made two histories: it holds for anybody, with solander and without.
#include "verify/proof.h"

#include <gmock/gmock.h>

#include <solander/proof.h>

#include "chronicle.h"
#include "flaw.h"
#include "package/canonical_tar.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Forgery;
using testing::HasSubstr;

/// A proof that A released one package to B and to C.
class Proof : public testing::Test {
protected:
    Proof() {
        forgery_.trust = test::trust_in();
        forgery_.custody = test::chronicle(forgery_, "A:release>B");
        test::write_custody(other(), test::chronicle(forgery_, "A:release>C"));
        forgery_.options.compare = {other()};
        fs::create_directories(proofs());
        forgery_.options.write_proof = proofs();
    }

    fs::path other() const { return forgery_.scratch() / "other"; }
    fs::path proofs() const { return forgery_.scratch() / "proofs"; }

    fs::path write_proof() {
        const Report report = forgery_.verify();
        EXPECT_EQ(report.proofs.size(), 1U) << test::told(report);
        return report.proofs.front();
    }

    /// What comes of a changed proof; its error's text, if there is no report.
    std::pair<Verdict, std::string> check(const std::string& tar, std::string_view trust = {}) {
        const test::World world;
        test::write_file(forgery_.scratch() / "proof.tar", tar);
        std::optional<fs::path> file;
        if (!trust.empty()) {
            file = forgery_.scratch() / "signers";
            test::write_file(*file, trust);
        }
        const auto report = verify_proof(forgery_.scratch() / "proof.tar", file, world.environment);
        if (!report) return {Verdict::indeterminate, report.error().message()};
        return {report->verdict, report->sentence};
    }

    Forgery forgery_;
};

TEST_F(Proof, IsTheSameWhoeverFindsIt) {
    const fs::path path = write_proof();
    EXPECT_THAT(path.filename().string(),
                testing::MatchesRegex("equivocation-[0-9a-f]{16}-2\\.tar"));
    const std::string first = test::read_file(path);
    // The other way round, twice: one file.
    forgery_.custody = test::chronicle(forgery_, "A:release>C");
    test::write_custody(other(), test::chronicle(forgery_, "A:release>B"));
    EXPECT_EQ(write_proof(), path);
    EXPECT_EQ(test::read_file(path), first);
    // Another contradiction in the same place is another proof.
    test::write_custody(other(), test::chronicle(forgery_, "A:note"));
    EXPECT_TRUE(write_proof().string().ends_with("-2-2.tar"));
}

TEST_F(Proof, HoldsWithoutTrustSinceTheKeyIsOne) {
    const auto [verdict, sentence] = check(test::read_file(write_proof()));
    EXPECT_EQ(verdict, Verdict::passed);
    EXPECT_THAT(sentence, HasSubstr("the key " + test::key_of('A').public_key().fingerprint()));
}

TEST_F(Proof, NamesWhomTheReaderKnows) {
    const auto [verdict, sentence] =
        check(test::read_file(write_proof()), test::trust_line("helena@example.org", "", 'A'));
    EXPECT_EQ(verdict, Verdict::passed);
    EXPECT_THAT(sentence, HasSubstr("helena@example.org ("));
    EXPECT_THAT(sentence, HasSubstr("0002-release.xml"));
}

TEST_F(Proof, OfTwoKeysNeedsTheirOneName) {
    const std::string both = test::trust_line("archivist@example.org", "", 'A') +
                             test::trust_line("archivist@example.org", "", 'B');
    forgery_.trust = both;
    test::write_custody(other(), test::chronicle(forgery_, "B:note"));
    const std::string proof = test::read_file(write_proof());
    EXPECT_EQ(check(proof).first, Verdict::indeterminate);
    EXPECT_EQ(check(proof, test::trust_in("A")).first, Verdict::indeterminate);
    EXPECT_EQ(check(proof, both).first, Verdict::passed);
    EXPECT_EQ(check(proof, test::trust_in("AB")).first, Verdict::failed);
    const std::string by_pattern = test::trust_line("archivist@example.org", "", 'A') +
                                   test::trust_line("*@example.org", "", 'B');
    EXPECT_EQ(check(proof, by_pattern).first, Verdict::indeterminate);
}

/// The two events would show it. But what such a copy holds is nobody's word as a whole.
TEST_F(Proof, IsNotTakenFromACopyThatDoesNotVerify) {
    auto theirs = test::chronicle(forgery_, "A:release>C C:receipt");
    theirs.at(test::head_of(theirs)) += " ";
    test::write_custody(other(), theirs);
    const Report report = forgery_.verify();
    EXPECT_THAT(report.proofs, testing::IsEmpty()) << test::told(report);
    EXPECT_NE(report.verdict, Verdict::passed);
}

/// A proof of the same size that is there already is another's, unless it is the same.
TEST_F(Proof, LeavesWhatIsThereUnderItsName) {
    const fs::path path = write_proof();
    const std::string proof = test::read_file(path);
    test::write_file(path, std::string(proof.size(), 'x'));
    EXPECT_NE(write_proof(), path);
    EXPECT_EQ(test::read_file(path), std::string(proof.size(), 'x'));
}

TEST_F(Proof, IsNoneOfOneEventTwice) {
    const auto read = [&](const std::string& name) {
        const auto bytes = base::as_bytes(forgery_.custody.at(name));
        return custody::FolderFile{name, {bytes.begin(), bytes.end()}};
    };
    const std::string name = "0002-release.xml";
    const verify::ProofSide side{{read(name), read(Forgery::signature_of(name, "archivist"))},
                                 *Sha256::parse(test::hex_digest(forgery_.custody.at(name))),
                                 *Timestamp::parse("2024-11-25T00:00:00Z")};
    const auto [verdict, sentence] = check(verify::proof_tar(side, side));
    EXPECT_EQ(verdict, Verdict::failed);
    EXPECT_EQ(sentence, "the two events are one");
}

TEST_F(Proof, IsNoneOfWhatIsNoProof) {
    for (const std::string text : {"", "x", "Dear Helena,\n"}) {
        const auto [verdict, sentence] = check(text);
        EXPECT_NE(verdict, Verdict::passed) << text;
    }
    EXPECT_NE(check(forgery_.tar()).first, Verdict::passed);
}

TEST_F(Proof, HoldsNoMoreAfterAnyChangeOfAByte) {
    const std::string proof = test::read_file(write_proof());
    for (std::size_t at = 0; at < proof.size(); at += 7) {
        std::string changed = proof;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_NE(check(changed).first, Verdict::passed) << at;
    }
    for (std::size_t size = 0; size < proof.size(); size += 512)
        EXPECT_NE(check(proof.substr(0, size)).first, Verdict::passed) << size;
}

/// The commands that README.txt prints, as a reader without solander would run them.
TEST_F(Proof, IsCheckedByTheCommonToolsThatItNames) {
    SOLANDER_NEEDS("ssh-keygen");
    SOLANDER_NEEDS("tar");
    const fs::path proof = write_proof();
    const auto run_steps = [&](const fs::path& tar, const std::string& trust) {
        test::write_file(forgery_.scratch() / "signers", trust);
        fs::remove_all(tar.string() + ".check");
        std::string script;
        std::string text(verify::proof_readme());
        while (!text.empty()) {
            const auto line = text.substr(0, text.find('\n'));
            text.erase(0, line.size() + 1);
            if (line.starts_with("$ ") || line.starts_with("> ")) script += line.substr(2) + "\n";
        }
        return test::run_program(
            {"sh", "-c", script},
            {.directory = forgery_.scratch().path(),
             .environment = {{"PROOF", tar.string()},
                             {"SIGNERS", (forgery_.scratch() / "signers").string()}}});
    };
    const auto good = run_steps(proof, test::trust_in());
    EXPECT_EQ(good.status, 0) << good.err;
    EXPECT_TRUE(good.out.ends_with("Signed both: archivist@example.org\n")) << good.out;
    EXPECT_NE(run_steps(proof, test::trust_in("BC")).status, 0);

    std::string changed = test::read_file(proof);
    test::replace(changed, "registrar@example.org", "registraR@example.org");
    test::write_file(forgery_.scratch() / "changed.tar", changed);
    EXPECT_NE(run_steps(forgery_.scratch() / "changed.tar", test::trust_in()).status, 0);

    // Two keys under one name in the reader's file.
    test::write_custody(other(), test::chronicle(forgery_, "B:note"));
    forgery_.trust = test::trust_line("archivist@example.org", "", 'A') +
                     test::trust_line("archivist@example.org", "", 'B');
    const fs::path of_two = write_proof();
    EXPECT_EQ(run_steps(of_two, forgery_.trust).status, 0);
    EXPECT_NE(run_steps(of_two, test::trust_in()).status, 0);
}

}  // namespace
}  // namespace solander
