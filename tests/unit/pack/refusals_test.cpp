// SPDX-License-Identifier: Apache-2.0
// Bad input gets a sentence and a code, and leaves nothing behind.
#include <filesystem>
#include <functional>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Scratch;

struct Refusal {
    std::string name;
    std::function<void(const Scratch&, PackRequest&)> arrange;
    ErrorCode code;
    std::string message;
};

void PrintTo(const Refusal& row, std::ostream* out) {
    *out << row.name;
}
std::string row_name(const testing::TestParamInfo<Refusal>& row) {
    return row.param.name;
}

class PackRefuses : public testing::TestWithParam<Refusal> {};

TEST_P(PackRefuses, WithASentenceAndNothingLeftBehind) {
    const Scratch scratch;
    test::World world;
    const SigningKey key = test::fixture_key("archivist");
    test::write_file(scratch / "in/a.txt", "alpha\n");
    PackRequest request{.inputs = {scratch / "in"}, .output = scratch / "out", .name = "p"};
    request.sealers.push_back({key, "archivist@example.org"});
    GetParam().arrange(scratch, request);
    const auto packed = make_package(request, world.environment);
    ASSERT_FALSE(packed.has_value());
    EXPECT_EQ(packed.error().code(), GetParam().code) << packed.error().message();
    EXPECT_NE(packed.error().message().find(GetParam().message), std::string::npos)
        << packed.error().message();
    if (fs::is_directory(scratch / "out")) {
        EXPECT_TRUE(fs::is_empty(scratch / "out")) << test::snapshot(scratch / "out");
    }
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Inputs, PackRefuses, testing::Values(
    Refusal{"NoInput", [](const Scratch&, PackRequest& r) { r.inputs.clear(); }, ErrorCode::usage, "nothing to pack"},
    Refusal{"NoKey", [](const Scratch&, PackRequest& r) { r.sealers.clear(); }, ErrorCode::usage, "no key"},
    Refusal{"SameKeyTwice", [](const Scratch&, PackRequest& r) { r.sealers.push_back(r.sealers.front()); }, ErrorCode::usage, "given twice"},
    Refusal{"NamelessSigner", [](const Scratch&, PackRequest& r) { r.sealers.front().principal = ""; }, ErrorCode::usage, "name of a signer"},
    Refusal{"SignerWithEscape", [](const Scratch&, PackRequest& r) { r.sealers.front().principal = "a\x1b[m"; }, ErrorCode::usage, "name of a signer"},
    Refusal{"BadName", [](const Scratch&, PackRequest& r) { r.name = "a/b"; }, ErrorCode::usage, "a/b"},
    Refusal{"DotDotName", [](const Scratch&, PackRequest& r) { r.name = ".."; }, ErrorCode::usage, ".."},
    Refusal{"LongName", [](const Scratch&, PackRequest& r) { r.name = std::string(65, 'x'); }, ErrorCode::usage, "1 to 64"},
    Refusal{"NameLikeAnOption", [](const Scratch&, PackRequest& r) { r.name = "-rf"; }, ErrorCode::usage, "begins with none of"},
    Refusal{"HiddenName", [](const Scratch&, PackRequest& r) { r.name = ".p"; }, ErrorCode::usage, "--name p"},
    Refusal{"MissingInput", [](const Scratch& s, PackRequest& r) { r.inputs = {s / "nothing"}; }, ErrorCode::open, "nothing: no such file"},
    Refusal{"EmptyDirectory", [](const Scratch& s, PackRequest& r) { fs::create_directory(s / "empty"); r.inputs = {s / "empty"}; }, ErrorCode::open, "no file to pack"},
    Refusal{"Symlink", [](const Scratch& s, PackRequest&) { fs::create_symlink("a.txt", s / "in/link"); }, ErrorCode::open, "link: a symbolic link"},
    Refusal{"SymlinkItself", [](const Scratch& s, PackRequest& r) { fs::create_symlink("in", s / "link"); r.inputs = {s / "link"}; }, ErrorCode::open, "symbolic link"},
    Refusal{"Fifo", [](const Scratch& s, PackRequest&) { ASSERT_EQ(::mkfifo((s / "in/pipe").c_str(), 0600), 0); }, ErrorCode::open, "pipe: a FIFO"},
    Refusal{"Device", [](const Scratch&, PackRequest& r) { r.inputs = {"/dev/null"}; }, ErrorCode::open, "a device"},
    Refusal{"Backslash", [](const Scratch& s, PackRequest&) { test::write_file(s / "in/a\\b", "x"); }, ErrorCode::open, "'\\'"},
    Refusal{"LineFeedInName", [](const Scratch& s, PackRequest&) { test::write_file(s / "in/a\nb", "x"); }, ErrorCode::open, "U+000A"},
    Refusal{"NotUtf8Name", [](const Scratch& s, PackRequest&) { test::write_file(s / "in/a\xff", "x"); }, ErrorCode::open, "UTF-8"},
    Refusal{"CaseTwins", [](const Scratch& s, PackRequest&) { test::write_file(s / "in/A.TXT", "x"); }, ErrorCode::open, "case"},
    Refusal{"SameBaseName", [](const Scratch& s, PackRequest& r) { test::write_file(s / "other/in", "x"); r.inputs.push_back(s / "other/in"); }, ErrorCode::open, "cannot both be"},
    Refusal{"DotDotInput", [](const Scratch&, PackRequest& r) { r.inputs = {".."}; }, ErrorCode::usage, "no name of its own"},
    Refusal{"OutputIsAFile", [](const Scratch& s, PackRequest& r) { r.output = s / "in/a.txt"; }, ErrorCode::create, "a.txt"},
    Refusal{"UnknownField", [](const Scratch&, PackRequest& r) { r.settings = {{"titel", "x"}}; }, ErrorCode::usage, "did you mean 'title'"},
    Refusal{"EmptySetting", [](const Scratch&, PackRequest& r) { r.settings = {{"title", ""}}; }, ErrorCode::usage, "set to nothing"},
    Refusal{"BlankSetting", [](const Scratch&, PackRequest& r) { r.settings = {{"title", " \t\n\u00A0\u3000"}}; }, ErrorCode::usage, "'title' is set to nothing"},
    Refusal{"InvisibleSetting", [](const Scratch&, PackRequest& r) { r.settings = {{"title", "\u200B\uFEFF"}}; }, ErrorCode::usage, "'title' is set to nothing"},
    Refusal{"SettingThatIsNotUtf8", [](const Scratch&, PackRequest& r) { r.settings = {{"creator", "M\xFCller"}}; }, ErrorCode::usage, "'creator' is not UTF-8 text: 'M\\xFCller'"},
    Refusal{"SettingWithAControl", [](const Scratch&, PackRequest& r) { r.settings = {{"source", "MS\x01 12"}}; }, ErrorCode::usage, "'source' has a character"},
    Refusal{"SettingWithANextLine", [](const Scratch&, PackRequest& r) { r.settings = {{"source", "MS\u0085"}}; }, ErrorCode::usage, "'source' has a character"},
    Refusal{"SettingOfTheDepositWithAControl", [](const Scratch&, PackRequest& r) { r.settings = {{"accession", "a\x7F\x02"}}; }, ErrorCode::usage, "'accession' has a character"},
    Refusal{"TwoAccessions", [](const Scratch&, PackRequest& r) { r.settings = {{"accession", "1963/1"}, {"title", "t"}, {"accession", "1963/2"}}; }, ErrorCode::usage, "'accession' is set twice, and a package has one: '1963/1' or '1963/2'"},
    Refusal{"TwoDepositors", [](const Scratch&, PackRequest& r) { r.settings = {{"depositor", "One"}, {"depositor", "One"}}; }, ErrorCode::usage, "'depositor' is set twice"},
    Refusal{"RightsUriInWords", [](const Scratch&, PackRequest& r) { r.settings = {{"rights-uri", "In Copyright"}}; }, ErrorCode::usage, "takes a URI"}
), row_name);
// clang-format on

