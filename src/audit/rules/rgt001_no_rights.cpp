// SPDX-License-Identifier: Apache-2.0
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const std::string_view field : {"rights", "rights-uri", "licence", "copyright-status"})
        if (record.is_answered(field)) return;
    Hit hit{.field = "rights"};
    for (const Answer* answer : record.of("rights"))
        if (answer->state() == State::blank) hit.place = &answer->place();
    hit.message = "no rights text, no rights URI, no licence and no copyright status";
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule rgt001_no_rights;
const Rule rgt001_no_rights{
    .info = {.id = "RGT001",
             .title = "There is no rights statement of any kind",
             .level = AuditLevel::error,
             .why = "A record that says nothing on rights cannot be used by anybody with care, "
                    "and DPLA refuses it.",
             .fix = "say what is known; not evaluated is an answer: rights-uri "
                    "http://rightsstatements.org/vocab/CNE/1.0/",
             .example = "a record without a rights field",
             .source = "DPLA (ingestion3): rights or a valid edmRights; DACS 4.4"},
    .check = check,
};

}  // namespace solander::audit
