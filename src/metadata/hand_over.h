// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "metadata/field.h"
#include "metadata/reader.h"

namespace solander::metadata {

/// origin_id() of a file that another system handed over.
inline constexpr std::string_view kHandOverOrigin = "h1";

/// So many notes may all the documents of one file have. Where several records share a part of
/// their file, little text could otherwise become much.
inline constexpr std::size_t kMaxNotes = 1'000'000;

/// The id of the one origin of a document that a reader of this kind makes: `c1`, `h1` or `t1`.
std::string_view origin_id(OriginKind kind);

/// A document of a text that a reader reads, with its origin and nothing else.
Document document_of(const Received& received, const Reader& reader);

/// What one of several records in a file is about: the file, and the place of the record in it, so
/// that no two of them are taken for one. `at` is a place as in manifests.
std::string subject_in(const Received& received, std::string_view at);

/// Rights as words; a URI alone is a standard statement (rightsstatements.org) or a licence
/// (creativecommons.org).
void put_rights(Document& document, Said said);

/// A relation of a kind that the record names.
RelationStatement& put_relation(Document& document, RelationType type, Said said);

/// A funder whom the record names by itself: a credit of its own, with its words and its place.
Funder& put_funder(Document& document, Said said);

/// A date as `of` by what the record's own name for it says; without EDTF where its words have
/// several readings.
void put_date(Document& document, DateOf of, Said said);

/// A tag of BCP 47 for what records write as language: `en_US` is `en-US`. Empty for anything that
/// is none.
std::string language_tag(std::string_view written);

/// Whether `words` is a URI of the web and nothing else.
bool is_web_uri(std::string_view words);

}  // namespace solander::metadata
