// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/handover_remarks.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

struct Kind {
    std::string_view code;
    AuditLevel level;
    std::string_view message;  ///< Behind the value in quotation marks, where there is one.
    std::string_view fix;
};

/// Of rights.csv. A value that is not refused is stored as it stands.
constexpr std::array<Kind, 6> kOfRights{{
    {"rights.unknown-column", AuditLevel::error,
     "is no column of rights.csv: Archivematica will refuse the table",
     "name the column as Archivematica's documentation does, or take it out"},
    {"rights.no-basis", AuditLevel::error, "has no basis, at which the import breaks off",
     "write one of copyright, license, statute, donor, policy, other"},
    {"rights.unknown-basis", AuditLevel::error, "is no basis: Archivematica will refuse the table",
     "write one of copyright, license, statute, donor, policy, other"},
    {"rights.unknown-status", AuditLevel::warning,
     "is no status of copyright, and is stored all the same",
     "write one of copyrighted, public domain, unknown"},
    {"rights.open-copyright", AuditLevel::error,
     "as the end of a copyright is stored as if it were a date",
     "leave the cell empty, or write the date"},
    {"rights.no-act", AuditLevel::warning, "has no act, so what is said of it is dropped on import",
     "name the act, such as disseminate"},
}};

/// Of metadata.csv, whose cells are stored with the blanks in them.
constexpr std::array<Kind, 2> kOfMetadata{{
    {"table.blank-cell", AuditLevel::warning,
     "has blanks and nothing else, which Archivematica stores as a value", "empty the cell"},
    {"table.outer-blanks", AuditLevel::warning,
     "has blanks around its words, which Archivematica stores with them", "take the blanks out"},
}};

template <std::size_t N>
void look(const ReadRemark& remark, const std::array<Kind, N>& kinds, Hits& hits) {
    for (const Kind& kind : kinds) {
        if (kind.code != remark.code) continue;
        const std::string shown =
            remark.value.empty() ? std::string() : fmt::format("'{}' ", remark.value);
        Hit hit = hit_of(remark, kind.level, shown + std::string(kind.message));
        hit.fix = kind.fix;
        // Each column that is refused is told of; the rows of one habit are told of together.
        if (kind.code == "rights.unknown-column") hit.field = remark.value;
        hits.push_back(std::move(hit));
    }
}

void check(const ReadRemark& remark, const Context&, Hits& hits) {
    if (is_archivematica_rights(remark)) look(remark, kOfRights, hits);
    if (is_archivematica_metadata(remark)) look(remark, kOfMetadata, hits);
}

}  // namespace

extern const Rule csv005_refused;
const Rule csv005_refused{
    .info = {.id = "CSV005",
             .title = "The importer refuses a column or value, or stores it as something else",
             .level = AuditLevel::error,
             .why = "One heading or basis that Archivematica does not know ends the import of all "
                    "rights; other values are stored unlooked at, and mean nothing later.",
             .fix = "write what Archivematica's documentation has for the column",
             .example = "a column filename in rights.csv; open as the end of a copyright",
             .source = "Archivematica 05c0bc72, rights_from_csv.py; its documentation of "
                       "metadata.csv"},
    .folds = true,
    .check_remark = check,
};

}  // namespace solander::audit
