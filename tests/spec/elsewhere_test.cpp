// SPDX-License-Identifier: Apache-2.0
// What is known of a chain from elsewhere, where only one way of knowing it, or an unsound chain,
// makes the difference.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <solander/state.h>

#include "chronicle.h"
#include "flaw.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Forgery;
using testing::HasSubstr;

const std::string kSeal = "0001-seal.xml";

class Elsewhere : public testing::Test {
protected:
    Elsewhere() {
        forgery_.trust = test::trust_in();
        fs::create_directories(state());
    }
    fs::path state() const { return forgery_.scratch() / "state"; }
    fs::path other() const { return forgery_.scratch() / "other"; }

    Report verify_against(const test::CustodyFiles& theirs) {
        test::write_custody(other(), theirs);
        forgery_.options.compare = {other()};
        return forgery_.verify();
    }

    Report remember(std::string_view story) {
        forgery_.options.state = state();
        forgery_.custody = test::chronicle(forgery_, story);
        return forgery_.verify();
    }

    Report verify_with_receipts(std::string_view text) {
        test::write_file(forgery_.scratch() / "receipts", text);
        forgery_.options.receipts = {forgery_.scratch() / "receipts"};
        return forgery_.verify();
    }

    /// The seal again, by the same key, under another name.
    test::CustodyFiles resealed(char who) {
        const auto before = forgery_.custody;
        std::string text = forgery_.seal();
        test::replace(text, "archivist@example.org", "helena@example.org");
        test::replace(text, test::key_of('A').public_key().fingerprint(),
                      test::key_of(who).public_key().fingerprint());
        forgery_.custody.erase(Forgery::signature_of(kSeal, "archivist"));
        forgery_.add_event(kSeal, text, who == 'A' ? "archivist" : "registrar");
        return std::exchange(forgery_.custody, before);
    }

    Forgery forgery_;
};

TEST_F(Elsewhere, ConfirmsByTheWordOfASecondCopy) {
    forgery_.custody = test::chronicle(forgery_, "A:release>B B:receipt");
    const Report report = verify_against(test::chronicle(forgery_, "A:release>B"));
    EXPECT_EQ(report.custody->confirmed_through, 2U);
    EXPECT_TRUE(report.events[1].confirmed);
    EXPECT_FALSE(report.events[2].confirmed);
    EXPECT_THAT(report.custody->summary, HasSubstr("by the copy in " + other().string()));
}

TEST_F(Elsewhere, RefusesWhatIsNeitherACustodyNorABundle) {
    const auto stray = forgery_.scratch() / "stray";
    test::write_file(stray, "no bundle");
    forgery_.write();
    VerifyOptions options{.trust = forgery_.scratch() / "trust"};
    options.compare = {stray};
    const test::World world;
    const auto report = verify_package(forgery_.package(), options, world.environment);
    ASSERT_FALSE(report.has_value());
    EXPECT_THAT(report.error().message(),
                testing::HasSubstr("is neither a custody directory nor a bundle"));
}

TEST_F(Elsewhere, TakesNothingFromAForgedCopy) {
    auto forged = test::chronicle(forgery_, "A:note");
    test::replace(forged.at("0002-note.xml"), "Moved", "Taken");
    const Report report = verify_against(forged);
    EXPECT_EQ(test::distinct_codes(report), "custody.other-unsound") << test::told(report);
    EXPECT_EQ(report.verdict, Verdict::indeterminate);
    EXPECT_EQ(report.custody->confirmed_through, 0U);
    EXPECT_THAT(report.custody->summary, HasSubstr("nothing here shows"));
}

TEST_F(Elsewhere, TakesNothingFromACopySealedBySomebodyElse) {
    EXPECT_EQ(test::distinct_codes(verify_against(resealed('B'))), "custody.other-unsound");
}

