// SPDX-License-Identifier: Apache-2.0
// The fuzzer of one target: SOLANDER_TARGET, an entry of fuzz/targets.
#include "run.h"

namespace solander::fuzz {
extern const Target SOLANDER_TARGET;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace solander;
    return fuzz::report(fuzz::SOLANDER_TARGET.check(fuzz::input(data, size)));
}
