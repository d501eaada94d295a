// SPDX-License-Identifier: Apache-2.0
#include "cli/seccomp_filter.h"

#include <algorithm>
#include <cerrno>
#include <initializer_list>
#include <memory>
#include <span>
#include <type_traits>

#include <fcntl.h>
#include <linux/fs.h>
#include <linux/sockios.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace solander::cli {

namespace {

struct Releaser {
    void operator()(scmp_filter_ctx filter) const { ::seccomp_release(filter); }
};
using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, Releaser>;

/// Of these, an architecture lacks some; libseccomp then passes over them.
constexpr int kNeverNeeded[] = {
    // The network.
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(sendmmsg),
    SCMP_SYS(socketcall),
    // Programs and processes.
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(kill),
    SCMP_SYS(tkill),
    SCMP_SYS(rt_sigqueueinfo),
    SCMP_SYS(rt_tgsigqueueinfo),
    SCMP_SYS(setpriority),
    SCMP_SYS(ioprio_set),
    SCMP_SYS(sched_setaffinity),
    SCMP_SYS(sched_setattr),
    SCMP_SYS(sched_setparam),
    SCMP_SYS(sched_setscheduler),
    SCMP_SYS(migrate_pages),
    SCMP_SYS(move_pages),
    SCMP_SYS(kcmp),
    SCMP_SYS(process_madvise),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(modify_ldt),
    // What processes share.
    SCMP_SYS(shmget),
    SCMP_SYS(shmat),
    SCMP_SYS(shmctl),
    SCMP_SYS(msgget),
    SCMP_SYS(msgsnd),
    SCMP_SYS(msgrcv),
    SCMP_SYS(msgctl),
    SCMP_SYS(semget),
    SCMP_SYS(semop),
    SCMP_SYS(semtimedop),
    SCMP_SYS(semctl),
    SCMP_SYS(ipc),
    SCMP_SYS(mq_open),
    SCMP_SYS(mq_unlink),
    // Attributes of files.
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(chown),
    SCMP_SYS(lchown),
    SCMP_SYS(fchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr),
    SCMP_SYS(removexattr),
    SCMP_SYS(lremovexattr),
    SCMP_SYS(fremovexattr),
    SCMP_SYS(utime),
    SCMP_SYS(utimes),
    SCMP_SYS(futimesat),
    SCMP_SYS(utimensat),
    // Other views of the machine.
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(move_mount),
    SCMP_SYS(open_tree),
    SCMP_SYS(fsopen),
    SCMP_SYS(fsmount),
    SCMP_SYS(fsconfig),
    SCMP_SYS(fspick),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(open_by_handle_at),
    // What goes round a filter, or is a large surface.
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(kexec_file_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(swapoff),
    SCMP_SYS(acct),
    SCMP_SYS(quotactl),
    SCMP_SYS(fanotify_init),
    // The machine's clock, names and log.
    SCMP_SYS(settimeofday),
    SCMP_SYS(stime),
    SCMP_SYS(adjtimex),
    SCMP_SYS(clock_settime),
    SCMP_SYS(clock_adjtime),
    SCMP_SYS(sethostname),
    SCMP_SYS(setdomainname),
    SCMP_SYS(syslog),
    SCMP_SYS(vhangup),
    SCMP_SYS(iopl),
    SCMP_SYS(ioperm),
};

/// Newer than the libseccomp of Debian 12: by their numbers, the same on every architecture.
constexpr int kNeverNeededByNumber[] = {
    442,  // mount_setattr
    443,  // quotactl_fd
    448,  // process_mrelease
    452,  // fchmodat2
    463,  // setxattrat
    466,  // removexattrat
    467,  // open_tree_attr
    469,  // file_setattr
};

/// Requests of ioctl(2) that type into the terminal, take it over, signal somebody when it can be
/// read, or change a file that is open for reading only.
constexpr unsigned long kIoctlsNeverNeeded[] = {
    TIOCSTI,         TIOCLINUX,         TIOCSETD,   TIOCSCTTY,    TIOCNOTTY,     TIOCCONS,
    TIOCSPGRP,       TIOCVHANGUP,       TIOCSWINSZ, TCSETS,       TCSETSW,       TCSETSF,
    TCSETA,          TCSETAW,           TCSETAF,    FIOASYNC,     FIOSETOWN,     SIOCSPGRP,
    FS_IOC_SETFLAGS, FS_IOC_FSSETXATTR, FICLONE,    FICLONERANGE, FIDEDUPERANGE,
};

/// Commands of fcntl(2) by which the kernel signals, whomever and with whatever one likes, that a
/// file can be read.
constexpr int kFcntlsNeverNeeded[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG, F_SETLEASE, F_NOTIFY};

constexpr int kChangesOfFiles[] = {
    SCMP_SYS(creat),    SCMP_SYS(truncate), SCMP_SYS(ftruncate), SCMP_SYS(fallocate),
    SCMP_SYS(rename),   SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(unlink),
    SCMP_SYS(unlinkat), SCMP_SYS(rmdir),    SCMP_SYS(mkdir),     SCMP_SYS(mkdirat),
    SCMP_SYS(link),     SCMP_SYS(linkat),   SCMP_SYS(symlink),   SCMP_SYS(symlinkat),
    SCMP_SYS(mknod),    SCMP_SYS(mknodat),
};

constexpr int kTruncations[] = {SCMP_SYS(creat), SCMP_SYS(truncate)};

bool refuse_all(scmp_filter_ctx filter, std::span<const int> calls) {
    for (const int call : calls)
        if (::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) != 0) return false;
    return true;
}

bool refuse_bits(scmp_filter_ctx filter, int call, unsigned argument, scmp_datum_t bits,
                 scmp_datum_t value) {
    const scmp_arg_cmp has{argument, SCMP_CMP_MASKED_EQ, bits, value};
    return ::seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), call, 1, &has) == 0;
}

