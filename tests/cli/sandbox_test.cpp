// SPDX-License-Identifier: Apache-2.0
// What a process that reads a package can no longer do, tried in processes of their own.
#include "cli/sandbox.h"

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <functional>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/fs.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using cli::Confined;
using cli::LinuxSandbox;
using test::Desk;
using test::Scratch;
using testing::HasSubstr;

constexpr int kUnexpected = 255;

/// What `inside` returns in a process of its own.
int in_a_child(const std::function<int()>& inside) {
    const ::pid_t child = ::fork();
    if (child == 0) ::_exit(inside());
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : kUnexpected;
}

/// What a kernel may be without.
enum class Kernel { has_both, has_no_landlock, has_neither };

/// From here on system calls answer as that kernel's would.
void pretend(Kernel kernel) {
    if (kernel == Kernel::has_both) return;
    const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
    ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(landlock_create_ruleset), 0);
    if (kernel == Kernel::has_neither) {
        ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0);
        const scmp_arg_cmp filters{0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0};
        ::seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, &filters);
    }
    if (::seccomp_load(filter) != 0) ::_exit(kUnexpected);
    ::seccomp_release(filter);
}

/// What this kernel can do, and this build: sanitizers do without a sandbox.
bool can_confine(bool needs_landlock) {
    return in_a_child([needs_landlock] {
               const Confined confined = LinuxSandbox().confine({});
               return confined.by_seccomp && (confined.by_landlock || !needs_landlock) ? 0 : 1;
           }) == 0;
}

#define SOLANDER_NEEDS_SANDBOX(needs_landlock) \
    if (!can_confine(needs_landlock)) GTEST_SKIP() << "no sandbox in this kernel or build"

/// 0 if the call succeeded, else its errno.
int outcome(long result) {
    return result >= 0 ? 0 : errno;
}

int opened(const fs::path& path, int flags) {
    return outcome(::open(path.c_str(), flags | O_CLOEXEC, 0600));
}

struct Call {
    std::string name;
    /// Given a directory with a file `there`. 0, or an errno.
    int (*make)(const fs::path& directory);
};

void PrintTo(const Call& call, std::ostream* out) {
    *out << call.name;
}

