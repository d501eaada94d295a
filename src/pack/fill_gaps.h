// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <solander/document.h>

namespace solander::pack {

/// What became of the answers of another record.
struct GapFilling {
    std::vector<std::string> taken;  ///< Names of fields.
    /// Where both have an answer and the answers differ, as a sentence: the document keeps its own.
    std::vector<std::string> differences;
    /// Where the other's answer would be taken and the document says otherwise, as a sentence. If
    /// there is one, nothing is taken at all.
    std::vector<std::string> contradictions;
};

/// Puts answers of `other`, a record of the same document, where `document` has none: a field that
/// is blank or absent in it, or has no answer of that kind (no identifier that is a URL, say). They
/// name `other`'s origin, which becomes one of the document's; the blank or absence stays behind.
///
/// An answer of the document's own that its record states is never touched. One that is only
/// inferred, or says that nothing is known, or was itself taken from a further record (origins from
/// `own_origins` on), would give way to a stated one: then they have to agree. Answers agree if
/// they mean the same date or language or have the same words, but for white space and quotation
/// marks; where words are known to be missing, what is there has to be in the other, in its order.
///
/// Bodies, unattributed words and notes stay in the record that they are of.
GapFilling fill_gaps(Document& document, Document other, std::size_t own_origins);

}  // namespace solander::pack