/// A thread is a process that shares its memory, and so on; what clone3(2) makes is behind a
/// pointer, and the C library falls back on clone(2) if it hears of no such call.
bool refuse_processes(scmp_filter_ctx filter) {
    return ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
           refuse_bits(filter, SCMP_SYS(clone), 0, CLONE_THREAD, 0);
}

/// A thread may signal those of its own process, as abort(3) does.
bool refuse_other_processes(scmp_filter_ctx filter) {
    const scmp_arg_cmp is_other{0, SCMP_CMP_NE, static_cast<scmp_datum_t>(::getpid()), 0};
    const scmp_arg_cmp is_named{0, SCMP_CMP_NE, 0, 0};
    return ::seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(tgkill), 1,
                                    &is_other) == 0 &&
           ::seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1,
                                    &is_named) == 0;
}

bool refuse_ioctls(scmp_filter_ctx filter) {
    constexpr scmp_datum_t kAllThatTheKernelLooksAt = 0xFFFFFFFF;
    return std::ranges::all_of(kIoctlsNeverNeeded, [filter](unsigned long request) {
        return refuse_bits(filter, SCMP_SYS(ioctl), 1, kAllThatTheKernelLooksAt, request);
    });
}

bool refuse_fcntls(scmp_filter_ctx filter) {
    constexpr scmp_datum_t kAllThatTheKernelLooksAt = 0xFFFFFFFF;
    return std::ranges::all_of(kFcntlsNeverNeeded, [filter](int command) {
        const auto value = static_cast<scmp_datum_t>(command);
        return refuse_bits(filter, SCMP_SYS(fcntl), 1, kAllThatTheKernelLooksAt, value) &&
               refuse_bits(filter, SCMP_SYS(fcntl64), 1, kAllThatTheKernelLooksAt, value);
    });
}

bool refuse_opening(scmp_filter_ctx filter, std::initializer_list<int> flags) {
    return std::ranges::all_of(flags, [filter](int flag) {
        const auto bit = static_cast<scmp_datum_t>(flag);
        return refuse_bits(filter, SCMP_SYS(openat), 2, bit, bit) &&
               refuse_bits(filter, SCMP_SYS(open), 1, bit, bit);
    });
}

bool refuse_file_changes(scmp_filter_ctx filter) {
    return refuse_all(filter, kChangesOfFiles) &&
           refuse_opening(filter, {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC});
}

/// For a Landlock that does not know of it. What was opened for writing may still be cut.
bool refuse_truncation(scmp_filter_ctx filter) {
    return refuse_all(filter, kTruncations) && refuse_opening(filter, {O_TRUNC});
}

/// Its flags are behind a pointer. base::open_below() does without it where it is not there.
bool refuse_openat2(scmp_filter_ctx filter) {
    return ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2), 0) == 0;
}

}  // namespace

bool confine_by_seccomp(const RefusedToFiles& refused) {
    const Filter filter(::seccomp_init(SCMP_ACT_ALLOW));
    if (filter == nullptr || !refuse_all(filter.get(), kNeverNeeded) ||
        !refuse_all(filter.get(), kNeverNeededByNumber) || !refuse_processes(filter.get()) ||
        !refuse_other_processes(filter.get()) || !refuse_ioctls(filter.get()) ||
        !refuse_fcntls(filter.get()))
        return false;
    // Looked up in a tree and not one by one: each call of the process meets it. Older versions of
    // libseccomp know no trees.
    static_cast<void>(::seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2));
    if (refused.changes && !refuse_file_changes(filter.get())) return false;
    if (refused.truncation && !refuse_truncation(filter.get())) return false;
    if (refused.openat2 && !refuse_openat2(filter.get())) return false;
    return ::seccomp_load(filter.get()) == 0;
}

}  // namespace solander::cli
