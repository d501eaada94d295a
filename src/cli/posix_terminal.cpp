// SPDX-License-Identifier: Apache-2.0
#include "cli/posix_terminal.h"

#include <cerrno>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "base/try.h"
#include "base/unique_fd.h"

namespace solander::cli {

namespace {

constexpr std::size_t kMaxPassphrase = 1024;
constexpr std::size_t kMaxAnswer = 1024;

/// Switches echo off as long as it lives.
class Silence {
public:
    explicit Silence(int terminal) : terminal_(terminal) {
        if (::tcgetattr(terminal_, &before_) != 0) return;
        ::termios silent = before_;
        silent.c_lflag &= ~static_cast<::tcflag_t>(ECHO);
        active_ = ::tcsetattr(terminal_, TCSAFLUSH, &silent) == 0;
    }
    ~Silence() {
        if (active_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    Silence(Silence&&) = delete;
    Silence& operator=(Silence&&) = delete;

    bool active() const { return active_; }

private:
    int terminal_;
    ::termios before_{};
    bool active_ = false;
};

/// One line, without its end, byte by byte: no buffer between keeps a copy.
Result<SecretBytes> read_line(int descriptor) {
    SOLANDER_TRY_ASSIGN(SecretBytes line, SecretBytes::create(kMaxPassphrase));
    for (std::size_t size = 0;;) {
        if (size == line.size())
            return Error(ErrorCode::usage,
                         fmt::format("a passphrase has at most {} bytes", kMaxPassphrase - 1));
        const ::ssize_t got = ::read(descriptor, &line.bytes()[size], 1);
        if (got < 0 && errno == EINTR) return Error(ErrorCode::interrupted, "interrupted");
        if (got < 0) return Error(ErrorCode::open, "the passphrase could not be read");
        if (got == 0 || line.bytes()[size] == std::byte{'\n'}) {
            line.truncate(size);
            return line;
        }
        ++size;
    }
}

}  // namespace

bool PosixTerminal::shows_progress() const {
    return ::isatty(2) == 1;
}

bool PosixTerminal::shows_output() const {
    return ::isatty(1) == 1;
}

bool PosixTerminal::has_lost_reader() const {
    pollfd out{.fd = 1, .events = POLLOUT, .revents = 0};
    return ::poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

Result<std::optional<SecretBytes>> PosixTerminal::ask_secret(std::string_view prompt) {
    const base::UniqueFd terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    if (!terminal) return std::optional<SecretBytes>();
    const Silence silence(terminal.get());
    if (!silence.active())
        return Error(ErrorCode::io, "the terminal's echo could not be switched off");
    const auto show = [&terminal](std::string_view text) {
        return ::write(terminal.get(), text.data(), text.size()) ==
               static_cast<::ssize_t>(text.size());
    };
    if (!show(prompt)) return Error(ErrorCode::io, "the terminal could not be written");
    auto secret = read_line(terminal.get());
    static_cast<void>(show("\n"));
    if (!secret) return secret.error();
    return std::optional<SecretBytes>(*std::move(secret));
}

Result<std::optional<std::string>> PosixTerminal::ask(std::string_view prompt) {
    const base::UniqueFd terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    if (!terminal) return std::optional<std::string>();
    if (::write(terminal.get(), prompt.data(), prompt.size()) !=
        static_cast<::ssize_t>(prompt.size()))
        return Error(ErrorCode::io, "the terminal could not be written");
    std::string answer;
    for (char letter = 0; answer.size() < kMaxAnswer;) {
        const ::ssize_t got = ::read(terminal.get(), &letter, 1);
        if (got < 0 && errno == EINTR) return Error(ErrorCode::interrupted, "interrupted");
        if (got < 0) return Error(ErrorCode::io, "the terminal could not be read");
        if (got == 0 || letter == '\n') break;
        answer += letter;
    }
    return std::optional<std::string>(std::move(answer));
}

Result<SecretBytes> PosixTerminal::read_secret(int descriptor) {
    auto secret = read_line(descriptor);
    if (!secret && secret.error().code() == ErrorCode::open)
        return Error(ErrorCode::open,
                     fmt::format("file descriptor {} could not be read", descriptor));
    return secret;
}

}  // namespace solander::cli
