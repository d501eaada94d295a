// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/creative_commons.h"
#include "audit/rights_statements.h"

namespace solander::audit {

/// What a text in the place of a rights URI is.
struct RightsUri {
    enum class Form {
        canonical,  ///< Letter for letter as aggregators have it.
        variant,    ///< The same, spelt another way.
        unknown,    ///< At a known address, and no term of the vocabulary.
        retired,    ///< At a known address, and given up, or not for documents.
        other,      ///< Some other URI.
        no_uri,     ///< Not a URI, or more than one.
    };
    Form form = Form::no_uri;
    const RightsStatement* statement = nullptr;  ///< Where it is one of the twelve.
    std::optional<CcLicence> licence = {};       ///< Where it is of Creative Commons.
    /// How a variant differs: `https`, `no slash at its end` …
    std::vector<std::string> differences = {};
    /// Whether it differs by its scheme alone. Creative Commons itself writes https.
    bool only_https = false;
    bool dropped_by_dpla = false;  ///< It does not survive DPLA's repairs.
    std::string nearest = {};      ///< Of an unknown one: the URI that may have been meant.

    bool is_known() const { return statement != nullptr || licence.has_value(); }
    /// `InC`, `CC0`, `PDM`, `CC BY 4.0`; empty for one that is not known.
    std::string code() const;
    std::string canonical() const;  ///< Likewise.
    RightsClass kind() const;       ///< Only of one that is known.
    bool accepted_by_europeana() const;
    bool accepted_by_dpla() const;
    std::optional<PremisCopyrightStatus> premis() const;
};

/// Reads a text that should be a rights URI. Never fails.
RightsUri read_rights_uri(std::string_view text);

}  // namespace solander::audit
