// SPDX-License-Identifier: Apache-2.0
#include "table/field_kinds.h"

namespace solander::table {

using metadata::Field;

bool takes_several(Field field) {
    switch (field) {
        case Field::alternative_title:
        case Field::creator:
        case Field::contributor:
        case Field::language:
        case Field::type:
        case Field::identifier:
        case Field::subject:
        case Field::subject_agent:
        case Field::subject_place:
        case Field::relation:
        case Field::classification:
            return true;
        case Field::title:
        case Field::date:
        case Field::publication_date:
        case Field::upload_date:
        case Field::description:
        case Field::extent:
        case Field::release:
        case Field::source:
        case Field::original_archive:
        case Field::custodial_history:
        case Field::rights:
        case Field::rights_uri:
        case Field::rights_holder:
        case Field::licence:
        case Field::access:
        case Field::funding_credit:
        case Field::funder:
            return false;
    }
    return false;
}

bool is_typed(Field field) {
    return field == Field::identifier || field == Field::creator || field == Field::contributor ||
           field == Field::subject_agent || field == Field::rights_holder;
}

bool is_grouped(Field field) {
    return field == Field::rights || field == Field::rights_uri || field == Field::rights_holder ||
           field == Field::licence || field == Field::access || field == Field::funder;
}

bool is_date_field(Field field) {
    return field == Field::date || field == Field::publication_date || field == Field::upload_date;
}

}  // namespace solander::table