TEST_F(Elsewhere, FindsTheSealerWhoSealedTwice) {
    forgery_.options.write_proof = state();
    const Report report = verify_against(resealed('A'));
    EXPECT_EQ(test::distinct_codes(report), "custody.equivocation") << test::told(report);
    EXPECT_THAT(report.findings.front().message, HasSubstr("signed by archivist@example.org"));
    ASSERT_EQ(report.proofs.size(), 1U);
}

TEST_F(Elsewhere, NeverCallsTwoKeysOfAPatternOneParty) {
    // B writes as the holder in the other copy, and only a wildcard makes B and A one.
    forgery_.trust = test::trust_line("archivist@example.org", "", 'A') +
                     test::trust_line("*@example.org", "", 'B');
    forgery_.custody = test::chronicle(forgery_, "A:note");
    auto theirs = test::chronicle(forgery_, "");
    test::append_event('B', model::Note{"Mine."}, theirs, "archivist@example.org");
    Report report = verify_against(theirs);
    EXPECT_EQ(test::distinct_codes(report), "custody.other-unsound") << test::told(report);
    EXPECT_NE(report.verdict, Verdict::failed);
    forgery_.custody = theirs;
    report = verify_against(test::chronicle(forgery_, "A:note"));
    EXPECT_THAT(test::distinct_codes(report), HasSubstr("trust.pattern"));
    EXPECT_THAT(test::distinct_codes(report), testing::Not(HasSubstr("equivocation")));
}

TEST_F(Elsewhere, KnowsThePartyOfTwoKeysOfOneLiteralName) {
    forgery_.trust = test::trust_line("archivist@example.org", "", 'A') +
                     test::trust_line("archivist@example.org", "", 'B');
    forgery_.custody = test::chronicle(forgery_, "A:note");
    const Report report = verify_against(test::chronicle(forgery_, "B:note"));
    EXPECT_THAT(test::distinct_codes(report), HasSubstr("custody.equivocation"))
        << test::told(report);
}

TEST_F(Elsewhere, SaysWhatIsKnownWhereThereIsNoChain) {
    ASSERT_TRUE(remember("A:release>B B:receipt").passed());
    forgery_.has_custody = false;
    Report report = forgery_.verify();
    EXPECT_EQ(test::distinct_codes(report), "custody.missing custody.rollback");
    EXPECT_EQ(report.verdict, Verdict::failed);
    forgery_.options.state.reset();
    report =
        verify_with_receipts(test::receipt_for(test::chronicle(forgery_, "A:release>B B:receipt")));
    EXPECT_EQ(test::distinct_codes(report), "custody.missing custody.rollback");
    // Of a pipe whose custody nobody named, none is known to be missing.
    EXPECT_EQ(forgery_.verify_pipe().verdict, Verdict::indeterminate);
}

TEST_F(Elsewhere, LearnsFromNothingThatDidNotPass) {
    const test::World world;
    forgery_.trust = test::trust_in("B");
    EXPECT_EQ(remember("").verdict, Verdict::indeterminate);
    forgery_.trust = test::trust_in();
    forgery_.custody[kSeal] += " ";
    EXPECT_EQ(forgery_.verify().verdict, Verdict::failed);
    EXPECT_TRUE(list_state(state(), world.environment)->empty());
}

TEST_F(Elsewhere, LearnsNoCancelThatAReceiptStandsAgainst) {
    const test::World world;
    const auto receipt = test::receipt_for(test::chronicle(forgery_, "A:release>B B:receipt"));
    forgery_.options.state = state();
    forgery_.custody = test::chronicle(forgery_, "A:release>B A:cancel");
    const Report report = verify_with_receipts(receipt);
    EXPECT_EQ(report.verdict, Verdict::passed) << test::told(report);
    EXPECT_THAT(report.custody->summary, HasSubstr("registrar@example.org holds it"));
    EXPECT_TRUE(list_state(state(), world.environment)->empty());
}

