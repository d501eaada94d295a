// SPDX-License-Identifier: Apache-2.0
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const std::string_view field : {"source", "original-archive"})
        if (record.is_answered(field)) return;
    Hit hit{.field = "source"};
    for (const std::string_view field : {"source", "original-archive"})
        for (const Answer* answer : record.of(field))
            if (answer->state() == State::blank) {
                hit.field = field;
                hit.place = &answer->place();
            }
    hit.message = "neither Source nor Original Archive has a value";
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule src001_no_source;
const Rule src001_no_source{
    .info = {.id = "SRC001",
             .title = "Neither source nor original archive has a value",
             .level = AuditLevel::error,
             .why = "Without them nobody can find the original, or tell the record from an "
                    "invention: where a document comes from is what it is worth.",
             .fix = "give the citation or the holding archive, or state that it is not known "
                    "(DACS 6.1.7)",
             .example = "the labels Source and Original Archive, both blank",
             .source = "DACS 6.1, 7.1; ISAD(G) 3.5.1"},
    .check = check,
};

}  // namespace solander::audit
