// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/error.h>
#include <solander/finding.h>

namespace solander::cli {

/// The exit codes of every command. A promise: docs/exit-codes.md.
enum class Exit {
    passed = 0,
    failed = 1,
    indeterminate = 2,
    policy = 3,
    usage = 64,
    no_input = 66,
    internal = 70,
    no_output = 73,
    io = 74,
    interrupted = 130,
};

Exit exit_for(ErrorCode code);
Exit exit_for(Verdict verdict);

/// What many packages come to: the gravest. Interrupted, then FAILED, then what could not be opened
/// or read, then INDETERMINATE.
Exit graver(Exit a, Exit b);

}  // namespace solander::cli
