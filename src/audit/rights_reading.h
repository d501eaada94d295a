// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/record.h"
#include "audit/rights_claims.h"
#include "audit/rights_uri.h"
#include "audit/rule.h"

namespace solander::audit {

// What a record says of the rights in its document, as far as it stands. Rights in the description
// itself are left out.

/// The values of a field of rights that stand: for each thing that rights are in (the original, its
/// translation …) those from the origin of the first one.
std::vector<const Answer*> standing_rights(const Record& record, std::string_view field);

/// Whether two statements are on one thing; what does not say what it covers may be on any.
bool is_on_same_thing(const Answer& a, const Answer& b);
bool is_on_same_thing(const Rights& a, const Rights& b);

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
/// The same, where a known text says what the configuration says of it: a class, of the item or of
/// the description. The words of such a claim are all of the text.
std::vector<TextClaims> standing_claims(const Record& record, const Context& context);

struct StatusAnswer {
    const Answer* answer = nullptr;
    PremisCopyrightStatus status = PremisCopyrightStatus::unknown;
};

/// The PREMIS copyright statuses.
std::vector<StatusAnswer> standing_statuses(const Record& record);

/// The notes of a type that stand: of each thing that rights are in, those from the origin of the
/// first one. Only of the blocks that `of_block` is true of; those on the description are left out.
std::vector<const Note*> standing_notes(const Record& record, std::string_view type,
                                        bool (*of_block)(const Rights& rights));

/// Whether anything is stated of the rights in one thing by itself.
bool has_rights_in(const Record& record, RightsCovers what);

struct HolderWords {
    const Place* place = nullptr;  ///< Null: of a determination, which has none.
    std::string_view words;        ///< Empty: nothing says so.
};

/// Where texts, determinations or holders on one thing say that its holder was not found, or that
/// it is an orphan: see unlocated_holder().
HolderWords unlocated_holder_of(const Record& record, const Rights& thing);

/// Whether anything but a text tells the status of the very document: a URI that is known, or a
/// PREMIS status.
bool has_item_status(const Record& record);

/// Whether somebody decided on the rights in the document, and it is told who, when and how.
bool is_determined(const Record& record);

/// Whether a person or body is named that holds the rights or made the work.
bool has_holder_or_creator(const Record& record);

}  // namespace solander::audit
