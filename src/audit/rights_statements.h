// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "audit/premis_terms.h"
#include "audit/rights_class.h"

namespace solander::audit {

/// One of the twelve of RightsStatements.org.
struct RightsStatement {
    std::string_view code;   ///< `InC-EDU`
    std::string_view label;  ///< `In Copyright - Educational Use Permitted`
    RightsClass kind = RightsClass::unknown;
    /// The PREMIS status that it is related to; nothing for two of them.
    std::optional<PremisCopyrightStatus> premis = {};
    int tier = 0;  ///< The highest content tier at Europeana; 0: Europeana refuses the record.
    std::string_view only_if = {};  ///< When it may be used.
};

std::span<const RightsStatement> rights_statements();
/// By its code, letter for letter; null for another.
const RightsStatement* find_rights_statement(std::string_view code);
/// Its canonical URI, with `http`.
std::string rights_statement_uri(const RightsStatement& statement);

}  // namespace solander::audit
