// SPDX-License-Identifier: Apache-2.0
// Packing is killed, without a chance to clean up: what is left is no package, or the whole of it,
// and the same command makes it good.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/faulty_files.h"
#include "support/process.h"
#include "support/sanitized.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Scratch;

constexpr int kTooMany = 2000;

struct Place {
    Place() {
        test::write_file(scratch / "in/letter.txt", "Dear Helena,\n");
        test::write_file(scratch / "in/scans/p1.tif", std::string(600'000, 't'));
        test::write_file(scratch / "trust", test::trust_lines({"archivist"}));
    }
    fs::path output() const { return scratch / "out"; }
    bool has_package() const { return fs::exists(output() / "p.tar"); }

    Result<Packed> pack(FileSystem& files) const {
        const test::World world;
        const Environment environment{.files = files, .clock = world.clock};
        const SigningKey key = test::fixture_key("archivist");
        PackRequest request{.inputs = {scratch / "in"}, .output = output(), .name = "p"};
        request.sealers.push_back({key, "archivist@example.org"});
        return make_package(request, environment);
    }

    bool passes() const {
        test::World world;
        const auto report =
            verify_package(output() / "p.tar", {.trust = scratch / "trust"}, world.environment);
        return report && report->passed();
    }

    /// What was left is nothing, drafts, or all of the package; and going on from there gives one.
    void expect_sound(const std::string& when) const {
        EXPECT_TRUE(!has_package() || passes()) << when;
        const auto files = native_file_system();
        const bool is_whole = has_package();
        EXPECT_EQ(pack(*files).has_value(), !is_whole) << when;
        EXPECT_TRUE(passes()) << when;
    }

    Scratch scratch;
};

/// Whether the process ended by SIGKILL.
bool was_killed(::pid_t child) {
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

TEST(Kill, BeforeAnyOperationLeavesNoPackageOrAWholeOne) {
    int killed = 0;
    int complete = 0;
    for (int moment = 0;; ++moment) {
        ASSERT_LT(moment, kTooMany);
        const Place place;
        const ::pid_t child = ::fork();
        if (child == 0) {
            test::Fault fault;
            fault.moment = moment;
            fault.happening = [] { ::raise(SIGKILL); };
            const auto files = test::faulty_file_system(fault);
            ::_exit(place.pack(*files) ? 0 : 1);
        }
        if (!was_killed(child)) break;
        ++killed;
        if (place.has_package()) ++complete;
        place.expect_sound("operation " + std::to_string(moment));
    }
    EXPECT_GT(killed, 30);
    EXPECT_EQ(complete, 1);  // the last sync
}

/// Starts `solander pack` on the place.
::pid_t start_tool(const Place& place) {
    const std::string tool = test::solander_tool();
    const std::string key = (test::source_root() / "fixtures/keys/archivist.key").string();
    const std::string input = (place.scratch / "in").string();
    const std::string output = place.output().string();
    fs::create_directories(output);
    const ::pid_t child = ::fork();
    if (child != 0) return child;
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execl(tool.c_str(), tool.c_str(), "pack", input.c_str(), "-k", key.c_str(), "-o",
            output.c_str(), "--name", "p", "--principal", "archivist@example.org", nullptr);
    ::_exit(1);
}

/// Waits until `child` ends, or so long, whichever is first.
void wait_for(::pid_t child, std::chrono::nanoseconds most) {
    const int process = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    ASSERT_GE(process, 0);
    constexpr std::chrono::nanoseconds::rep kSecond = 1'000'000'000;
    ::pollfd watched{.fd = process, .events = POLLIN, .revents = 0};
    const ::timespec time{.tv_sec = most.count() / kSecond, .tv_nsec = most.count() % kSecond};
    ::ppoll(&watched, 1, &time, nullptr);
    ::close(process);
}

/// The moments are the machine's; what is asked must hold at each of them.
TEST(Kill, OfTheToolAtAnyMomentLeavesNoPackageOrAWholeOne) {
    constexpr int kRounds = test::kIsSanitized ? 20 : 200;
    const auto began = std::chrono::steady_clock::now();
    {
        const Place place;
        EXPECT_FALSE(was_killed(start_tool(place)));
        EXPECT_TRUE(place.passes());
    }
    const std::chrono::nanoseconds whole = std::chrono::steady_clock::now() - began;
    std::mt19937 random(20261128);
    std::uniform_int_distribution<std::chrono::nanoseconds::rep> moments(0, whole.count());
    for (int round = 0; round < kRounds; ++round) {
        const Place place;
        const ::pid_t child = start_tool(place);
        wait_for(child, std::chrono::nanoseconds(moments(random)));
        ::kill(child, SIGKILL);
        was_killed(child);  // or it was done before
        place.expect_sound("round " + std::to_string(round));
    }
}

}  // namespace
}  // namespace solander
