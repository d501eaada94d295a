// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace solander::audit {

/// A text as it is compared with others, word by word.
struct TextWords {
    std::vector<std::string> shown;      ///< As they stand in the text.
    std::vector<std::uint32_t> digests;  ///< Of what is compared of each: FNV-1a in 32 bits.
};

/// The words between blanks, after folding. An address that is among `contacts` (folded), and what
/// stands where a capture lost one (`[email protected]`), are the same.
TextWords words_of_text(std::string_view text, const std::set<std::string>& contacts);
/// The digests alone.
std::vector<std::uint32_t> word_digests(std::string_view text,
                                        const std::set<std::string>& contacts);

/// How much alike two texts are, in hundredths, rounded down: Dice's coefficient of their runs of
/// three words, each counted as often as it stands. 100 is for the same words alone, 0 for other
/// texts of fewer than three.
///
/// Dice and not Jaccard: a word changed in the middle takes three runs from both texts, and Jaccard
/// would count them twice, so that of a notice of fifty words none could differ.
unsigned likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// What has become of the words of one text in another, for a person. Where `known.shown` is empty,
/// its words are counted. Empty: nothing.
std::string changes_of(const TextWords& known, const TextWords& now);

}  // namespace solander::audit
