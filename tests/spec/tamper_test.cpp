// SPDX-License-Identifier: Apache-2.0
// The tamper matrix: for each thing that can be wrong with a package exactly the findings that it
// must give, and no more. docs/threats.md says which attack each of them answers.
#include <set>

#include "flaw.h"

namespace solander {
namespace {

using test::DirectoryFlaw;
using test::Flaw;
using test::Forgery;

Verdict worst(const Report& report) {
    Verdict verdict = Verdict::passed;
    for (const Verdict layer : report.layers) verdict = worse(verdict, layer);
    return verdict;
}

class Tampered : public testing::TestWithParam<Flaw> {};

TEST_P(Tampered, IsToldAsWhatItIs) {
    Forgery forgery;
    GetParam().make(forgery);
    const Report report = forgery.verify();
    EXPECT_EQ(test::distinct_codes(report), GetParam().codes) << test::told(report);
    EXPECT_EQ(test::layer_letters(report), GetParam().layers) << test::told(report);
    EXPECT_EQ(report.verdict, worst(report));
}

/// A pipe is read once and cannot be surveyed, so it may tell less; it never judges otherwise.
TEST_P(Tampered, GetsTheSameVerdictsThroughAPipe) {
    Forgery forgery;
    GetParam().make(forgery);
    const Report report = forgery.verify_pipe();
    EXPECT_EQ(test::layer_letters(report), GetParam().layers) << test::told(report);
}

INSTANTIATE_TEST_SUITE_P(Container, Tampered, testing::ValuesIn(test::container_flaws()),
                         test::flaw_name);
INSTANTIATE_TEST_SUITE_P(Manifest, Tampered, testing::ValuesIn(test::manifest_flaws()),
                         test::flaw_name);
INSTANTIATE_TEST_SUITE_P(Signature, Tampered, testing::ValuesIn(test::signature_flaws()),
                         test::flaw_name);
INSTANTIATE_TEST_SUITE_P(Trust, Tampered, testing::ValuesIn(test::trust_flaws()), test::flaw_name);
INSTANTIATE_TEST_SUITE_P(Custody, Tampered, testing::ValuesIn(test::custody_flaws()),
                         test::flaw_name);
INSTANTIATE_TEST_SUITE_P(History, Tampered, testing::ValuesIn(test::history_flaws()),
                         test::flaw_name);
INSTANTIATE_TEST_SUITE_P(Elsewhere, Tampered, testing::ValuesIn(test::elsewhere_flaws()),
                         test::flaw_name);

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
    for (const auto* flaws :
         {&test::container_flaws(), &test::manifest_flaws(), &test::signature_flaws(),
          &test::trust_flaws(), &test::custody_flaws(), &test::history_flaws(),
          &test::elsewhere_flaws()})
        for (const Flaw& flaw : *flaws) strike(flaw.codes);
    for (const DirectoryFlaw& flaw : test::directory_flaws()) strike(flaw.codes);
    left.erase("custody.would-rewind");  // what sync and unbundle say; verify never does
    left.erase("bundle.form");           // bundle_test.cpp has a matrix of its own
    left.erase("package.changed");       // tests/fault/meanwhile_test.cpp
    left.erase("payload.unreadable");    // Unreadable.* below: nothing is unreadable to root
    for (const auto code : left) ADD_FAILURE() << code << " is in no row of the matrix";
}

}  // namespace
}  // namespace solander
