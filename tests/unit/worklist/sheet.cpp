// SPDX-License-Identifier: Apache-2.0
#include "sheet.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace solander::test {

std::string dublin_core(const std::string& title, const std::string& more) {
    return "<record xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n  <dc:title>" + title +
           "</dc:title>\n  <dc:date>1919-03-04</dc:date>\n  <dc:rights>" + std::string(kNotice) +
           "</dc:rights>\n" + more + "</record>\n";
}

Sheet::Sheet() {
    write("in/letter.xml", dublin_core("Letter to a brother"));
    audit({"in"});
}

void Sheet::write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((scratch_ / name).parent_path());
    write_file(scratch_ / name, text);
}

void Sheet::audit(const std::vector<std::string>& names) {
    ReadRequest request;
    for (const auto& name : names) request.inputs.push_back(path(name));
    auto documents = read_documents(request, world.environment);
    if (!documents) throw std::runtime_error(documents.error().message());
    read = *std::move(documents);
    records.clear();
    for (const Document& document : read.documents) records.push_back({document});
    AuditRequest asked{.records = records};
    asked.as_of = "2026-12-01";
    report = *audit_records(asked);
}

WorklistRow Sheet::row(const std::string& field, std::size_t record) {
    WorklistRow row;
    row.number = next_++;
    row.record = audit_record_key(records[record]);
    row.file = records[record].document.origins.front().file;
    row.field = field;
    for (const AuditFinding& finding : report.findings) {
        std::vector<std::size_t> all{finding.record.value_or(records.size())};
        all.insert(all.end(), finding.others.begin(), finding.others.end());
        const auto at = std::ranges::find(all, record);
        if (finding.field != field || at == all.end()) continue;
        row.value = finding.value;
        row.finding +=
            fmt::format("{}v1:{}", row.finding.empty() ? "" : " ",
                        finding.record_fingerprints[static_cast<std::size_t>(at - all.begin())]);
    }
    if (row.finding.empty()) throw std::runtime_error("nothing is asked about " + field);
    return row;
}

WorklistRow Sheet::set(const std::string& field, const std::string& value, std::size_t record) {
    WorklistRow decided = row(field, record);
    decided.decision = "set";
    decided.decided_value = value;
    decided.decided_by = "J. Novak";
    decided.date = "2026-11-20";
    decided.how = "finding aid";
    return decided;
}

Result<CheckedWorklist> Sheet::check(const std::vector<WorklistRow>& rows, bool sealed) const {
    return check_worklist({.rows = rows,
                           .records = records,
                           .report = report,
                           .now = world.clock.now(),
                           .sealed = sealed});
}

std::string Sheet::told(const std::vector<WorklistRow>& rows, bool sealed) const {
    const auto checked = check(rows, sealed);
    if (checked)
        return fmt::format("{} decided, {} open", checked->decisions.size(), checked->open);
    const std::string& message = checked.error().message();
    const auto first = message.find("\n  ");
    return first == std::string::npos ? message : message.substr(first + 3);
}

RecordTable Sheet::table(const std::vector<WorklistRow>& rows,
                         const std::vector<std::string>& inputs, const std::string& edited) {
    const auto checked = check(rows);
    if (!checked) throw std::runtime_error(checked.error().message());
    WorklistTableRequest request;
    for (const auto& input : inputs) request.inputs.push_back(path(input));
    if (!edited.empty()) request.table = path(edited);
    request.subjects = read.subjects;
    request.decisions = checked->decisions;
    const auto made = decide_in_table(request, world.environment);
    if (!made) throw std::runtime_error(made.error().message());
    return *made;
}

std::string cell(const RecordTable& table, const std::string& column, std::size_t row) {
    const auto at = std::ranges::find(table.header, column);
    if (at == table.header.end()) return "(no column)";
    return table.rows.at(row).at(static_cast<std::size_t>(at - table.header.begin()));
}

}  // namespace solander::test
