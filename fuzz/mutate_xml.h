// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <random>
#include <string>

namespace solander::fuzz {

/// Changes words as the fuzzer does by itself.
using MutateWords = std::function<std::string(std::string words)>;

/// A text with one change after which it is still XML, if it was: the words of an element or the
/// value of an attribute are changed, or a line, on which most elements stand whole, is taken away,
/// doubled or put elsewhere.
std::string mutate_xml(std::string text, std::mt19937& random, const MutateWords& mutate);

}  // namespace solander::fuzz
