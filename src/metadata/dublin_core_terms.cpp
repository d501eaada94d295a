// SPDX-License-Identifier: Apache-2.0
#include "metadata/dublin_core_terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "metadata/hand_over.h"

namespace solander::metadata {

namespace {

constexpr std::string_view kDateRule = "dc.date-as-creation";

using Put = void (*)(Document&, Said, std::string_view scheme);

template <Field Which>
void into(Document& document, Said said, std::string_view) {
    put(document, Which, std::move(said));
}
void into_identifier(Document& document, Said said, std::string_view scheme) {
    put(document, Field::identifier, std::move(said), scheme);
}
void into_publisher(Document& document, Said said, std::string_view) {
    put(document, Field::contributor, std::move(said), "publisher");
}
void into_unclear_date(Document& document, Said said, std::string_view) {
    infer_creation_date(document, std::move(said));
}
void into_rights(Document& document, Said said, std::string_view) {
    put_rights(document, std::move(said));
}
template <RelationType Type>
void into_relation(Document& document, Said said, std::string_view) {
    put_relation(document, Type, std::move(said));
}

struct Term {
    std::string_view name;
    Put put;
};

constexpr std::array<Term, 42> kTerms = {{
    {"title", into<Field::title>},
    {"alternative", into<Field::alternative_title>},
    {"creator", into<Field::creator>},
    {"contributor", into<Field::contributor>},
    {"publisher", into_publisher},
    {"description", into<Field::description>},
    {"abstract", into<Field::description>},
    {"tableOfContents", into<Field::description>},
    {"date", into_unclear_date},
    {"created", into<Field::date>},
    {"issued", into<Field::publication_date>},
    {"language", into<Field::language>},
    {"type", into<Field::type>},
    {"extent", into<Field::extent>},
    {"identifier", into_identifier},
    {"subject", into<Field::subject>},
    {"spatial", into<Field::subject_place>},
    {"source", into<Field::source>},
    {"isFormatOf", into<Field::source>},
    {"bibliographicCitation", into<Field::source>},
    {"provenance", into<Field::custodial_history>},
    {"rights", into_rights},
    {"rightsHolder", into<Field::rights_holder>},
    {"license", into<Field::licence>},
    {"accessRights", into<Field::access>},
    {"relation", into<Field::relation>},
    {"isPartOf", into_relation<RelationType::is_part_of>},
    {"isVersionOf", into_relation<RelationType::is_version_of>},
    {"replaces", into_relation<RelationType::replaces>},
    {"isReplacedBy", into_relation<RelationType::is_replaced_by>},
    {"conformsTo", into_relation<RelationType::related>},
    {"hasFormat", into_relation<RelationType::related>},
    {"hasPart", into_relation<RelationType::related>},
    {"hasVersion", into_relation<RelationType::related>},
    {"isReferencedBy", into_relation<RelationType::related>},
    {"isRequiredBy", into_relation<RelationType::related>},
    {"references", into_relation<RelationType::related>},
    {"requires", into_relation<RelationType::related>},
    // As DSpace writes them.
    {"ispartof", into_relation<RelationType::is_part_of>},
    {"ispartofseries", into_relation<RelationType::is_part_of>},
    {"isversionof", into_relation<RelationType::is_version_of>},
    {"isreplacedby", into_relation<RelationType::is_replaced_by>},
}};

}  // namespace

bool put_dublin_core(Document& document, std::string_view term, const Said& said,
                     std::string_view scheme) {
    const auto* found = std::ranges::find(kTerms, term, &Term::name);
    if (found == kTerms.end()) return false;
    found->put(document, said, scheme);
    return true;
}

void infer_creation_date(Document& document, Said said) {
    if (state_of(said.words) == State::blank) {
        put(document, Field::date, std::move(said));
        return;
    }
    said.place.rule = kDateRule;
    add_date(document.dates, DateOf::creation, State::inferred, std::move(said));
}

}  // namespace solander::metadata
