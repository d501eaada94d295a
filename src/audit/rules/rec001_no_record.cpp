// SPDX-License-Identifier: Apache-2.0
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check_refused(const RefusedText& text, Hits& hits) {
    Hit hit;
    hit.message = text.reason;
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule rec001_no_record;
const Rule rec001_no_record{
    .info = {.id = "REC001",
             .title = "The input is not one document",
             .level = AuditLevel::error,
             .why = "A list of search results, or notes without their document, look like a "
                    "record and describe none; words from them would be taken for a "
                    "description.",
             .fix = "capture the page of the one document",
             .example = "a page that says \"1 - 10 of 14\"",
             .source = "captures of archives' web sites"},
    .check_refused = check_refused,
};

}  // namespace solander::audit
