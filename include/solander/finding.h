// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <solander/code.h>

namespace solander {

/// What a verifier says of a package, and of each layer of it.
enum class Verdict {
    passed,
    indeterminate,  ///< It could not be decided. Never a kind of pass.
    failed,
};

/// What a finding is about.
enum class Layer {
    container,     ///< The tar or directory as such.
    integrity,     ///< The bytes are those that the manifest lists.
    authenticity,  ///< Who signed the manifest, and whether the reader believes them.
    custody,       ///< Who held the package.
    metadata,      ///< The records say what their captures say.
};
inline constexpr std::size_t kLayerCount = 5;

/// What is known of a code without any package at hand.
struct CodeInfo {
    Code code;
    std::string_view id;  ///< Stable: `payload.digest`.
    Layer layer;
    Verdict effect;  ///< What one such finding makes of its layer; passed = a warning.
    std::string_view title;
    std::string_view meaning;
    std::string_view why;
    std::string_view example;
    std::string_view remedy;
};

/// All codes, in the order of the enumeration.
std::span<const CodeInfo> all_codes();
const CodeInfo& code_info(Code code);
/// Null for a text that is no code.
const CodeInfo* find_code(std::string_view id);

/// One thing that is wrong with a package, or worth knowing.
struct Finding {
    Code code;
    /// The file, signer or event that it is about, as found: not yet fit for a terminal.
    std::string subject;
    /// One sentence, likewise.
    std::string message;
    /// The layer whose check found it.
    Layer layer = Layer::container;
};

std::string_view verdict_name(Verdict verdict);  ///< `PASSED`, `INDETERMINATE`, `FAILED`
std::string_view layer_name(Layer layer);        ///< `container`, …

/// The graver of two.
constexpr Verdict worse(Verdict a, Verdict b) {
    return a < b ? b : a;
}

}  // namespace solander
