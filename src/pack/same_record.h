// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/document.h>

namespace solander::pack {

/// Whether two records are of one document.
enum class Sameness {
    same_id,     ///< They have a record id in common.
    same_words,  ///< One has no id; title, date and summary are alike. A person has to confirm it.
    different,
};

struct Comparison {
    Sameness sameness = Sameness::different;
    /// The id that they share; where they are different, why, as half a sentence: `its title
    /// differs: 'Cable' here, 'Letter' there`.
    std::string words;
};

/// Compares `other` with `document`. Record ids decide where both have one. Else title, date and
/// summary do, white space and quotation marks folded; a record that lacks one of the three cannot
/// be told to be the same. Texts alone are never enough to tell two records with ids apart or
/// together: archives hold drafts and copies that are alike but for their ids.
Comparison compare_records(const Document& document, const Document& other);

/// Record ids and titles, to look records up by: two that compare_records() finds to be the same
/// have one in common, so that not all need be compared with all.
std::vector<std::string> match_keys(const Document& document);

}  // namespace solander::pack
