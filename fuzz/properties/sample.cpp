// SPDX-License-Identifier: Apache-2.0
#include "properties/sample.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "metadata/absences.h"
#include "metadata/field.h"
#include "table/field_values.h"

namespace solander::fuzz {

namespace {

using metadata::Field;

std::string words_for(Field field) {
    if (field == Field::rights_uri) return "http://rightsstatements.org/vocab/InC/1.0/";
    if (field == Field::licence) return "https://creativecommons.org/licenses/by/4.0/";
    if (table::is_date_field(field)) return "1919-05-02";
    return fmt::format("The {} as it was read", metadata::field_name(field));
}

}  // namespace

Document sample_document(std::string_view path, std::span<const metadata::Field> fields) {
    Document document;
    Origin origin;
    origin.id = "h1";
    origin.kind = OriginKind::hand_over;
    origin.file = path;
    origin.reader = "sample/1";
    document.origins.push_back(std::move(origin));
    for (const Field field : fields) {
        Place place;
        place.origin = "h1";
        place.at = "line 1";
        metadata::put(document, field, {words_for(field), std::move(place)},
                      field == Field::identifier ? "local" : "");
    }
    metadata::state_absences(document);
    return document;
}

Document sample_document(std::string_view path) {
    return sample_document(path, table::columns());
}

}  // namespace solander::fuzz
