// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "unit/format/xsd.h"

namespace solander::format::test {

enum class Verdict {
    fine,
    refused,
    refused_by_us,  ///< More strictly than XSD 1.0 can be; `why` says what it cannot.
};

/// A full example with one thing changed, and what schema and reader have to say of it.
struct Mutant {
    std::string name;
    std::string text;
    Verdict verdict = Verdict::refused;
    std::string says;  ///< Words of our reader's reason, alternatives parted by |.
    std::string why;
};

/// Attributes and children gone, empty, doubled, unknown or out of order, words where none belong,
/// codes that are in no list: of everything that is declared and used in the example.
std::vector<Mutant> structure_mutants(const std::string& example, const Xsd& xsd);

/// Values at the edges of the form that they must have.
std::vector<Mutant> value_mutants(const std::string& example, const Xsd& xsd);

/// The rules between the parts of a manifest or an event, and those of the XML profile.
std::vector<Mutant> manifest_rule_mutants(const std::string& example);
std::vector<Mutant> event_rule_mutants(const std::string& example);
std::vector<Mutant> release_rule_mutants(const std::string& example);
std::vector<Mutant> later_event_mutants(const std::string& example);

/// A form of values, as a simple type of the schemas.
struct ValueList {
    std::string_view type;
    /// Where a value of this form can be changed without breaking a reference: the n-th element of
    /// this name, from 0, and its attribute.
    std::string_view element;
    std::string_view attribute;
    std::size_t index = 0;
    std::vector<std::string> fine;
    std::vector<std::string> refused;
    std::vector<std::string> refused_by_us;
    std::string why;
};

std::vector<ValueList> value_lists();

}  // namespace solander::format::test
