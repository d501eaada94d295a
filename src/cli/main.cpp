// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "cli/posix_terminal.h"
#include "cli/run.h"
#include "cli/sandbox.h"

namespace {

std::atomic<bool> stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" {
static void on_signal(int /*signal*/) {
    stop.store(true, std::memory_order_relaxed);
}
}

/// The first signal asks the work to stop and clean up; a second one of its kind ends it.
void stop_on_signals() {
    struct sigaction once {};
    once.sa_handler = on_signal;
    // No SA_RESTART: a passphrase that is being asked for has to end, and give the echo back.
    once.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        ::sigaction(number, nullptr, &before);
        if (number == SIGHUP && before.sa_handler == SIG_IGN) continue;  // nohup
        ::sigaction(number, &once, nullptr);
    }
    static_cast<void>(
        ::signal(SIGPIPE, SIG_IGN));  // a closed pipe is a failed write, which is reported
}

}  // namespace

int main(int argc, char** argv) {
    stop_on_signals();

    const auto files = solander::native_file_system(&stop);
    const auto clock = solander::system_clock();
    solander::cli::PosixTerminal terminal;
    solander::cli::LinuxSandbox sandbox;
    solander::cli::Io io{
        .out = std::cout,
        .err = std::cerr,
        .files = *files,
        .clock = *clock,
        .terminal = terminal,
        .variable = [](const std::string& name) -> std::optional<std::string> {
            const char* const value =
                std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): nobody sets it
            if (value == nullptr) return std::nullopt;
            return value;
        },
        .stop = &stop,
        .processors = std::thread::hardware_concurrency(),
        .sandbox = &sandbox,
    };
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return solander::cli::run(arguments, io);
}
