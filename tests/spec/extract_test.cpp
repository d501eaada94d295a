// SPDX-License-Identifier: Apache-2.0
// What is taken out of packages that are not as they were sealed.
#include <fmt/format.h>

#include <solander/read.h>

#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "flaw.h"
#include "support/faulty_files.h"
#include "trust/namespaces.h"

namespace solander::test {
namespace {

namespace fs = std::filesystem;

struct Row {
    std::string name;
    void (*make)(Forgery&);
    std::vector<std::string> written;  ///< Below the target; the others are not.
    std::string codes;                 ///< Of findings that fail, each once.
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

const std::vector<std::string> kAll{"data/in/Příloha č. 1.txt", "data/in/letter.txt",
                                    "data/in/telegram.txt"};

const std::vector<Row> kRows{
    {"Whole", [](Forgery&) {}, kAll, ""},
    {"OneFileChanged",
     [](Forgery& f) { f.entry("data/in/letter.txt").data[5] ^= 1; },
     {kAll[0], kAll[2]},
     "payload.digest"},
    {"CutInTheLastFile",
     [](Forgery& f) {
         f.entries.back().data.resize(512);
         f.end.clear();
         f.entries.back().header = "";
     },
     {kAll[0], kAll[1]},
     "payload.unreadable"},
    {"ManifestChanged",
     [](Forgery& f) { replace(f.manifest(), "level=\"item\"", "level=\"file\""); },
     {},
     "manifest.id signature.bad"},
    {"SignatureByAnotherKeyThanDeclared",
     [](Forgery& f) {
         f.entry(Forgery::signature_of("manifest.xml", "archivist")).data =
             crypto::sign(fixture_key("registrar"), trust::kManifestNamespace,
                          crypto::sha512(base::as_bytes(f.manifest())))
                 .value();
     },
     {},
     "signature.type"},
    {"SignatureMissing",
     [](Forgery& f) { f.entries.erase(f.entries.begin() + 2); },
     {},
     "signature.missing"},
    {"ManifestRefused",
     [](Forgery& f) {
         replace(f.manifest(), "path=\"data/in/letter.txt\"", "path=\"data/../letter.txt\"");
         f.reseal();
     },
     {},
     "manifest.invalid"},
};

class Extraction : public testing::TestWithParam<Row> {
protected:
    static Result<Extracted> extract(Forgery& forgery, const fs::path& target,
                                     const std::vector<std::string>& selection = {}) {
        static World world;
        forgery.write();
        return extract_files(forgery.package(), {.selection = selection, .output = target},
                             forgery.options, world.environment);
    }
};

std::string failing_codes(const Report& report) {
    Report failing;
    for (const auto& finding : report.findings)
        if (code_info(finding.code).effect != Verdict::passed &&
            finding.code != Code::custody_missing)
            failing.findings.push_back(finding);
    return distinct_codes(failing);
}

TEST_P(Extraction, WritesWhatIsAsSealedAndNamesTheRest) {
    Forgery forgery;
    GetParam().make(forgery);
    const auto target = forgery.scratch() / "to";
    const auto extracted = extract(forgery, target);
    ASSERT_TRUE(extracted.has_value()) << extracted.error().message();
    EXPECT_EQ(extracted->files, GetParam().written);
    EXPECT_EQ(failing_codes(extracted->report), GetParam().codes) << told(extracted->report);
    std::vector<std::string> there;
    if (fs::exists(target))
        for (const auto& entry : fs::recursive_directory_iterator(target))
            if (entry.is_regular_file())
                there.push_back(entry.path().lexically_relative(target).string());
    std::ranges::sort(there);
    EXPECT_EQ(there, GetParam().written);
}

INSTANTIATE_TEST_SUITE_P(Spec, Extraction, testing::ValuesIn(kRows),
                         [](const auto& tested) { return tested.param.name; });

TEST_F(Extraction, LeavesNoEmptyDirectoryForAFileThatIsNotAsSealed) {
    Forgery forgery;
    forgery.entry("data/in/letter.txt").data[5] ^= 1;
    const auto target = forgery.scratch() / "to";
    ASSERT_TRUE(extract(forgery, target, {"data/in/letter.txt"}).has_value());
    EXPECT_TRUE(fs::is_empty(target));
}

TEST_F(Extraction, IsNotConfusedByALeftDraft) {
    Forgery forgery;
    const auto target = forgery.scratch() / "to";
    write_file(target / ".solander-0.partial", "left behind");
    ASSERT_TRUE(extract(forgery, target).has_value());
    EXPECT_EQ(read_file(target / ".solander-0.partial"), "left behind");
    EXPECT_EQ(read_file(target / "data/in/letter.txt"), forgery.entry("data/in/letter.txt").data);
}

TEST_F(Extraction, WritesThroughNoLink) {
    Forgery forgery;
    const auto target = forgery.scratch() / "to";
    fs::create_directories(forgery.scratch() / "elsewhere");
    fs::create_directories(target / "data");
    fs::create_directory_symlink(forgery.scratch() / "elsewhere", target / "data/in");
    const auto extracted = extract(forgery, target);
    ASSERT_FALSE(extracted.has_value());
    EXPECT_EQ(extracted.error().code(), ErrorCode::create);
    EXPECT_TRUE(fs::is_empty(forgery.scratch() / "elsewhere"));
}

TEST_F(Extraction, SaysWhatIsInTheWay) {
    Forgery forgery;
    const auto target = forgery.scratch() / "to";
    write_file(target / "data/in", "a file where a directory is to be");
    const auto through_a_file = extract(forgery, target);
    ASSERT_FALSE(through_a_file.has_value());
    EXPECT_EQ(through_a_file.error().code(), ErrorCode::create);
    EXPECT_NE(through_a_file.error().message().find("data/in is there and no directory"),
              std::string::npos)
        << through_a_file.error().message();
    const auto other = forgery.scratch() / "other";
    fs::create_directories(other / "data/in/letter.txt");
    World world;
    const auto over_a_directory = extract_files(
        forgery.package(), {.output = other, .replace = true}, forgery.options, world.environment);
    ASSERT_FALSE(over_a_directory.has_value());
    EXPECT_NE(
        over_a_directory.error().message().find("data/in/letter.txt is there, and a directory"),
        std::string::npos)
        << over_a_directory.error().message();
}

/// The draft of what is not as it was sealed goes, and nothing else does.
TEST_F(Extraction, LeavesNoDraft) {
    Forgery forgery;
    forgery.entry("data/in/letter.txt").data[5] ^= 1;
    const auto target = forgery.scratch() / "to";
    ASSERT_TRUE(extract(forgery, target).has_value());
    for (const auto& entry : fs::directory_iterator(target))
        EXPECT_EQ(entry.path().filename(), "data");
}

TEST_F(Extraction, TellsItsProgress) {
    Forgery forgery;
    forgery.write();
    World world;
    CountedProgress progress;
    Environment environment{.files = *world.files, .clock = world.clock};
    environment.progress = &progress;
    ASSERT_TRUE(extract_files(forgery.package(), {.output = forgery.scratch() / "to"},
                              forgery.options, environment)
                    .has_value());
    EXPECT_EQ(progress.files_expected, 3U);
    EXPECT_EQ(progress.files_done, 3U);
    EXPECT_EQ(progress.bytes_done, progress.bytes_expected);
    EXPECT_GT(progress.bytes_done, 0U);
}

TEST_F(Extraction, StopsWhenAsked) {
    Forgery forgery;
    forgery.write();
    World world;
    world.stop = true;
    const auto extracted = extract_files(forgery.package(), {.output = forgery.scratch() / "to"},
                                         forgery.options, world.environment);
    ASSERT_FALSE(extracted.has_value());
    EXPECT_EQ(extracted.error().code(), ErrorCode::interrupted);
}

TEST_F(Extraction, RefusesAnEmptySelection) {
    Forgery forgery;
    const auto extracted = extract(forgery, forgery.scratch() / "to", {""});
    ASSERT_FALSE(extracted.has_value());
    EXPECT_EQ(extracted.error().code(), ErrorCode::usage);
}

/// Whatever fails, each file is there whole or not at all, and no draft stays.
TEST_F(Extraction, LeavesWholeFilesOnlyWhateverFails) {
    Forgery forgery;
    forgery.write();
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, 500);
        const Scratch scratch;
        Fault fault;
        fault.failing = failing;
        const auto files = faulty_file_system(fault);
        const World world;
        const Environment environment{.files = *files, .clock = world.clock};
        const auto extracted = extract_files(forgery.package(), {.output = scratch / "to"},
                                             {.trust = forgery.scratch() / "trust"}, environment);
        if (fault.operations.load() <= failing) {
            EXPECT_TRUE(extracted.has_value());
            break;
        }
        if (!fs::exists(scratch / "to")) continue;
        for (const auto& entry : fs::recursive_directory_iterator(scratch / "to")) {
            if (!entry.is_regular_file()) continue;
            const auto name = entry.path().lexically_relative(scratch / "to").string();
            EXPECT_EQ(read_file(entry.path()), forgery.entry(name).data) << failing;
        }
    }
}

}  // namespace
}  // namespace solander::test
