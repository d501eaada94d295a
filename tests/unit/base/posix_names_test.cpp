// SPDX-License-Identifier: Apache-2.0
// The ways around system calls that some kernels, sandboxes and file systems do not have. A filter
// in a process of its own takes these calls away.
#include "base/posix_names.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <solander/file_system.h>

#include "support/scratch.h"

namespace solander::base {
namespace {

namespace fs = std::filesystem;
using test::Scratch;

/// From now on in this process, openat2 is unknown, and so is every flag of renameat2. False if no
/// filter can be set here.
bool take_calls_away() {
    constexpr auto kNumber = static_cast<std::uint32_t>(offsetof(seccomp_data, nr));
    constexpr auto kFlags = static_cast<std::uint32_t>(offsetof(seccomp_data, args) + 4 * 8);
    std::array filter{
        sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, kNumber},
        sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_openat2},
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | ENOSYS},
        sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SYS_renameat2},
        sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, kFlags},
        sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 1, 0, 0},
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EINVAL},
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
    };
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

constexpr int kAsExpected = 0;
constexpr int kOtherwise = 1;
constexpr int kNoFilter = 77;

struct Row {
    std::string name;
    bool (*holds)(const Scratch& scratch, Directory& directory);
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

bool is(const fs::path& path, std::string_view bytes) {
    return fs::exists(path) && test::read_file(path) == bytes;
}

const std::vector<Row> kRows{
    {"OpensBelow",
     [](const Scratch& s, Directory& d) {
         test::write_file(s / "a/b/c", "x");
         return d.open("a/b/c").has_value();
     }},
    {"FollowsNoLinkToAFile",
     [](const Scratch& s, Directory& d) {
         fs::create_symlink("/etc/passwd", s / "link");
         return !d.open("link").has_value();
     }},
    {"FollowsNoLinkToADirectory",
     [](const Scratch& s, Directory& d) {
         fs::create_directory_symlink("/etc", s / "link");
         return !d.open("link/passwd").has_value() && !d.create("link/x").has_value();
     }},
    {"DoesNotLeave",
     [](const Scratch& s, Directory& d) {
         test::write_file(s / "a/b", "x");
         return !d.open("a/../../etc/passwd").has_value() && !d.open("../x").has_value();
     }},
    {"RenamesAFile",
     [](const Scratch& s, Directory& d) {
         test::write_file(s / "a", "new");
         return d.rename("a", "b", Existing::refuse).has_value() && is(s / "b", "new") &&
                !fs::exists(s / "a");
     }},
    {"RefusesToReplaceAFile",
     [](const Scratch& s, Directory& d) {
         test::write_file(s / "a", "new");
         test::write_file(s / "b", "old");
         return !d.rename("a", "b", Existing::refuse).has_value() && is(s / "b", "old") &&
                is(s / "a", "new");
     }},
    {"ReplacesAFile",
     [](const Scratch& s, Directory& d) {
         test::write_file(s / "a", "new");
         test::write_file(s / "b", "old");
         return d.rename("a", "b", Existing::replace).has_value() && is(s / "b", "new") &&
                !fs::exists(s / "a");
     }},
    {"RenamesADirectory",
     [](const Scratch& s, Directory& d) {
         test::write_file(s / "a/x", "new");
         return d.rename("a", "b", Existing::refuse).has_value() && is(s / "b/x", "new");
     }},
    {"RefusesToReplaceADirectory",
     [](const Scratch& s, Directory& d) {
         test::write_file(s / "a/x", "new");
         fs::create_directory(s / "b");
         return !d.rename("a", "b", Existing::refuse).has_value() && is(s / "a/x", "new") &&
                fs::is_empty(s / "b");
     }},
    {"SwapsDirectories",
     [](const Scratch& s, Directory& d) {
         test::write_file(s / "a/x", "new");
         test::write_file(s / "b/x", "old");
         return d.rename("a", "b", Existing::replace).has_value() && is(s / "b/x", "new") &&
                is(s / "a/x", "old");
     }},
};

class WithoutTheCalls : public testing::TestWithParam<Row> {};

TEST_P(WithoutTheCalls, DoesTheSame) {
    const Scratch scratch;
    const auto run = [&](bool filtered) {
        const auto files = native_file_system();
        auto directory = files->open_directory(scratch.path());
        if (filtered && !take_calls_away()) ::_exit(kNoFilter);
        ::_exit(GetParam().holds(scratch, **directory) ? kAsExpected : kOtherwise);
    };
    const auto ends_well = [](int status) {
        return WIFEXITED(status) &&
               (WEXITSTATUS(status) == kAsExpected || WEXITSTATUS(status) == kNoFilter);
    };
    EXPECT_EXIT(run(true), ends_well, "");
}

/// The same rows hold where nothing is taken away, or they would prove nothing.
TEST_P(WithoutTheCalls, DoesItWithThemToo) {
    const Scratch scratch;
    const auto files = native_file_system();
    const auto directory = files->open_directory(scratch.path());
    ASSERT_TRUE(directory.has_value());
    EXPECT_TRUE(GetParam().holds(scratch, **directory));
}

INSTANTIATE_TEST_SUITE_P(PosixNames, WithoutTheCalls, testing::ValuesIn(kRows),
                         [](const auto& tested) { return tested.param.name; });

TEST(Find, TellsAbsenceFromNotBeingAbleToLook) {
    const Scratch scratch;
    test::write_file(scratch / "a/b", "x");
    fs::create_directory_symlink("/etc", scratch / "link");
    const auto files = native_file_system();
    const auto directory = *files->open_directory(scratch.path());
    for (const std::string there : {"a", "a/b", "link"}) {
        const auto found = directory->find(there);
        ASSERT_TRUE(found.has_value()) << there;
        EXPECT_TRUE(found->has_value()) << there;
    }
    for (const std::string absent : {"x", "a/x", "a/b/c", "x/y", "link/passwd"}) {
        const auto found = directory->find(absent);
        ASSERT_TRUE(found.has_value()) << absent;
        EXPECT_FALSE(found->has_value()) << absent;
    }
    EXPECT_FALSE(directory->find(std::string(5000, 'x')).has_value());
    EXPECT_TRUE(files->find(scratch / "a")->has_value());
    EXPECT_FALSE(files->find(scratch / "x")->has_value());
}

}  // namespace
}  // namespace solander::base
