// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/record.h"
#include "audit/rights_claims.h"
#include "audit/rights_uri.h"

namespace solander::audit {

// What a record says of the rights in its document, as far as it stands. Rights in the description
// itself are left out.

/// The values of a field of rights that stand: for each thing that rights are in (the original, its
/// translation …) those from the origin of the first one.
std::vector<const Answer*> standing_rights(const Record& record, std::string_view field);

/// Whether two statements are on one thing; what does not say what it covers may be on any.
bool is_on_same_thing(const Answer& a, const Answer& b);

struct UriAnswer {
    const Answer* answer = nullptr;
    std::string_view text;  ///< What stands in the place of the URI.
    RightsUri uri;
};

/// Of the fields `rights-uri` and `licence`, in this order.
std::vector<UriAnswer> standing_uris(const Record& record);
/// Those of one field.
std::vector<UriAnswer> standing_uris(const Record& record, std::string_view field);

struct TextClaims {
    const Answer* answer = nullptr;
    std::vector<Claim> claims;
};

/// The rights texts and what they claim.
std::vector<TextClaims> standing_claims(const Record& record);

struct StatusAnswer {
    const Answer* answer = nullptr;
    PremisCopyrightStatus status = PremisCopyrightStatus::unknown;
};

/// The PREMIS copyright statuses.
std::vector<StatusAnswer> standing_statuses(const Record& record);

/// Whether anything but a text tells the status of the very document: a URI that is known, or a
/// PREMIS status.
bool has_item_status(const Record& record);

/// Whether somebody decided on the rights in the document, and it is told who, when and how.
bool is_determined(const Record& record);

/// Whether a person or body is named that holds the rights or made the work.
bool has_holder_or_creator(const Record& record);

}  // namespace solander::audit
