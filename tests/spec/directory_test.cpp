// SPDX-License-Identifier: Apache-2.0
// The tamper matrix of a package that was unpacked.
#include "matrix.h"
#include "support/faulty_files.h"
#include "support/process.h"
#include "verify/evidence.h"

namespace solander::test {
namespace {

class TamperedDirectory : public testing::TestWithParam<DirectoryFlaw> {};

TEST_P(TamperedDirectory, IsToldAsWhatItIs) {
    SOLANDER_NEEDS("tar");
    Forgery forgery;
    const auto directory = *forgery.unpack();
    GetParam().make(directory);
    const Report report = forgery.verify_directory(directory);
    EXPECT_EQ(distinct_codes(report), GetParam().codes) << told(report);
    EXPECT_EQ(layer_letters(report), GetParam().layers) << told(report);
}

INSTANTIATE_TEST_SUITE_P(Spec, TamperedDirectory, testing::ValuesIn(directory_flaws()),
                         [](const auto& tested) { return tested.param.name; });

/// Of every file, once, in whatever form the package is.
TEST(VerificationProgress, ComesToWhatWasExpected) {
    SOLANDER_NEEDS("tar");
    Forgery forgery;
    const auto directory = *forgery.unpack();
    forgery.write();
    for (const auto& package : {forgery.package(), directory}) {
        World world;
        CountedProgress progress;
        world.environment.progress = &progress;
        const auto report = verify_package(
            package, {.trust = forgery.scratch() / "trust", .custody = forgery.custody_directory()},
            world.environment);
        ASSERT_TRUE(report.has_value());
        EXPECT_TRUE(report->passed()) << told(*report);
        EXPECT_EQ(progress.files_expected, 3U) << package;
        EXPECT_EQ(progress.files_done, progress.files_expected) << package;
        EXPECT_GT(progress.bytes_expected, 0U) << package;
        EXPECT_EQ(progress.bytes_done, progress.bytes_expected) << package;
    }
}

TEST(CustodyBeside, IsFoundByTheNameAlone) {
    using package::Form;
    const std::tuple<std::string, Form, std::string> rows[] = {
        {"in/pkg.tar", Form::tar, "in/pkg.custody"},
        {"in/pkg", Form::tar, "in/pkg.custody"},
        {"in/pkg", Form::directory, "in/pkg.custody"},
        {"in/pkg/", Form::directory, "in/pkg.custody"},
        {"in/pkg//", Form::directory, "in/pkg.custody"},
        {"in/pkg/.", Form::directory, "in/pkg.custody"},
        {"in/pkg.tar", Form::directory, "in/pkg.tar.custody"},
        {".", Form::directory, ""},
        {"in/..", Form::directory, ""},
        {"/", Form::directory, ""},
    };
    for (const auto& [path, form, beside] : rows)
        EXPECT_EQ(verify::custody_beside(path, form), beside) << path;
}

/// What root can read is unreadable only when the file system fails.
TEST(Unreadable, IsNeverAPassAndNeverCalledBroken) {
    SOLANDER_NEEDS("tar");
    Forgery forgery;
    const auto directory = *forgery.unpack();
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
