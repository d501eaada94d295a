// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace solander::arch {

using Words = std::set<std::string, std::less<>>;

/// Words that no code may use, and why.
struct Forbidden {
    std::vector<std::string> words;
    std::string reason;
};

/// docs/layers.txt, which explains its own form.
struct Layers {
    struct Module {
        Words modules;
        Words libraries;
    };
    std::map<std::string, Module, std::less<>> modules;
    std::map<std::string, std::vector<std::string>, std::less<>> libraries;
    std::vector<Forbidden> in_the_library;
    std::vector<Forbidden> everywhere;
    std::map<std::string, Words, std::less<>> tolerated;

    /// What is wrong with the file itself: a line of no known form, a module that may include what
    /// is not above it, a library without headers.
    std::vector<std::string> complaints;
};

Layers parse_layers(std::string_view text);

}  // namespace solander::arch
