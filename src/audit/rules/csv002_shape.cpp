// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>

#include "audit/handover_remarks.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

std::string name_of(std::string_view delimiter) {
    if (delimiter == ";") return "semicolons";
    if (delimiter == "\t") return "tabs";
    return delimiter == "|" ? "bars" : "another character";
}

/// What the importer makes of a delimiter that is no comma.
void look_at_delimiter(const ReadRemark& remark, Hits& hits) {
    if (remark.value.empty() || remark.value == ",") return;
    // Omeka asks for the delimiter, and a table of tabs that is called so is one.
    if (is_omeka(remark) || remark.file.ends_with(".tsv")) return;
    hits.push_back(
        hit_of(remark, AuditLevel::error,
               fmt::format("has {} between its headings, and is imported as a table of commas only",
                           name_of(remark.value))));
}

void check(const ReadRemark& remark, const Context&, Hits& hits) {
    if (!is_table(remark)) return;
    if (remark.code == "table.delimiter") {
        look_at_delimiter(remark, hits);
    } else if (remark.code == "table.ragged-row") {
        // Cells that are missing at the end are read as empty, but by the importer of rights.
        const bool is_lost = remark.value == "long" || is_archivematica_rights(remark);
        hits.push_back(
            hit_of(remark, is_lost ? AuditLevel::error : AuditLevel::warning, remark.words));
    } else if (remark.code == "table.unclosed-quote") {
        hits.push_back(hit_of(remark, AuditLevel::error, remark.words));
    }
}

}  // namespace

extern const Rule csv002_shape;
const Rule csv002_shape{
    .info = {.id = "CSV002",
             .title = "A hand-over table has another delimiter, or rows of another length",
             .level = AuditLevel::error,
             .why = "Cells stand under headings that they do not belong to, or are cut off: rights "
                    "of one file are told of another, or an act is read as its restriction.",
             .fix = "save it with commas, and put a value that has a comma in it in quotation "
                    "marks",
             .example = "a semicolon between headings; a row with one cell too many",
             .source = "RFC 4180; archivematica/Issues#1172"},
    .folds = true,
    .check_remark = check,
};

}  // namespace solander::audit
