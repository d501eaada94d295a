// SPDX-License-Identifier: Apache-2.0
// All fuzzers in one program: which of them it is, is said by the name that it is called by,
// `fuzz_TARGET`. To link one for each would take longer than most of them are run.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mutate_xml.h"
#include "properties/target.h"
#include "seeds/seeds.h"

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t room);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t room, unsigned seed);

namespace {

std::string& target() {
    static std::string name;
    return name;
}

bool is_xml() {
    return std::ranges::any_of(solander::fuzz::targets(), [](const auto* each) {
        return each->name == target() && each->is_xml;
    });
}

std::vector<std::string> seeds() {
    std::vector<std::string> all;
    const auto every = solander::fuzz::all_seeds(SOLANDER_SOURCE_DIR);
    if (const auto own = every.inputs().find(target()); own != every.inputs().end())
        for (const auto& [name, input] : own->second) all.push_back(input);
    return all;
}

std::string mutated_by_default(std::string words) {
    static constexpr std::size_t kMore = 64;
    const std::size_t size = words.size();
    words.resize(size + kMore);
    words.resize(
        LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(words.data()), size, words.size()));
    return words;
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

/// Of XML most changes are to the words and elements of a seed: a corpus soon consists of texts
/// that a scanner refuses, each for another byte, and what is made of these seldom gets any
/// further.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t room, unsigned seed) {
    static const std::vector<std::string> begins = is_xml() ? seeds() : std::vector<std::string>();
    std::mt19937 random(seed);
    if (begins.empty() || random() % 4 == 0) return LLVMFuzzerMutate(data, size, room);
    std::string text(reinterpret_cast<const char*>(data), size);
    if (random() % 4 != 0) text = begins[random() % begins.size()];
    for (auto changes = 1 + random() % 3; changes > 0; --changes)
        text = solander::fuzz::mutate_xml(std::move(text), random, mutated_by_default);
    const std::size_t kept = std::min(text.size(), room);
    std::copy_n(text.begin(), kept, reinterpret_cast<char*>(data));
    return kept;
}