TEST_F(Elsewhere, ProvesTheTimeOfAKeyThatHasExpiredSince) {
    const auto expiring = [](std::string_view who) {
        return test::trust_line(test::principal_of(who.front()), "valid-before=\"20261210Z\"",
                                who.front());
    };
    forgery_.trust = expiring("A");
    ASSERT_TRUE(remember("A:note").passed());
    forgery_.set_now("2027-02-01T00:00:00Z");
    Report report = forgery_.verify();
    EXPECT_EQ(report.verdict, Verdict::passed) << test::told(report);
    // An event that the memory had not seen by then is not proven by it.
    test::write_chronicle(forgery_, "A:note=later", forgery_.custody);
    report = forgery_.verify();
    EXPECT_EQ(test::distinct_codes(report), "key.time-proven key.unproven-time");
    EXPECT_EQ(report.verdict, Verdict::indeterminate);
    // Nor is anything without the memory, nor by one that saw it too late.
    forgery_.custody = test::chronicle(forgery_, "A:note");
    forgery_.options.state.reset();
    EXPECT_EQ(forgery_.verify().verdict, Verdict::indeterminate);
}

TEST_F(Elsewhere, KeepsTheTimesThroughAReset) {
    const test::World world;
    forgery_.trust = test::trust_line("archivist@example.org", "valid-before=\"20261210Z\"", 'A');
    ASSERT_TRUE(remember("A:note").passed());
    const auto manifest = Sha256::parse(test::hex_digest(forgery_.manifest()));
    ASSERT_TRUE(accept_state(state(), *manifest, "B gave way", world.environment).has_value());
    EXPECT_EQ(list_state(state(), world.environment)->front().events, 0U);
    EXPECT_EQ(test::read_file(state() / "accepted.log"),
              "2026-12-01T00:00:00Z sha256:" + manifest->hex() + " B gave way\n");
    EXPECT_TRUE(fs::exists(state() / ("set-aside/" + manifest->hex() + "-1/custody/" + kSeal)));
    forgery_.set_now("2027-02-01T00:00:00Z");
    EXPECT_EQ(forgery_.verify().verdict, Verdict::passed);
    EXPECT_EQ(list_state(state(), world.environment)->front().events, 2U);
    EXPECT_EQ(list_state(state(), world.environment)->front().last_seen.date(), "2026-12-01");
}

TEST_F(Elsewhere, TakesAnotherHistoryAfterAReset) {
    const test::World world;
    ASSERT_TRUE(remember("A:release>B A:cancel A:release>C").passed());
    EXPECT_EQ(remember("A:release>B B:receipt").verdict, Verdict::failed);
    const auto manifest = Sha256::parse(test::hex_digest(forgery_.manifest()));
    ASSERT_TRUE(accept_state(state(), *manifest, "A gave way", world.environment).has_value());
    EXPECT_EQ(remember("A:release>B B:receipt").verdict, Verdict::passed);
    EXPECT_EQ(remember("A:release>B A:cancel A:release>C").verdict, Verdict::failed);
}

/// A list that lost its end says that nothing is remembered, and the events are there.
TEST_F(Elsewhere, TakesNoListThatLostItsEndForAReset) {
    ASSERT_TRUE(remember("A:release>B B:receipt").passed());
    const std::string hex = test::hex_digest(forgery_.manifest());
    const fs::path list = state() / "packages" / hex.substr(0, 2) / hex / "seen.txt";
    const std::string text = test::read_file(list);
    test::write_file(list, text.substr(0, text.find('\n') + 1));
    forgery_.custody = test::chronicle(forgery_, "A:release>B");
    forgery_.write();
    const test::World world;
    VerifyOptions options{.trust = forgery_.trust_file()};
    options.state = state();
    const auto report = verify_package(forgery_.package(), options, world.environment);
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().code(), ErrorCode::io);
    EXPECT_THAT(report.error().message(), HasSubstr("damaged"));
}

TEST_F(Elsewhere, SetsAsideWhatHasNoListAnyMore) {
    ASSERT_TRUE(remember("A:note").passed());
    const std::string hex = test::hex_digest(forgery_.manifest());
    fs::remove(state() / "packages" / hex.substr(0, 2) / hex / "seen.txt");
    const test::World world;
    ASSERT_TRUE(accept_state(state(), *Sha256::parse(hex), "it was damaged", world.environment)
                    .has_value());
    EXPECT_TRUE(remember("A:note").passed());
}

