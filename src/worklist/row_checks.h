// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <solander/worklist.h>

namespace solander::worklist {

/// What is wrong with a row.
struct Fault {
    std::string_view column;
    std::string reason;
};

bool is_open(const WorklistRow& row);

/// Whether a field is told in blocks of rights, so that a decision on it is a determination.
bool is_of_rights(std::string_view field);

/// The words of a row that are no value: the decision, who, when and how. `latest` is the last day
/// that may have come. At most one fault for each column.
std::vector<Fault> check_words(const WorklistRow& row, std::string_view latest);

/// Makes a decision of the row on `record`, whose words have been checked.
struct Decided {
    WorklistDecision decision = {};
    std::optional<Fault> fault = {};
};
Decided decide(const WorklistRow& row, std::size_t index, const AuditRecord& record, bool sealed);

}  // namespace solander::worklist
