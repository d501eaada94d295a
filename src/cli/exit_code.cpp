// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_code.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace solander::cli {

Exit exit_for(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return Exit::usage;
        case ErrorCode::open:
            return Exit::no_input;
        case ErrorCode::create:
            return Exit::no_output;
        case ErrorCode::io:
            return Exit::io;
        case ErrorCode::format:
        case ErrorCode::limit:
        case ErrorCode::unsupported:
            return Exit::indeterminate;
        case ErrorCode::refused:
            return Exit::failed;
        case ErrorCode::interrupted:
            return Exit::interrupted;
        case ErrorCode::internal:
            return Exit::internal;
    }
    std::abort();
}

Exit exit_for(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return Exit::passed;
        case Verdict::indeterminate:
            return Exit::indeterminate;
        case Verdict::failed:
            return Exit::failed;
    }
    std::abort();
}

Exit graver(Exit a, Exit b) {
    static constexpr std::array kOrder{
        Exit::passed,   Exit::policy, Exit::indeterminate, Exit::no_output, Exit::io,
        Exit::no_input, Exit::usage,  Exit::failed,        Exit::internal,  Exit::interrupted};
    const auto rank = [](Exit code) { return std::find(kOrder.begin(), kOrder.end(), code); };
    return rank(a) < rank(b) ? b : a;
}

}  // namespace solander::cli
