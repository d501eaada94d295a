// SPDX-License-Identifier: Apache-2.0
#include "metadata/dc_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "metadata/dublin_core_terms.h"

namespace solander::metadata {

namespace {

/// The fifteen elements of 1998, which are all that `dc` has; `dcterms` has them as well.
constexpr std::array<std::string_view, 15> kElements = {
    "title",  "creator",    "subject", "description", "publisher", "contributor", "date",  "type",
    "format", "identifier", "source",  "language",    "relation",  "coverage",    "rights"};

bool is_known(std::string_view prefix, std::string_view element) {
    if (prefix == "dcterms") return true;
    return prefix == "dc" && std::ranges::find(kElements, element) != kElements.end();
}

/// In a table the date of a document is what the column is for, and a publisher says one of several
/// things: of the document, or of the copy.
bool put_element(Document& document, std::string_view element, const Said& said) {
    if (element == "publisher") return false;
    if (element != "date") return put_dublin_core(document, element, said);
    put(document, Field::date, said);
    return true;
}

}  // namespace

void put_dublin_core(Document& document, std::string_view prefix, std::string_view element,
                     Said said, std::vector<Remark>& remarks) {
    const auto dates = document.dates.size();
    if (is_known(prefix, element) && put_element(document, element, said)) {
        remark_on_dates(document, dates, remarks);
        return;
    }
    const std::string name = said.place.label;
    put_leftover(document, name, std::move(said));
}

}  // namespace solander::metadata