TEST(PackRefusesToo, AFileThatMayNotBeRead) {
    const Scratch scratch;
    test::World world;
    test::write_file(scratch / "in/a.txt", "alpha\n");
    fs::permissions(scratch / "in/a.txt", fs::perms::none);
    fs::permissions(scratch.path(), fs::perms::all);
    const SigningKey key = test::fixture_key("archivist");
    PackRequest request{.inputs = {scratch / "in"}, .output = scratch / "out", .name = "p"};
    request.sealers.push_back({key, "archivist@example.org"});
    // Root may read everything, so it is somebody else for a moment.
    const ::uid_t self = ::geteuid();
    static constexpr ::uid_t kNobody = 65534;
    ASSERT_EQ(self == 0 ? ::seteuid(kNobody) : 0, 0);
    const auto packed = make_package(request, world.environment);
    ASSERT_EQ(self == 0 ? ::seteuid(self) : 0, 0);
    ASSERT_FALSE(packed.has_value());
    EXPECT_EQ(packed.error().code(), ErrorCode::open);
    EXPECT_EQ(packed.error().message(), (scratch / "in/a.txt").string() + ": permission denied");
    EXPECT_FALSE(fs::exists(scratch / "out/p.tar"));
    EXPECT_FALSE(fs::exists(scratch / "out/p.custody"));
}

