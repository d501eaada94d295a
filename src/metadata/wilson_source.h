// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <solander/statement.h>

namespace solander::metadata {

/// A person as a sentence names one: `Ada Quist (Harbour University)`.
struct NamedPerson {
    std::string_view whole;
    std::string_view name;
    std::string_view affiliation;
};

/// `Reprinted in …`, `Published in …`
struct PrintedIn {
    RelationType type = RelationType::related;
    std::string_view words;  ///< Where.
};

struct ObtainedBy {
    std::string_view method;  ///< The words for it: `Obtained by`.
    NamedPerson person;
};

/// The parts of a source sentence. All point into it; a part that the grammar does not find is
/// empty, and then nothing is said of it: the sentence itself is kept whole in any case.
struct SourceSentence {
    std::string_view locator;
    std::string_view archive;
    std::string_view place;  ///< Of the archive: `Warsaw`; `Brasilia, Brazil`.
    /// The archive is named by its abbreviation alone.
    bool abbreviated = false;
    /// Nothing but the credit line tells that these words are a name.
    bool known_by_credit = false;
    std::string_view release;  ///< `Special Declassification April 2002`
    std::optional<ObtainedBy> obtained;
    std::optional<NamedPerson> translator;
    std::string_view translated;  ///< With the words before the name: `translated by …`.
    std::vector<PrintedIn> printed;
};

/// Reads a source sentence. `credited` is the name in the credit line of the same record, or empty.
/// Spec: docs/metadata.md, "The source sentence".
SourceSentence read_source_sentence(std::string_view sentence, std::string_view credited);

}  // namespace solander::metadata
