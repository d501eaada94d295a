// SPDX-License-Identifier: Apache-2.0
// All fuzzers in one program: which of them it is, is said by the name that it is called by,
// `fuzz_TARGET`. To link one for each would take longer than most of them are run.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "properties/target.h"

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::string& target() {
    static std::string name;
    return name;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char*** argv) {
    static constexpr std::string_view kStart = "fuzz_";
    const std::string program = std::filesystem::path((*argv)[0]).filename().string();
    if (!program.starts_with(kStart)) {
        std::fprintf(stderr, "call it by the name of a target: fuzz_TARGET\n");
        std::exit(64);
    }
    target() = program.substr(kStart.size());
    return 0;
}

/// Says how a property is broken, and aborts: libFuzzer then keeps the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto broken = solander::fuzz::check(target(), input);
    if (!broken) return 0;
    std::fprintf(stderr, "\nBroken property: %s\n\n", broken->c_str());
    std::abort();
}