const std::vector<Call> kNotForReaders{
    {"Tcp", [](const fs::path&) { return outcome(::socket(AF_INET, SOCK_STREAM, 0)); }},
    {"Udp6", [](const fs::path&) { return outcome(::socket(AF_INET6, SOCK_DGRAM, 0)); }},
    {"UnixSocket", [](const fs::path&) { return outcome(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
    {"Program",
     [](const fs::path&) {
         const char* const arguments[] = {"true", nullptr};
         return outcome(::execv("/bin/true", const_cast<char* const*>(arguments)));
     }},
    {"Process",
     [](const fs::path&) {
         const auto child = ::fork();
         if (child == 0) ::_exit(0);
         return outcome(child);
     }},
    {"Signal", [](const fs::path&) { return outcome(::kill(::getppid(), 0)); }},
    {"SignalToAThread",
     [](const fs::path&) { return outcome(::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0)); }},
    {"SignalToAnything",
     [](const fs::path&) { return outcome(::syscall(SYS_tkill, ::getppid(), 0)); }},
    {"QueuedSignal",
     [](const fs::path&) {
         ::siginfo_t info{};
         info.si_code = SI_QUEUE;
         return outcome(::syscall(SYS_rt_sigqueueinfo, ::getppid(), 0, &info));
     }},
    {"LimitsOfAnother",
     [](const fs::path&) {
         ::rlimit limit{};
         return outcome(::prlimit(::getppid(), RLIMIT_CORE, nullptr, &limit));
     }},
    {"TypingIntoTheTerminal",
     [](const fs::path&) { return outcome(::ioctl(STDIN_FILENO, TIOCSTI, "x")); }},
    {"TakingTheTerminal",
     [](const fs::path&) {
         const int group = 0;
         return outcome(::ioctl(STDIN_FILENO, TIOCSPGRP, &group));
     }},
    {"SignalWhenAFileCanBeRead",
     [](const fs::path& directory) {
         const int file = ::open((directory / "there").c_str(), O_RDONLY | O_CLOEXEC);
         return outcome(::fcntl(file, F_SETOWN, ::getppid()));
     }},
    {"SignalWhenAFileCanBeReadByTheOtherCall",
     [](const fs::path& directory) {
         const int file = ::open((directory / "there").c_str(), O_RDONLY | O_CLOEXEC);
         const ::f_owner_ex owner{F_OWNER_PID, ::getppid()};
         return outcome(::fcntl(file, F_SETOWN_EX, &owner));
     }},
    {"SignalOfOnesChoice",
     [](const fs::path& directory) {
         const int file = ::open((directory / "there").c_str(), O_RDONLY | O_CLOEXEC);
         return outcome(::fcntl(file, F_SETSIG, SIGKILL));
     }},
    {"SignalsByIoctl",
     [](const fs::path& directory) {
         const int file = ::open((directory / "there").c_str(), O_RDONLY | O_CLOEXEC);
         const int is_on = 0;
         return outcome(::ioctl(file, FIOASYNC, &is_on));
     }},
    {"Clock", [](const fs::path&) { return outcome(::syscall(SYS_clock_settime, 0, nullptr)); }},
    {"AttributesThroughAReader",
     [](const fs::path& directory) {
         const int file = ::open((directory / "there").c_str(), O_RDONLY | O_CLOEXEC);
         long flags = 0;
         return outcome(::ioctl(file, FS_IOC_SETFLAGS, &flags));
     }},
    {"PermissionsByTheNewerCall",
     [](const fs::path& directory) {
         constexpr int kFchmodat2 = 452;
         return outcome(::syscall(kFchmodat2, AT_FDCWD, (directory / "there").c_str(), 0600, 0));
     }},
    {"SharedMemory",
     [](const fs::path&) { return outcome(::shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600)); }},
    {"Messages", [](const fs::path&) { return outcome(::msgget(IPC_PRIVATE, IPC_CREAT | 0600)); }},
    {"IoUring", [](const fs::path&) { return outcome(::syscall(SYS_io_uring_setup, 1, nullptr)); }},
    {"Permissions",
     [](const fs::path& directory) { return outcome(::chmod((directory / "there").c_str(), 0)); }},
};

const std::vector<Call> kChanges{
    {"NewFile",
     [](const fs::path& directory) { return opened(directory / "new", O_CREAT | O_WRONLY); }},
    {"Overwrite", [](const fs::path& directory) { return opened(directory / "there", O_WRONLY); }},
    {"ReadAndWrite", [](const fs::path& directory) { return opened(directory / "there", O_RDWR); }},
    {"Truncate",
     [](const fs::path& directory) { return opened(directory / "there", O_RDONLY | O_TRUNC); }},
    {"Remove",
     [](const fs::path& directory) { return outcome(::unlink((directory / "there").c_str())); }},
    {"Rename",
     [](const fs::path& directory) {
         return outcome(::rename((directory / "there").c_str(), (directory / "elsewhere").c_str()));
     }},
    {"NewDirectory",
     [](const fs::path& directory) { return outcome(::mkdir((directory / "new").c_str(), 0700)); }},
    {"Link",
     [](const fs::path& directory) {
         return outcome(::symlink("there", (directory / "link").c_str()));
     }},
};

bool is_refusal(int number) {
    return number == EPERM || number == EACCES;
}

std::string call_name(const testing::TestParamInfo<Call>& info) {
    return info.param.name;
}

class Readers : public testing::TestWithParam<Call> {};

TEST_P(Readers, MayNot) {
    SOLANDER_NEEDS_SANDBOX(false);
    const Scratch scratch;
    test::write_file(scratch / "there", "x");
    ASSERT_FALSE(is_refusal(in_a_child([&] { return GetParam().make(scratch / ""); })))
        << "it is refused anyhow";
    test::write_file(scratch / "there", "x");
    for (const Kernel kernel : {Kernel::has_both, Kernel::has_no_landlock}) {
        const int number = in_a_child([&] {
            pretend(kernel);
            LinuxSandbox().confine({});
            return GetParam().make(scratch / "");
        });
        EXPECT_TRUE(is_refusal(number)) << number;
    }
}

INSTANTIATE_TEST_SUITE_P(Calls, Readers, testing::ValuesIn(kNotForReaders), call_name);
INSTANTIATE_TEST_SUITE_P(Changes, Readers, testing::ValuesIn(kChanges), call_name);

class WhoWritesSomewhere : public testing::TestWithParam<Call> {};

TEST_P(WhoWritesSomewhere, MayNotElsewhere) {
    SOLANDER_NEEDS_SANDBOX(true);
    const Scratch scratch;
    const fs::path place = scratch / "state";
    test::write_file(place / "there", "x");
    test::write_file(scratch / "there", "x");
    const auto confined = [&](const fs::path& directory) {
        return in_a_child([&] {
            LinuxSandbox().confine(std::vector{place});
            return GetParam().make(directory);
        });
    };
    EXPECT_TRUE(is_refusal(confined(scratch / "")));
    EXPECT_EQ(confined(place), 0);
}

INSTANTIATE_TEST_SUITE_P(Changes, WhoWritesSomewhere, testing::ValuesIn(kChanges), call_name);

TEST(Sandbox, LetsReadersReadAndMakeThreads) {
    SOLANDER_NEEDS_SANDBOX(false);
    const Scratch scratch;
    test::write_file(scratch / "there", "x");
    for (const Kernel kernel : {Kernel::has_both, Kernel::has_no_landlock})
        EXPECT_EQ(in_a_child([&] {
                      pretend(kernel);
                      if (!LinuxSandbox().confine({}).wholly) return kUnexpected;
                      int number = kUnexpected;
                      std::thread([&] { number = opened(scratch / "there", O_RDONLY); }).join();
                      return number;
                  }),
                  0);
}

/// A thread begins with what the one has that made it.
TEST(Sandbox, HoldsForThreadsThatAreMadeLater) {
    SOLANDER_NEEDS_SANDBOX(false);
    EXPECT_EQ(in_a_child([] {
                  LinuxSandbox().confine({});
                  int number = 0;
                  std::thread([&] { number = outcome(::socket(AF_INET, SOCK_STREAM, 0)); }).join();
                  return number;
              }),
              EPERM);
}

/// Nothing that reads makes one, and what it would be made in is somebody else's.
TEST(Sandbox, OpensNoPlaceThatIsNotThere) {
    SOLANDER_NEEDS_SANDBOX(true);
    const Scratch scratch;
    EXPECT_EQ(in_a_child([&] {
                  if (!LinuxSandbox().confine(std::vector{scratch / "a/b"}).wholly)
                      return kUnexpected;
                  return outcome(::mkdir((scratch / "a").c_str(), 0700));
              }),
              EACCES);
}

TEST(Sandbox, OfAPlaceThatIsAFileOpensThatFileAlone) {
    SOLANDER_NEEDS_SANDBOX(true);
    const Scratch scratch;
    test::write_file(scratch / "file", "x");
    test::write_file(scratch / "state/there", "x");
    const auto confined = [&](const std::function<int()>& inside) {
        return in_a_child([&] {
            const std::vector<fs::path> places{scratch / "file", scratch / "state"};
            if (!LinuxSandbox().confine(places).wholly) return kUnexpected;
            return inside();
        });
    };
    EXPECT_EQ(confined([&] { return opened(scratch / "file", O_WRONLY); }), 0);
    EXPECT_EQ(confined([&] { return opened(scratch / "state/new", O_CREAT | O_WRONLY); }), 0);
    EXPECT_EQ(confined([&] { return opened(scratch / "new", O_CREAT | O_WRONLY); }), EACCES);
}

/// abort(3) does, and so does what a sanitizer ends with.
TEST(Sandbox, LetsAProcessSignalItself) {
    SOLANDER_NEEDS_SANDBOX(false);
    EXPECT_EQ(in_a_child([] {
                  LinuxSandbox().confine({});
                  return outcome(::syscall(SYS_tgkill, ::getpid(), ::gettid(), 0));
              }),
              0);
}

struct Lacking {
    std::string name;
    Kernel kernel;
    bool has_state;
    std::string told;  ///< By `verify -v`.
    int required;      ///< What `--sandbox require` exits with.
};

void PrintTo(const Lacking& lacking, std::ostream* out) {
    *out << lacking.name;
}

class LackingKernel : public testing::TestWithParam<Lacking> {
protected:
    /// The tool as a process under that kernel; its status, and standard error in `said`.
    int run(const std::vector<std::string>& more) {
        std::vector<std::string> words{test::solander_tool(), "verify",
                                       desk_.path("out/letters.tar"), "--trust",
                                       desk_.path("trust")};
        words.insert(words.end(), more.begin(), more.end());
        if (GetParam().has_state) {
            fs::create_directories(desk_.path("state"));
            words.insert(words.end(), {"--state", desk_.path("state")});
        }
        const int status = in_a_child([&] {
            pretend(GetParam().kernel);
            std::vector<char*> arguments;
            for (std::string& word : words) arguments.push_back(word.data());
            arguments.push_back(nullptr);
            const int said = ::creat(desk_.path("said").c_str(), 0600);
            ::dup2(said, STDOUT_FILENO);
            ::dup2(said, STDERR_FILENO);
            ::execv(arguments.front(), arguments.data());
            return kUnexpected;
        });
        said_ = desk_.read("said");
        return status;
    }

    Desk desk_;
    std::string said_;
};

TEST_P(LackingKernel, WorksAsFarAsTheKernelGoes) {
    SOLANDER_NEEDS_SANDBOX(true);
    desk_.pack_letters();
    EXPECT_EQ(run({"-v"}), 0) << said_;
    EXPECT_THAT(said_, HasSubstr(GetParam().told));
    EXPECT_THAT(said_, HasSubstr("PASSED"));
    EXPECT_EQ(run({"--sandbox", "require"}), GetParam().required) << said_;
    EXPECT_EQ(said_.find("PASSED") == std::string::npos, GetParam().required != 0);
    EXPECT_EQ(run({"-v", "--sandbox", "off"}), 0) << said_;
    EXPECT_EQ(said_.find("reading with"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Sandbox, LackingKernel,
    testing::Values(
        Lacking{"Both", Kernel::has_both, false, "reading without network, programs", 0},
        Lacking{"BothWithAMemory", Kernel::has_both, true, "reading without network", 0},
        Lacking{"NoLandlock", Kernel::has_no_landlock, false, "reading without network", 0},
        Lacking{"NoLandlockWithAMemory", Kernel::has_no_landlock, true,
                "more rights than needed: the kernel has no Landlock", 64},
        Lacking{"Neither", Kernel::has_neither, false,
                "more rights than needed: the kernel has no seccomp", 64},
        Lacking{"NeitherWithAMemory", Kernel::has_neither, true, "the kernel has no seccomp", 64}),
    [](const auto& tested) { return tested.param.name; });

/// The value behind `Name:` in /proc/PID/status.
std::string status_line(::pid_t process, const std::string& name) {
    const std::string status = test::read_file("/proc/" + std::to_string(process) + "/status");
    const auto begin = status.find(name + ":\t");
    if (begin == std::string::npos) return "";
    const auto value = begin + name.size() + 2;
    return status.substr(value, status.find('\n', value) - value);
}

/// Seen from outside, at the moment when the tool opens what it is to read.
TEST(Sandbox, IsThereBeforeThePackageIsOpened) {
    SOLANDER_NEEDS_SANDBOX(false);
    const Desk desk;
    ASSERT_EQ(::mkfifo(desk.path("fifo").c_str(), 0600), 0);
    const std::string package = desk.path("fifo");
    const std::string tool = test::solander_tool();
    for (const std::string verb : {"verify", "show", "list"}) {
        const ::pid_t reader = ::fork();
        if (reader == 0) {
            const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
            ::dup2(nowhere, STDOUT_FILENO);
            ::dup2(nowhere, STDERR_FILENO);
            ::execl(tool.c_str(), tool.c_str(), verb.c_str(), package.c_str(), nullptr);
            ::_exit(kUnexpected);
        }
        const int writer = ::open(package.c_str(), O_WRONLY | O_CLOEXEC);  // waits for the reader
        ASSERT_GE(writer, 0);
        EXPECT_EQ(status_line(reader, "NoNewPrivs"), "1") << verb;
        EXPECT_EQ(status_line(reader, "Seccomp"), "2") << verb;
        ::close(writer);
        int status = 0;
        EXPECT_EQ(::waitpid(reader, &status, 0), reader);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) != kUnexpected) << verb;
    }
}

TEST(Sandbox, MakesNoDifferenceWithoutANetwork) {
    SOLANDER_NEEDS("unshare");
    if (test::run_program({"unshare", "-rn", "true"}).status != 0)
        GTEST_SKIP() << "no process without a network can be made here";
    Desk desk;
    desk.pack_letters();
    const std::vector<std::string> verify{test::solander_tool(), "verify", "--trust", "trust",
                                          "out/letters.tar"};
    std::vector<std::string> alone{"unshare", "-rn"};
    alone.insert(alone.end(), verify.begin(), verify.end());
    const auto with = test::run_program(verify, {.directory = desk.path("")});
    const auto without = test::run_program(alone, {.directory = desk.path("")});
    EXPECT_EQ(with.status, 0) << with.err;
    EXPECT_EQ(without.status, with.status) << without.err;
    EXPECT_EQ(without.out, with.out);
}

}  // namespace
}  // namespace solander