/// Receipts are held against the chain all together.
TEST_F(Elsewhere, HearsTheSameOfReceiptsInAnyOrder) {
    const auto theirs = test::chronicle(forgery_, "A:release>B B:receipt B:note");
    const auto answer = test::receipt_for(test::chronicle(forgery_, "A:release>B B:receipt"));
    test::write_file(forgery_.scratch() / "answer", answer);
    test::write_file(forgery_.scratch() / "both", answer + test::receipt_for(theirs));
    test::write_file(forgery_.scratch() / "later", test::receipt_for(theirs));
    forgery_.custody = test::chronicle(forgery_, "A:release>B A:cancel");
    const auto file = [&](const std::string& name) { return forgery_.scratch() / name; };
    for (const auto& files : std::vector<std::vector<fs::path>>{{file("both")},
                                                                {file("answer"), file("both")},
                                                                {file("both"), file("answer")},
                                                                {file("answer"), file("later")},
                                                                {file("later"), file("answer")}}) {
        forgery_.options.receipts = files;
        const Report report = forgery_.verify();
        EXPECT_EQ(test::distinct_codes(report), "custody.cancel-unconfirmed custody.crossed")
            << test::told(report);
        EXPECT_EQ(report.verdict, Verdict::passed);
    }
}

TEST_F(Elsewhere, TellsOfAHundredLinesOfAReceiptAndCountsTheOthers) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "no line\n";
    Report report = verify_with_receipts(text);
    EXPECT_EQ(test::distinct_codes(report), "receipt.malformed");
    EXPECT_EQ(report.findings.size(), 101U);
    EXPECT_THAT(report.findings.back().message, HasSubstr("and 1 more of this kind"));
    text.clear();
    const auto known = test::receipt_for(test::chronicle(forgery_, "A:note"));
    for (int i = 0; i < 1000; ++i) {
        text += known;
        text.replace(text.size() - known.size() + known.find('\n') + 1, 4,
                     fmt::format("{:04x}", i));
    }
    report = verify_with_receipts(text);
    EXPECT_EQ(test::layer_letters(report), "PPPFP");
    EXPECT_LE(report.findings.size(), 300U);
}

TEST_F(Elsewhere, FindsItsReceiptAmongThoseOfManyPackages) {
    std::string text = "# what came in May\n\n";
    for (int i = 0; i < 1000; ++i)
        text += "# solander receipt 1: package other manifest sha256:" +
                test::hex_digest(std::to_string(i)) + " event 1 seal\n" + test::hex_digest("x") +
                "  other.custody/0001-seal.xml\n";
    forgery_.custody = test::chronicle(forgery_, "A:release>B B:receipt");
    const Report report = verify_with_receipts(text + test::receipt_for(forgery_.custody) +
                                               test::hex_digest("y") + " *elsewhere.bin\n");
    EXPECT_EQ(report.verdict, Verdict::passed) << test::told(report);
    EXPECT_EQ(report.custody->confirmed_through, 3U);
    EXPECT_EQ(test::distinct_codes(verify_with_receipts(text)), "receipt.unrelated");
}

TEST_F(Elsewhere, FindsABareLineUnderAnyName) {
    const auto line = [](const std::string& text) {
        return test::hex_digest(text) + "  /mnt/usb/whatever\n";
    };
    forgery_.custody = test::chronicle(forgery_, "A:release>B B:receipt");
    EXPECT_EQ(verify_with_receipts(line(forgery_.custody.at("0002-release.xml")))
                  .custody->confirmed_through,
              2U);
}

