// SPDX-License-Identifier: Apache-2.0
#include "metadata/dc_columns.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace solander::metadata {

namespace {

struct Term {
    std::string_view name;
    Field field;
    bool simple = false;  ///< One of the fifteen elements, which `dcterms` has as well.
};

// Not here, and so notes: publisher, format and coverage, which say one of several things, and
// what describes no document (audience, conformsTo, instructionalMethod, …).
constexpr std::array<Term, 24> kTerms = {{
    {"title", Field::title, true},
    {"alternative", Field::alternative_title},
    {"creator", Field::creator, true},
    {"contributor", Field::contributor, true},
    {"subject", Field::subject, true},
    {"description", Field::description, true},
    {"abstract", Field::description},
    {"date", Field::date, true},
    {"created", Field::date},
    {"issued", Field::publication_date},
    {"type", Field::type, true},
    {"extent", Field::extent},
    {"identifier", Field::identifier, true},
    {"source", Field::source, true},
    {"bibliographicCitation", Field::source},
    {"language", Field::language, true},
    {"relation", Field::relation, true},
    {"isPartOf", Field::relation},
    {"spatial", Field::subject_place},
    {"rights", Field::rights, true},
    {"rightsHolder", Field::rights_holder},
    {"license", Field::licence},
    {"accessRights", Field::access},
    {"provenance", Field::custodial_history},
}};

}  // namespace

void put_dublin_core(Document& document, std::string_view prefix, std::string_view element,
                     Said said, std::vector<Remark>& remarks) {
    const auto* term = std::ranges::find(kTerms, element, &Term::name);
    const bool known =
        term != kTerms.end() && (prefix == "dcterms" || (prefix == "dc" && term->simple));
    if (!known) {
        const std::string name = said.place.label;
        put_leftover(document, name, std::move(said));
        return;
    }
    put_with_remark(document, term->field, std::move(said), remarks);
    if (element == "isPartOf") document.relations.back().type = RelationType::is_part_of;
}

}  // namespace solander::metadata