TEST(PackRefusesToo, ToGoOnWhenAskedToStop) {
    const Scratch scratch;
    test::World world;
    test::write_file(scratch / "in/a.txt", "alpha\n");
    const SigningKey key = test::fixture_key("archivist");
    PackRequest request{.inputs = {scratch / "in"}, .output = scratch / "out", .name = "p"};
    request.sealers.push_back({key, "archivist@example.org"});
    world.stop = true;
    const auto packed = make_package(request, world.environment);
    ASSERT_FALSE(packed.has_value());
    EXPECT_EQ(packed.error().code(), ErrorCode::interrupted);
    EXPECT_FALSE(fs::exists(scratch / "out/p.tar"));
}

/// Changes the inputs at the moment when the work is about to begin.
class Meddler final : public Progress {
public:
    explicit Meddler(std::function<void()> act) : act_(std::move(act)) {}
    void expect(std::uint64_t, std::uint64_t) override { act_(); }
    void advance(std::uint64_t, std::uint64_t) override {}

private:
    std::function<void()> act_;
};

TEST(PackRefusesToo, WhatChangesOrVanishesWhileItIsPacked) {
    struct Row {
        std::string_view name;
        std::function<void(const fs::path&)> meddle;
        ErrorCode code;
    };
    const Row rows[] = {
        {"Grows", [](const fs::path& file) { test::write_file(file, "alpha and more\n"); },
         ErrorCode::io},
        {"Shrinks", [](const fs::path& file) { test::write_file(file, "a"); }, ErrorCode::io},
        {"SameSize", [](const fs::path& file) { test::write_file(file, "ALPHA\n"); },
         ErrorCode::io},
        {"Vanishes", [](const fs::path& file) { fs::remove(file); }, ErrorCode::open},
        {"BecomesALink",
         [](const fs::path& file) {
             fs::remove(file);
             fs::create_symlink("/etc/hostname", file);
         },
         ErrorCode::open},
    };
    for (const Row& row : rows) {
        const Scratch scratch;
        test::World world;
        test::write_file(scratch / "in/a.txt", "alpha\n");
        Meddler meddler([&] { row.meddle(scratch / "in/a.txt"); });
        world.environment.progress = &meddler;
        const SigningKey key = test::fixture_key("archivist");
        PackRequest request{.inputs = {scratch / "in"}, .output = scratch / "out", .name = "p"};
        request.sealers.push_back({key, "archivist@example.org"});
        const auto packed = make_package(request, world.environment);
        ASSERT_FALSE(packed.has_value()) << row.name;
        EXPECT_EQ(packed.error().code(), row.code) << row.name << packed.error().message();
        EXPECT_NE(packed.error().message().find("a.txt"), std::string::npos);
        EXPECT_TRUE(fs::is_empty(scratch / "out")) << row.name;
    }
}

}  // namespace
}  // namespace solander
