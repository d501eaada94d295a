// SPDX-License-Identifier: Apache-2.0
// Before every single operation on files somebody else changes what is worked on: what was verified
// is what was opened, and what was packed is what was there, or it is said that it was not left
// alone.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include <gtest/gtest.h>

#include <solander/bundle.h>

#include "support/faulty_files.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Scratch;

constexpr int kTooMany = 2000;

void append(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::app | std::ios::binary) << bytes;
}

/// Other bytes of the same size, in the same file.
void overwrite(const fs::path& path) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-1, std::ios::end);
    file.put('!');
}

/// Another file under the same name.
void put_in_its_place(const fs::path& path, const std::string& bytes) {
    const fs::path draft = path.string() + ".new";
    test::write_file(draft, bytes);
    fs::rename(draft, path);
}

std::string with_other_byte(std::string bytes, std::size_t at) {
    bytes.at(at) = static_cast<char>(bytes[at] ^ 1);
    return bytes;
}

struct Meddling {
    std::string name;
    void (*meddle)(const fs::path& path);
};

void PrintTo(const Meddling& meddling, std::ostream* out) {
    *out << meddling.name;
}

std::string meddling_name(const testing::TestParamInfo<Meddling>& info) {
    return info.param.name;
}

const std::vector<Meddling> kMeddlings{
    {"ReplacedByAForgery",
     [](const fs::path& path) {
         const std::string bytes = test::read_file(path);
         put_in_its_place(path, with_other_byte(bytes, bytes.size() / 2));
     }},
    {"ReplacedByTheSame",
     [](const fs::path& path) { put_in_its_place(path, test::read_file(path)); }},
    {"CutOff", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) / 2); }},
    {"Emptied", [](const fs::path& path) { fs::resize_file(path, 0); }},
    {"Appended", [](const fs::path& path) { append(path, "more"); }},
    {"Overwritten", [](const fs::path& path) { overwrite(path); }},
    {"Removed", [](const fs::path& path) { fs::remove(path); }},
    {"ReplacedByALink",
     [](const fs::path& path) {
         fs::rename(path, path.string() + ".moved");
         fs::create_symlink(path.string() + ".moved", path);
     }},
};

