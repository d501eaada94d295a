// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace solander::audit {

// Identifiers of funders: their forms and check digits. Nothing is looked up anywhere.

enum class FunderScheme { crossref, ror, isni };
std::string_view funder_scheme_name(FunderScheme scheme);  ///< `Crossref Funder ID`

/// The scheme that a record's word for it means: `ror`, `isni`, `fundref`, `Crossref Funder ID` …
std::optional<FunderScheme> find_funder_scheme(std::string_view type);

/// The scheme that the form of an identifier shows, whether or not its digits are right. Nothing
/// for bare digits that could be several, and for other texts.
std::optional<FunderScheme> scheme_of_form(std::string_view identifier);

/// What is wrong with an identifier of a scheme, as the end of a sentence that begins with it;
/// empty if nothing is.
std::string wrong_with_funder_id(FunderScheme scheme, std::string_view identifier);

/// Whether sixteen characters, blanks and hyphens between them allowed, are an ISNI or ORCID with
/// the right check digit (ISO 7064, MOD 11-2).
bool is_isni(std::string_view text);
/// Whether the nine characters of a ROR id are well formed and end in their check digits (ISO 7064,
/// MOD 97-10, over Crockford's base 32).
bool is_ror(std::string_view text);

}  // namespace solander::audit
