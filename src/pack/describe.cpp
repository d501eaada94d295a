// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include <solander/describe.h>

#include "base/limits.h"
#include "base/try.h"
#include "pack/complete_from.h"
#include "pack/documents.h"
#include "pack/inputs.h"
#include "pack/records.h"
#include "table/decisions.h"
#include "table/field_values.h"
#include "table/row.h"

namespace solander {

namespace {

table::Row row_of(const pack::Inputs& inputs, const pack::Records& records,
                  const pack::DocumentFiles& found) {
    static const Document kNothingSaid;
    table::Row row;
    row.document = found.subject;
    for (const std::size_t index : found.files) {
        const auto part = records.parts.find(index);
        const auto known = part == records.parts.end() ? pack::FilePart{} : part->second;
        row.files.push_back({pack::table_path(inputs.files[index].path), known.role, known.order});
    }
    const Document& document = found.record ? records.documents[*found.record] : kNothingSaid;
    for (const auto field : table::columns()) row.cells.push_back(table::cell_of(document, field));
    row.rights_determination = table::decisions_cell(document, table::kRightsDetermination);
    row.decision = table::decisions_cell(document, table::kDecision);
    return row;
}

std::vector<table::Row> rows_of(const pack::Inputs& inputs, const pack::Records& records) {
    std::vector<table::Row> rows;
    for (const auto& documents :
         {pack::recorded_documents(records), pack::other_documents(inputs, records)})
        for (const auto& document : documents) rows.push_back(row_of(inputs, records, document));
    return rows;
}

}  // namespace

Result<Description> describe(const DescribeRequest& request, const Environment& environment) {
    if (request.inputs.empty())
        return Error(ErrorCode::usage, "nothing to describe: name files or directories");
    SOLANDER_TRY_ASSIGN(const pack::DescribedInputs described,
                        pack::collect_described(environment, request));
    const pack::Inputs& inputs = described.inputs;
    SOLANDER_TRY_ASSIGN(pack::Records records,
                        pack::read_records(environment, inputs, base::Limits{}, request.encoding));
    Description description;
    SOLANDER_TRY_ASSIGN(description.completed_from,
                        pack::complete_from(environment, request, described, records));
    description.table = table::table_of(rows_of(inputs, records), request.all_fields);
    description.captures = std::move(records.captures);
    description.notes = inputs.notes;
    description.notes.insert(description.notes.end(), records.notes.begin(), records.notes.end());
    return description;
}

}  // namespace solander
