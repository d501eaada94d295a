// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include <exception>
#include <new>
#include <ostream>

#include "base/escape.h"
#include "cli/grammar.h"

namespace solander::cli {

namespace {

Exit read_and_act(std::span<const std::string> arguments, Io& io) {
    Grammar grammar;
    if (const auto answered = grammar.read(arguments, io)) return *answered;
    return grammar.act(io);
}

}  // namespace

int run(std::span<const std::string> arguments, Io& io) {
    Exit code = Exit::internal;
    try {
        code = read_and_act(arguments, io);
    } catch (const std::bad_alloc&) {
        io.err << "solander: out of memory\n";
    } catch (const std::exception& problem) {
        io.err << "solander: this should not happen: " << base::printable(problem.what()) << '\n';
    }
    if (!io.out.flush()) {
        if (!io.terminal.has_lost_reader())
            io.err << "solander: standard output could not be written\n";
        code = graver(code, Exit::io) == code && code != Exit::passed ? code : Exit::io;
    }
    return static_cast<int>(code);
}

}  // namespace solander::cli
