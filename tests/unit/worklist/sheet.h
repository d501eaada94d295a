// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/records.h>
#include <solander/worklist.h>

#include "support/scratch.h"
#include "support/world.h"

namespace solander::test {

inline constexpr const char* kUnd = "http://rightsstatements.org/vocab/UND/1.0/";
inline constexpr const char* kNotice = "Some documents may be subject to copyright.";

/// A record in Dublin Core, with a notice for its rights and neither source nor creator.
std::string dublin_core(const std::string& title, const std::string& more = {});

/// Records on a desk, their audit, and a worklist of what it asks, which is filled in by hand.
class Sheet {
public:
    Sheet();

    std::filesystem::path path(const std::string& name) const { return scratch_ / name; }
    void write(const std::string& name, const std::string& text) const;
    /// Reads what is named, and audits it.
    void audit(const std::vector<std::string>& names);

    /// The row that asks about a field of a record, not filled in.
    WorklistRow row(const std::string& field, std::size_t record = 0);
    /// The same, decided: `set`, by J. Novak on 2026-11-20, in a finding aid.
    WorklistRow set(const std::string& field, const std::string& value, std::size_t record = 0);

    Result<CheckedWorklist> check(const std::vector<WorklistRow>& rows, bool sealed = false) const;
    /// The faults, one a line; or how many decisions and open rows there are.
    std::string told(const std::vector<WorklistRow>& rows, bool sealed = false) const;
    /// The table that rows, which must be right, make of `inputs`.
    RecordTable table(const std::vector<WorklistRow>& rows, const std::vector<std::string>& inputs,
                      const std::string& edited = {});

    std::vector<AuditRecord> records;
    AuditReport report;
    ReadDocuments read;
    World world;

private:
    Scratch scratch_;
    std::size_t next_ = 2;
};

/// The cell of a row, the first being 0; `(no column)` where there is none.
std::string cell(const RecordTable& table, const std::string& column, std::size_t row = 0);

}  // namespace solander::test
