// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "arch/layers.h"
#include "arch/tree.h"

namespace solander::arch {

/// Each names the file, the line where there is one, what is wrong and what would be right.
using Complaints = std::vector<std::string>;

/// Modules include downwards only, and each library has its modules: [modules], [libraries].
Complaints check_layers(const Tree& tree, const Layers& layers);
/// A file's own header stands first, so that it cannot lean on what others include.
Complaints check_own_header_first(const Tree& tree, const Layers& layers);
/// Words that code must not use: [forbidden ...], [tolerated].
Complaints check_words(const Tree& tree, const Layers& layers);
/// Every source is in a build file: an unlisted plug-in, test or public header does nothing.
Complaints check_build_lists(const Tree& tree, const Layers& layers);
/// The licence, `#pragma once`, the length of files.
Complaints check_form(const Tree& tree, const Layers& layers);
/// What is left to do has an issue; what is not linted has a reason.
Complaints check_remarks(const Tree& tree, const Layers& layers);

struct Check {
    std::string_view name;
    Complaints (*run)(const Tree& tree, const Layers& layers) = nullptr;

    friend void PrintTo(const Check& check, std::ostream* out) { *out << check.name; }
};

inline constexpr std::array kChecks = {
    Check{"Layers", check_layers}, Check{"OwnHeaderFirst", check_own_header_first},
    Check{"Words", check_words},   Check{"BuildLists", check_build_lists},
    Check{"Form", check_form},     Check{"Remarks", check_remarks},
};

}  // namespace solander::arch
