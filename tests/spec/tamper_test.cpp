// SPDX-License-Identifier: Apache-2.0
// The tamper matrix: for each thing that can be wrong with a package exactly the findings that it
// must give, and no more. docs/threats.md says which attack each of them answers.
#include <set>

#include "matrix.h"
#include "support/process.h"

namespace solander {
namespace {

using test::DirectoryFlaw;
using test::Flaw;
using test::Forgery;
using test::InAnotherForm;
using test::Row;

Verdict worst(const Report& report) {
    Verdict verdict = Verdict::passed;
    for (const Verdict layer : report.layers) verdict = worse(verdict, layer);
    return verdict;
}

class Tampered : public testing::TestWithParam<Row> {};

void expect(const Report& report, const std::string& codes, const std::string& layers) {
    EXPECT_EQ(test::distinct_codes(report), codes) << test::told(report);
    EXPECT_EQ(test::layer_letters(report), layers) << test::told(report);
    EXPECT_EQ(report.verdict, worst(report));
}

TEST_P(Tampered, IsToldAsWhatItIs) {
    const Flaw& flaw = *GetParam().flaw;
    {
        SCOPED_TRACE("a tar");
        Forgery forgery;
        flaw.make(forgery);
        expect(forgery.verify(), flaw.codes, flaw.layers);
    }
    {
        // It is read once and cannot be surveyed, so it may tell less; it never judges otherwise.
        SCOPED_TRACE("a pipe");
        Forgery forgery;
        flaw.make(forgery);
        // A pipe lies nowhere: where its custody should be, has to be said.
        if (!forgery.has_custody) forgery.options.custody = forgery.custody_directory();
        const Report report = forgery.verify_pipe();
        expect(report, test::distinct_codes(report), flaw.layers);
    }
    {
        SCOPED_TRACE("a bundle");
        const InAnotherForm said =
            flaw.bundled.value_or(InAnotherForm{flaw.codes, flaw.layers, ""});
        Forgery forgery;
        flaw.make(forgery);
        ASSERT_EQ(forgery.can_be_bundled(), !said.layers.empty());
        if (forgery.can_be_bundled()) expect(forgery.verify_bundle(), said.codes, said.layers);
    }
    if (!test::has_program("tar")) return;
    {
        SCOPED_TRACE("a directory");
        const InAnotherForm said =
            flaw.unpacked.value_or(InAnotherForm{flaw.codes, flaw.layers, ""});
        Forgery forgery;
        flaw.make(forgery);
        const auto directory = forgery.unpack();
        ASSERT_EQ(directory.has_value(), !said.layers.empty());
        if (directory) expect(forgery.verify_directory(*directory), said.codes, said.layers);
    }
}

INSTANTIATE_TEST_SUITE_P(Spec, Tampered, testing::ValuesIn(test::rows()), test::row_name);

/// Whoever sent a package through a mail has to learn that from the report.
TEST(ConvertedLineEnds, AreToldByName) {
    int told = 0;
    for (const Row& row : test::rows()) {
        const bool is_converted = row.flaw->attack == "line-ends" &&
                                  row.name.ends_with("WithWindowsLineEnds") &&
                                  row.name.starts_with("Text.");
        const bool is_ours = row.name.find("Manifest") != std::string::npos ||
                             row.name.find("Seal") != std::string::npos ||
                             row.name.find("Instructions") != std::string::npos;
        if (!is_converted || !is_ours) continue;
        Forgery forgery;
        row.flaw->make(forgery);
        EXPECT_NE(test::told(forgery.verify()).find("line endings were converted (CR LF)"),
                  std::string::npos)
            << row.name;
        ++told;
    }
    EXPECT_EQ(told, 4);
}

TEST(Forged, ByNobodyPassesInEveryForm) {
    Forgery forgery;
    EXPECT_EQ(forgery.verify().verdict, Verdict::passed);
    EXPECT_EQ(forgery.verify_pipe().verdict, Verdict::passed);
}

TEST(Forged, ByBothWhoSealedPasses) {
    Forgery forgery({"archivist", "registrar"});
    Report report = forgery.verify();
    EXPECT_EQ(report.verdict, Verdict::passed) << test::told(report);
    forgery.reseal();
    report = forgery.verify();
    EXPECT_EQ(report.verdict, Verdict::passed) << test::told(report);
}

struct OfTwoSigners {
    std::string name;
    void (*make)(Forgery&);
    std::string codes;
    Verdict verdict;
};

void PrintTo(const OfTwoSigners& one, std::ostream* out) {
    *out << one.name;
}

class SealedByTwo : public testing::TestWithParam<OfTwoSigners> {};

TEST_P(SealedByTwo, NeedsTheWordOfBoth) {
    Forgery forgery({"archivist", "registrar"});
    GetParam().make(forgery);
    const Report report = forgery.verify();
    EXPECT_EQ(test::distinct_codes(report), GetParam().codes) << test::told(report);
    EXPECT_EQ(report.verdict, GetParam().verdict);
    EXPECT_FALSE(report.verified.has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Spec, SealedByTwo,
    testing::Values(
        OfTwoSigners{"OneIsNotTrusted",
                     [](Forgery& f) { f.trust = test::trust_lines({"archivist"}); },
                     "signer.unknown", Verdict::indeterminate},
        OfTwoSigners{"TheOtherIsNotTrusted",
                     [](Forgery& f) { f.trust = test::trust_lines({"registrar"}); },
                     "signer.unknown", Verdict::indeterminate},
        OfTwoSigners{"OneSignsForBoth",
                     [](Forgery& f) {
                         f.entry(Forgery::signature_of("manifest.xml", "registrar")).data =
                             f.entry(Forgery::signature_of("manifest.xml", "archivist")).data;
                     },
                     "signature.type custody.seal-signatures", Verdict::failed},
        OfTwoSigners{"TheTwoAreSwapped",
                     [](Forgery& f) {
                         std::swap(
                             f.entry(Forgery::signature_of("manifest.xml", "registrar")).data,
                             f.entry(Forgery::signature_of("manifest.xml", "archivist")).data);
                     },
                     "signature.type custody.seal-signatures", Verdict::failed}),
    [](const auto& tested) { return tested.param.name; });

TEST(TamperMatrix, HasEveryCodeThatThereIs) {
    std::set<std::string_view> left;
    for (const CodeInfo& info : all_codes()) left.insert(info.id);
    const auto strike = [&left](std::string_view codes) {
        while (!codes.empty()) {
            const auto code = codes.substr(0, codes.find(' '));
            left.erase(code);
            codes.remove_prefix(std::min(codes.size(), code.size() + 1));
        }
    };
    for (const Row& row : test::rows()) strike(row.flaw->codes);
    for (const DirectoryFlaw& flaw : test::directory_flaws()) strike(flaw.codes);
    left.erase("custody.would-rewind");  // what sync and unbundle say; verify never does
    left.erase("bundle.form");           // bundle_test.cpp has a matrix of its own
    left.erase("package.changed");       // tests/fault/meanwhile_test.cpp
    left.erase("payload.unreadable");    // Unreadable.* below: nothing is unreadable to root
    for (const auto code : left) ADD_FAILURE() << code << " is in no row of the matrix";
}

}  // namespace
}  // namespace solander