/// One package, and a fresh copy of it for each moment, made before any of them is verified: the
/// times of a file that was made just now may not tell a change.
class Verifying : public testing::TestWithParam<Meddling> {
protected:
    Verifying() {
        test::write_file(scratch_ / "in/letter.txt", std::string(300'000, 'l'));
        test::write_file(scratch_ / "in/other.txt", "Dear Helena,\n");
        test::write_file(scratch_ / "trust", test::trust_lines({"archivist"}));
        test::World world;
        test::make_fixture_package(world, {scratch_ / "in"}, scratch_ / "first", "p");
    }

    fs::path copy_of(int moment) const { return scratch_ / ("at-" + std::to_string(moment)); }

    Result<Report> verify(const fs::path& package, test::Fault& fault) const {
        const test::World world;
        const auto files = test::faulty_file_system(fault);
        const Environment environment{.files = *files, .clock = world.clock};
        return verify_package(package, {.trust = scratch_ / "trust"}, environment);
    }

    /// Paths are relative to a copy. `opened` is the name under which the target is opened, the
    /// copy written `@`.
    void meddle_at_every_moment(const std::string& package, const std::string& target,
                                std::string opened) {
        const fs::path original = scratch_ / "first";
        test::Fault none;
        const auto sound = verify(original / package, none);
        ASSERT_TRUE(sound && sound->passed());
        const int operations = none.operations.load();
        ASSERT_LT(operations, kTooMany);
        for (const auto& [name, times] : none.opened) EXPECT_EQ(times.size(), 1U) << name;
        if (opened.starts_with('@')) opened.replace(0, 1, original.string());
        ASSERT_EQ(none.opened.count(opened), 1U);
        const int opening = none.opened[opened].front();
        for (int moment = 0; moment < operations; ++moment)
            fs::copy(original, copy_of(moment), fs::copy_options::recursive);

        for (int moment = 0; moment < operations; ++moment) {
            test::Fault fault;
            fault.moment = moment;
            fault.happening = [&] { GetParam().meddle(copy_of(moment) / target); };
            const auto report = verify(copy_of(moment) / package, fault);
            if (!report || !report->passed()) {
                ++noticed_;
                if (report) codes_ += test::codes(*report) + "\n";
                continue;
            }
            EXPECT_EQ(*report->manifest_digest, *sound->manifest_digest);
            const bool is_the_same =
                GetParam().name == "ReplacedByTheSame" || GetParam().name == "ReplacedByALink";
            EXPECT_TRUE(moment > opening || is_the_same)
                << "operation " << moment << ": it was opened after that, by operation " << opening;
        }
    }

    int noticed_ = 0;
    std::string codes_;  ///< Of what did not pass.
    Scratch scratch_;
};

TEST_P(Verifying, ATarThatIsNotLeftAlone) {
    meddle_at_every_moment("p.tar", "p.tar", "@/p.tar");
    EXPECT_NE(codes_.find("package.changed"), std::string::npos) << codes_;
}

TEST_P(Verifying, APayloadFileOfADirectoryThatIsNotLeftAlone) {
    SOLANDER_NEEDS("tar");
    const auto unpacked =
        test::run_program({"tar", "-xf", "p.tar"}, {.directory = scratch_ / "first"});
    ASSERT_EQ(unpacked.status, 0) << unpacked.err;
    meddle_at_every_moment("p", "p/data/in/letter.txt", "data/in/letter.txt");
    EXPECT_NE(codes_.find("package.changed"), std::string::npos) << codes_;
}

/// It is read once, whole, and judged as it was read.
TEST_P(Verifying, AnEventThatIsNotLeftAlone) {
    meddle_at_every_moment("p.tar", "p.custody/0001-seal.xml", "0001-seal.xml");
    EXPECT_TRUE(noticed_ > 0 || GetParam().name == "ReplacedByTheSame");
}

/// The custody in a bundle is read before the package, and a change to it must not wait to be seen
/// until the next time.
TEST(Meanwhile, ABundleWhoseCustodyIsChangedDoesNotPass) {
    const Scratch scratch;
    test::write_file(scratch / "in/letter.txt", std::string(300'000, 'l'));
    test::write_file(scratch / "trust", test::trust_lines({"archivist"}));
    test::World world;
    test::make_fixture_package(world, {scratch / "in"}, scratch / "first", "p");
    const fs::path bundle = scratch / "bundle.tar";
    ASSERT_TRUE(
        make_bundle({.package = scratch / "first/p.tar", .output = bundle}, world.environment));
    const std::size_t event = test::read_file(bundle).find("<event ");
    ASSERT_NE(event, std::string::npos);
    const auto verify = [&](const fs::path& package, test::Fault& fault) {
        const auto files = test::faulty_file_system(fault);
        const Environment environment{.files = *files, .clock = world.clock};
        return verify_package(package, {.trust = scratch / "trust"}, environment);
    };
    test::Fault none;
    const auto sound = verify(bundle, none);
    ASSERT_TRUE(sound && sound->passed());
    const int operations = none.operations.load();
    ASSERT_LT(operations, kTooMany);
    const auto copy_of = [&](int moment) { return scratch / (std::to_string(moment) + ".tar"); };
    for (int moment = 0; moment < operations; ++moment) fs::copy_file(bundle, copy_of(moment));
    std::string passed;
    for (int moment = 0; moment < operations; ++moment) {
        test::Fault fault;
        fault.moment = moment;
        fault.happening = [&] {
            std::fstream file(copy_of(moment), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(static_cast<std::streamoff>(event + 1));
            file.put('E');
        };
        const auto report = verify(copy_of(moment), fault);
        if (report && report->passed()) passed += std::to_string(moment) + " ";
    }
    EXPECT_EQ(passed, "");
}

INSTANTIATE_TEST_SUITE_P(Meanwhile, Verifying, testing::ValuesIn(kMeddlings), meddling_name);

class Packing : public testing::TestWithParam<Meddling> {};

/// Sealed is what was there before or what was there after, whole, or nothing.
TEST_P(Packing, AnInputThatIsNotLeftAlone) {
    const std::string before(300'000, 'l');
    int failed = 0;
    int moment = 0;
    for (bool is_over = false; !is_over; ++moment) {
        ASSERT_LT(moment, kTooMany);
        const Scratch scratch;
        const fs::path letter = scratch / "in/letter.txt";
        test::write_file(letter, before);
        test::write_file(scratch / "in/other.txt", "Dear Helena,\n");
        test::write_file(scratch / "trust", test::trust_lines({"archivist"}));
        test::Fault fault;
        fault.moment = moment;
        fault.happening = [&] { GetParam().meddle(letter); };
        const auto files = test::faulty_file_system(fault);
        test::World world;
        const Environment environment{.files = *files, .clock = world.clock};
        const SigningKey key = test::fixture_key("archivist");
        PackRequest request{
            .inputs = {letter, scratch / "in/other.txt"}, .output = scratch / "out", .name = "p"};
        request.sealers.push_back({key, "archivist@example.org"});
        const auto packed = make_package(request, environment);
        is_over = fault.operations.load() <= moment;
        if (!packed) {
            ++failed;
            EXPECT_TRUE(!fs::exists(scratch / "out") || fs::is_empty(scratch / "out")) << moment;
            continue;
        }
        const auto report =
            verify_package(packed->package, {.trust = scratch / "trust"}, world.environment);
        ASSERT_TRUE(report && report->passed()) << moment;
        const auto& sealed = report->verified->get().files;
        const auto entry = std::find_if(sealed.begin(), sealed.end(), [](const PayloadFile& file) {
            return file.path.str() == "data/letter.txt";
        });
        if (entry == sealed.end()) continue;
        const auto after = GetParam().name == "Appended"  ? before.size() + 4
                           : GetParam().name == "CutOff"  ? before.size() / 2
                           : GetParam().name == "Emptied" ? 0
                                                          : before.size();
        EXPECT_TRUE(entry->size == before.size() || entry->size == after) << moment;
    }
    EXPECT_GT(failed, 0);
    EXPECT_GT(moment, 30);
}

INSTANTIATE_TEST_SUITE_P(Meanwhile, Packing, testing::ValuesIn(kMeddlings), meddling_name);

}  // namespace
}  // namespace solander
