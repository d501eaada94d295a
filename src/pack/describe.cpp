// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include <solander/describe.h>

#include "base/limits.h"
#include "base/try.h"
#include "pack/complete_from.h"
#include "pack/inputs.h"
#include "pack/records.h"
#include "table/field_values.h"
#include "table/natural_order.h"
#include "table/row.h"

namespace solander {

namespace {

/// The files of one document, in the order that its record gives them.
std::vector<table::RowFile> files_of(const pack::Inputs& inputs, const pack::Records& records,
                                     const std::string& document) {
    std::vector<table::RowFile> files;
    for (const auto& [index, part] : records.parts)
        if (part.document == document)
            files.push_back({pack::table_path(inputs.files[index].path), part.role, part.order});
    std::ranges::stable_sort(files, {}, [](const table::RowFile& file) {
        return file.order.value_or(0);  // What has no order, such as the record, goes first.
    });
    return files;
}

/// Files of which no record speaks.
std::vector<table::RowFile> other_files(const pack::Inputs& inputs, const pack::Records& records) {
    std::vector<table::RowFile> files;
    for (std::size_t i = 0; i < inputs.files.size(); ++i)
        if (!records.parts.contains(i))
            files.push_back({pack::table_path(inputs.files[i].path), FileRole::unstated, {}});
    std::ranges::sort(files, [](const table::RowFile& a, const table::RowFile& b) {
        return table::comes_before(a.path, b.path);
    });
    return files;
}

std::vector<table::Row> rows_of(const pack::Inputs& inputs, const pack::Records& records) {
    std::vector<table::Row> rows;
    if (records.read_anything()) {
        for (std::size_t i = 0; i < records.documents.size(); ++i) {
            const Document& document = records.documents[i];
            table::Row row{records.subjects[i], files_of(inputs, records, document.id), {}};
            for (const auto field : table::columns())
                row.cells.push_back(table::cell_of(document, field));
            rows.push_back(std::move(row));
        }
    }
    const Document nothing_said;
    for (table::RowFile& file : other_files(inputs, records)) {
        table::Row row{file.path, {std::move(file)}, {}};
        for (const auto field : table::columns())
            row.cells.push_back(table::cell_of(nothing_said, field));
        rows.push_back(std::move(row));
    }
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
    SOLANDER_TRY(pack::complete_from(request, described, records));
    Description description;
    description.table = table::table_of(rows_of(inputs, records), request.all_fields);
    description.captures = std::move(records.captures);
    description.notes = inputs.notes;
    description.notes.insert(description.notes.end(), records.notes.begin(), records.notes.end());
    return description;
}

}  // namespace solander