TEST_F(Elsewhere, WritesReceiptsThatSha256sumChecks) {
    SOLANDER_NEEDS("sha256sum");
    std::string text = test::receipt_for(forgery_.custody);
    forgery_.custody = test::chronicle(forgery_, "A:release>B B:receipt");
    text += test::receipt_for(forgery_.custody);
    EXPECT_TRUE(verify_with_receipts(text).passed());
    const auto check = [&] {
        return test::run_program(
            {"sha256sum", "--strict", "-c", (forgery_.scratch() / "receipts").string()},
            {.directory = forgery_.package().parent_path()});
    };
    EXPECT_EQ(check().out,
              "letters.custody/0001-seal.xml: OK\nletters.custody/0003-receipt.xml: OK\n");
    forgery_.custody.at("0003-receipt.xml") += "\n";
    forgery_.write();
    EXPECT_NE(check().status, 0);
}

TEST_F(Elsewhere, SaysWhatOfTheTwoIsSignedByNobodyTrusted) {
    ASSERT_TRUE(remember("A:release>B").passed());
    forgery_.trust = test::trust_in("AB");
    forgery_.custody = test::chronicle(forgery_, "C:note");
    const Report report = forgery_.verify();
    EXPECT_EQ(report.verdict, Verdict::failed);
    EXPECT_THAT(test::told(report), HasSubstr("nobody whom you trust has signed the one here"));
}

TEST_F(Elsewhere, ReadsAReceiptThatCameByMail) {
    std::string text = test::receipt_for(forgery_.custody);
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
        text.replace(at, 1, "\r\n");
    const Report report = verify_with_receipts(text);
    EXPECT_EQ(report.verdict, Verdict::passed) << test::told(report);
    EXPECT_EQ(report.custody->confirmed_through, 1U);
}

TEST_F(Elsewhere, CountsTheGoodLinesBesideBadOnes) {
    const Report report =
        verify_with_receipts("Dear Helena,\n" + test::receipt_for(forgery_.custody));
    EXPECT_EQ(test::distinct_codes(report), "receipt.malformed");
    EXPECT_EQ(report.verdict, Verdict::indeterminate);
    EXPECT_EQ(report.custody->confirmed_through, 1U);
    EXPECT_THAT(report.findings.front().message, HasSubstr("line 1 is neither"));
}

TEST_F(Elsewhere, TellsHowFarEachSourceReaches) {
    ASSERT_TRUE(remember("A:release>B").passed());
    forgery_.custody = test::chronicle(forgery_, "A:release>B B:receipt");
    const Report report = verify_with_receipts(test::receipt_for(forgery_.custody));
    EXPECT_THAT(report.custody->summary, HasSubstr("confirmed through event 3 of 3 by receipt " +
                                                   (forgery_.scratch() / "receipts").string() +
                                                   " and your memory of 2026-12-01 (event 2)"));
}

struct Inside {
    std::string name;
    void (*place)(Forgery& forgery);
};

void PrintTo(const Inside& one, std::ostream* out) {
    *out << one.name;
}

class ElsewhereInside : public testing::TestWithParam<Inside> {};

TEST_P(ElsewhereInside, IsRefused) {
    Forgery forgery;
    forgery.write();
    GetParam().place(forgery);
    const test::World world;
    const auto report = verify_package(forgery.package(), forgery.options, world.environment);
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().code(), ErrorCode::usage) << report.error().message();
    EXPECT_THAT(report.error().message(), HasSubstr("cannot come with the package itself"));
}

INSTANTIATE_TEST_SUITE_P(
    Spec, ElsewhereInside,
    testing::Values(Inside{"AReceipt",
                           [](Forgery& f) {
                               f.options.receipts = {f.custody_directory() / "receipt"};
                               test::write_file(f.options.receipts.front(), "");
                           }},
                    Inside{"AMemory",
                           [](Forgery& f) {
                               f.options.state = f.custody_directory() / "state";
                               fs::create_directories(*f.options.state);
                           }},
                    Inside{"AnotherCopy",
                           [](Forgery& f) { f.options.compare = {f.custody_directory()}; }},
                    Inside{"ALinkToOne",
                           [](Forgery& f) {
                               fs::create_directory_symlink(f.custody_directory(),
                                                            f.scratch() / "link");
                               f.options.compare = {f.scratch() / "link"};
                           }}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace solander
