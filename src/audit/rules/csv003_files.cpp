// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include <fmt/format.h>

#include "audit/handover_remarks.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

/// Whether a table is surely meant for Archivematica: it lies where that looks for one.
bool is_in_transfer(const ReadRemark& remark) {
    const std::string_view file = remark.file;
    return file == "metadata/metadata.csv" || file.ends_with("/metadata/metadata.csv") ||
           is_archivematica_rights(remark);
}

void look_at_unlisted(const ReadRemark& remark, Hits& hits) {
    // DSpace imports no file that is not listed; Archivematica keeps it, without what was to be
    // said of it.
    Hit hit =
        hit_of(remark, is_dspace(remark) ? AuditLevel::error : AuditLevel::warning, remark.words);
    hit.fix = is_dspace(remark) ? "add it to `contents`, or take it out of the item"
                                : "add a row for it, or see whether it belongs there";
    hits.push_back(std::move(hit));
}

void check(const ReadRemark& remark, const Context& context, Hits& hits) {
    const std::string_view code = remark.code;
    // AtoM and Omeka take paths on their own servers.
    const bool is_lost = (code == "record.path-missing" || code == "record.path-outside") &&
                         (is_archivematica(remark) || is_dspace(remark));
    if (code == "record.file-missing" || is_lost) {
        hits.push_back(hit_of(remark, AuditLevel::error, remark.words));
    } else if (code == "record.names-directory" && is_archivematica_rights(remark)) {
        hits.push_back(
            hit_of(remark, AuditLevel::error,
                   fmt::format("names the directory '{}', where a file is wanted", remark.value)));
    } else if (code == "table.path-start" &&
               (is_in_transfer(remark) || context.has_profile("archivematica"))) {
        Hit hit = hit_of(remark, AuditLevel::error, remark.words);
        hit.fix = "write objects/ in front of it";
        hits.push_back(std::move(hit));
    } else if (code == "record.file-unlisted") {
        look_at_unlisted(remark, hits);
    }
}

}  // namespace

extern const Rule csv003_files;
const Rule csv003_files{
    .info = {.id = "CSV003",
             .title = "A hand-over file names files that are not there, or not those that are",
             .level = AuditLevel::error,
             .why = "What a row says is found by its path, letter for letter. Where the two do not "
                    "meet, rights and description are lost without a word.",
             .fix = "write the path as it is below the folder of the transfer, or find the file",
             .example = "a row on objects/letter.tif, where the file is objects/Letter.tif",
             .source = "Archivematica 05c0bc72, rights_from_csv.py; archivematica/Issues#1340; "
                       "DSpace Simple Archive Format"},
    .folds = true,
    .check_remark = check,
};

}  // namespace solander::audit
